// What everybody may read is read from a replica, and never lacks an edit. Here it is a second database, which lags for as long as a
// test wants it to; one that streams is in npm run test:scale.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { makeOwnDatabase, type OwnDatabase, query } from "../helpers/database.ts";
import { type DatabaseRelay, startDatabaseRelay } from "../helpers/database-relay.ts";

const KEY = "a-key-for-tests-of-24-letters";

let primary: OwnDatabase;
let replica: OwnDatabase;
let wire: DatabaseRelay;
let api: TestApi;
/** Whose name it is tells which database was read. */
let one: string;

beforeAll(async () => {
  primary = await makeOwnDatabase();
  replica = await makeOwnDatabase();
  [{ id: one }] = await query(primary.ownerUrl, "select id from organization order by id limit 1");
  await query(
    replica.ownerUrl,
    `alter table organization disable trigger all;
     update organization set name_th = 'จากฐานสำเนา' where id = '${one}'`,
  );
  wire = await startDatabaseRelay(replica.apiUrl);
  api = await startApi(primary.apiUrl, KEY, {}, { readUrl: wire.url });
}, 120_000);
afterAll(async () => {
  await api.close();
  await wire.close();
  await primary.drop();
  await replica.drop();
});

const isFromReplica = async (headers: Record<string, string> = {}) => {
  const answer = await api.fetch(`/organizations/${one}`, headers);
  expect(answer.statusCode).toBe(200);
  return answer.json().name_th === "จากฐานสำเนา";
};
const isThere = async () => (await api.fetch(`/organizations/${one}`)).statusCode === 200;
const lastEdit = async () =>
  Number((await query(primary.ownerUrl, "select version from data_version where topic = 'edit'"))[0].version);
const catchUp = async () =>
  query(replica.ownerUrl, `update data_version set version = ${await lastEdit()} where topic = 'edit'`);

describe("with READ_DATABASE_URL", () => {
  it("reads there, and writes to the primary, whose edit the next answer has", async () => {
    expect(await isFromReplica()).toBe(true);
    const { version } = await api.get("/targets/plans-linked");
    const answer = await api.app.inject({
      method: "POST",
      url: "/api/targets/plans-linked/versions",
      headers: { authorization: `Bearer ${KEY}` },
      payload: {
        action: "set",
        based_on: version,
        owner: "สำนักยุทธศาสตร์ (ทดสอบ)",
        milestones: [{ fiscal_year: 2021, value: 5 }],
      },
    });
    expect([answer.statusCode, answer.json().version]).toEqual([201, version + 1]);
    // it has told of its edit: who says so gets nothing older, whether the process has heard of it or not
    const seen = { "data-version": String(answer.headers["data-version"]) };
    expect((await api.fetch("/targets/plans-linked", seen)).json().version).toBe(version + 1);
    const { total } = (await api.fetch("/coverage/plans-linked?level=region", seen)).json();
    expect(total.target.version).toBe(version + 1);
    expect(await isFromReplica(seen)).toBe(false);
    await catchUp();
    expect(await isFromReplica(seen)).toBe(true);
  });

  it("is not kept from it for long by a number that was made up", async () => {
    expect(await isFromReplica({ "data-version": String((await lastEdit()) + 1_000) })).toBe(false);
    await expect.poll(isFromReplica, { timeout: 5_000 }).toBe(true);
  });

  it("reads from the one that is there while the other is away", async () => {
    for (const [away, isReplica] of [
      [replica, true],
      [primary, false],
    ] as const) {
      const name = new URL(away.ownerUrl).pathname.slice(1);
      const other = away === replica ? primary : replica;
      await query(
        other.ownerUrl,
        `alter database ${name} allow_connections false;
         select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      );
      // a moment, until what was told to end has ended and it is known that the primary is away
      await expect.poll(isThere, { timeout: 10_000 }).toBe(true);
      await expect.poll(isFromReplica, { timeout: 10_000 }).toBe(!isReplica);
      await query(other.ownerUrl, `alter database ${name} allow_connections true`);
      await expect.poll(isThere, { timeout: 10_000 }).toBe(true);
      await expect.poll(isFromReplica, { timeout: 10_000 }).toBe(true);
    }
  });

  it("reads from the primary what a replica that says nothing was asked for", async () => {
    await expect.poll(isFromReplica, { timeout: 10_000 }).toBe(true);
    wire.freeze();
    const began = performance.now();
    // as many as may be at work at once, and more
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => api.fetch(`/organizations?limit=${1 + at}`)),
    );
    // well before their own end: whoever waits does so for no longer than it takes to see that nothing comes
    expect(performance.now() - began).toBeLessThan(9_000);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
    wire.heal();
    await expect.poll(isFromReplica, { timeout: 10_000 }).toBe(true);
  }, 60_000);
});
