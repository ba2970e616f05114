// The page as it was built, under a path of another site: everything it asks and links to stays below that path.
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { keepScreenshot, openPage, type Page } from "../helpers/browser.ts";
import { ownerUrl } from "../helpers/database.ts";
import { DESKTOP, openMap } from "../helpers/page.ts";
import { startSubPathProxy } from "../helpers/sub-path-proxy.ts";

const PATH = "/phuenthi";

let api: TestApi;
let proxy: Awaited<ReturnType<typeof startSubPathProxy>>;

beforeAll(async () => {
  const database = new URL(ownerUrl());
  database.searchParams.set("options", "-c role=phuenthi_api");
  proxy = await startSubPathProxy(PATH);
  api = await startApi(database.toString(), null, {
    webDist: join(import.meta.dirname, "../../web/dist"),
    publicUrl: proxy.url,
  });
  await api.app.listen({ host: "127.0.0.1", port: 0 });
  proxy.leadTo((api.app.server.address() as AddressInfo).port);
});
afterAll(async () => {
  await proxy?.close();
  await api?.close();
});

/** A page whose requests beside the path count as problems. */
async function open(): Promise<{ page: Page; problems: string[] }> {
  const opened = await openPage({ viewport: DESKTOP, baseURL: proxy.url });
  opened.page.on("request", (request) => {
    const { protocol, pathname } = new URL(request.url());
    if (protocol === "http:" && pathname !== PATH && !pathname.startsWith(`${PATH}/`)) {
      opened.problems.push(`beside the path: ${request.url()}`);
    }
  });
  return opened;
}

/** Addresses of all links of the page that lead to this server. */
const links = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
      .filter((link) => link.origin === location.origin)
      .map((link) => link.pathname),
  );

describe("the page under a path", () => {
  it("draws the map with its tiles, fonts and records, and keeps its own address", async () => {
    const { page, problems } = await open();
    const tiles: string[] = [];
    page.on("response", (response) => {
      if (/\/api\/tiles\/areas\/.*\d$/.test(response.url()) && response.ok()) tiles.push(response.url());
    });
    await openMap(page, `${proxy.url}/?indicator=councils&area=50&points=1`);
    await page.waitForLoadState("networkidle");
    expect(tiles.length).toBeGreaterThan(0);
    expect(new URL(page.url()).pathname).toBe(`${PATH}/`);
    await keepScreenshot(page, "sub-path-map");
    await page.getByRole("link", { name: "ข้อมูลพื้นที่" }).first().click();
    await page.waitForURL(`${proxy.url}/areas/50**`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it.each(["", "/targets", "/targets/plans-linked", "/explain/plans-linked/50", "/areas/50", "/nothing"])(
    "opens %s by its address, and links nowhere beside the path",
    async (address) => {
      const { page, problems } = await open();
      await page.goto(proxy.url + address);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await page.waitForLoadState("networkidle");
      if (address !== "") await expect.poll(async () => (await links(page)).length).toBeGreaterThan(1);
      const found = await links(page);
      expect(found.filter((path) => path !== PATH && !path.startsWith(`${PATH}/`))).toEqual([]);
      if (address === "/nothing") await page.getByRole("link", { name: "แผนที่" }).first().waitFor();
      expect(problems).toEqual([]);
      await page.context().close();
    },
  );

  it("has the pages that describe the API, which try it under the path", async () => {
    const { page, problems } = await open();
    await page.goto(`${proxy.url}/api/docs`);
    await page.locator('[data-path="/api/health"]').waitFor();
    const servers = page.locator(".servers option");
    expect(await servers.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))).toEqual([
      proxy.url,
    ]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
