// The page on a list of local authorities that is not handed on: it shows every name that it did before.
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { keepScreenshot, type Locator, openPage } from "../helpers/browser.ts";
import { ownerUrl, query } from "../helpers/database.ts";
import { DESKTOP, openMap } from "../helpers/page.ts";

/** อบต.บางโปรง, and not L1001. */
const NAMED = /^(อบต\.|เทศบาล|เขต|เมือง)[ก-๛]/;

let api: TestApi;
let open: string[];
let baseURL: string;

beforeAll(async () => {
  const rows = await query(
    ownerUrl(),
    "update source set is_redistributable = false " +
      "where is_redistributable and id in (select source_id from local_authority) returning id",
  );
  open = rows.map(({ id }) => id);
  const database = new URL(ownerUrl());
  database.searchParams.set("options", "-c role=phuenthi_api");
  api = await startApi(database.toString(), null, {
    webDist: join(import.meta.dirname, "../../web/dist"),
    redistributeSources: [],
  });
  await api.app.listen({ host: "127.0.0.1", port: 0 });
  baseURL = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await api?.close();
  for (const id of open ?? []) {
    await query(ownerUrl(), `update source set is_redistributable = true where id = '${id}'`);
  }
});

const texts = (all: Locator) => all.evaluateAll((found) => found.map((one) => one.textContent ?? ""));

it("names local authorities on the map, under the pointer, in the table of gaps and in explanations", async () => {
  expect((await api.get("/health")).not_redistributed).not.toEqual([]);
  const { page, problems } = await openPage({ viewport: DESKTOP, baseURL });
  await openMap(page, "/?indicator=organization-quality&level=local_authority&table=gaps&at=10/15.2/101.2");
  const rows = page.getByRole("grid").locator('[aria-rowindex]:not([aria-rowindex="1"])');
  await rows.first().waitFor();
  const names = await texts(rows.locator(":scope > :nth-child(2)"));
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !NAMED.test(name))).toEqual([]);

  const tip = page.locator('[aria-hidden="true"] > div > strong');
  let x = 500;
  await expect
    .poll(
      async () => {
        x = x > 900 ? 500 : x + 25;
        await page.mouse.move(x, 200);
        await page.waitForTimeout(200);
        return (await texts(tip)).join();
      },
      { timeout: 30_000 },
    )
    .toMatch(NAMED);
  await keepScreenshot(page, "closed-list-map");

  await page.goto("/explain/organization-quality/TH");
  const lists = page.locator("details[data-state]");
  await lists.first().waitFor();
  await lists.first().locator("summary").click();
  const units = await texts(lists.first().locator("li > a"));
  expect(units.length).toBeGreaterThan(20);
  expect(units.filter((name) => !NAMED.test(name))).toEqual([]);
  expect(problems).toEqual([]);
  await page.context().close();
});
