// The login of the server, in a cluster that npm start looks after.
import { expect, it } from "vitest";
import { allowApiLogin, withClient } from "../../scripts/lib/database.mjs";
import { makeOwnDatabase } from "../helpers/database.ts";

const ROLE = "phuenthi_test_login";

it("comes in with its own password again, after the role has given itself another", async () => {
  const own = await makeOwnDatabase();
  const url = Object.assign(new URL(own.ownerUrl), {
    username: ROLE,
    password: "the one that is written down",
  }).href;
  const comesIn = () => withClient(url, async () => true).catch(({ code }: { code: string }) => code);
  try {
    await withClient(own.ownerUrl, (client) => client.query(`create role ${ROLE} login password 'another'`));
    expect(await comesIn()).toBe("28P01");
    await allowApiLogin(own.ownerUrl, url);
    expect(await comesIn()).toBe(true);
  } finally {
    await withClient(own.ownerUrl, (client) => client.query(`drop role if exists ${ROLE}`));
    await own.drop();
  }
});
