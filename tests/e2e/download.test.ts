// A file is taken out through the page: whole, under its name, or with a word about what went wrong and a way to try again.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { baseUrl, type Download, keepScreenshot, openPage, type Page } from "../helpers/browser.ts";
import { DESKTOP, openMap, PHONE } from "../helpers/page.ts";
import { startSubPathProxy } from "../helpers/sub-path-proxy.ts";

let proxy: Awaited<ReturnType<typeof startSubPathProxy>>;
beforeAll(async () => {
  proxy = await startSubPathProxy("");
  proxy.leadTo(Number(new URL(baseUrl()).port));
});
afterAll(async () => {
  await proxy?.close();
});

const FAILED = "ดาวน์โหลดไม่สำเร็จ";

async function contentOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), "utf8");
}

/** The dialog, open on organizations of one district. */
async function openExport(page: Page) {
  await openMap(page, "/?within=1004&table=organizations");
  await page.getByRole("button", { name: "ส่งออก" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("ข้อมูลที่ต้องการ").selectOption("organizations");
  return { dialog, link: dialog.getByRole("link", { name: /ดาวน์โหลด/ }) };
}

describe.each([
  { device: "desktop", viewport: DESKTOP },
  { device: "phone", viewport: PHONE },
])("the export, $device", ({ device, viewport }) => {
  it("tells of a problem and of a transfer that broke off, then saves the whole file", async () => {
    const { page } = await openPage({ viewport, baseURL: proxy.url });
    const { dialog, link } = await openExport(page);
    const files: Download[] = [];
    page.on("download", (download) => files.push(download));

    const busy = { type: "urn:x", code: "busy", title: "x", status: 503, detail: "x" };
    await page.route("**/api/export/**", (route) =>
      route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(busy) }),
    );
    await link.click();
    const alert = dialog.getByRole("alert");
    await alert.getByText(FAILED).waitFor();
    await alert.getByText(/มีผู้ใช้งานมาก/).waitFor();
    await page.unroute("**/api/export/**");

    proxy.cutOff(/^\/api\/export\//);
    await alert.getByRole("button", { name: "ลองอีกครั้ง" }).click();
    await alert.getByText(/ขาดกลางคัน/).waitFor();
    await keepScreenshot(page, `download-failed-${device}`);
    expect(files).toEqual([]);

    proxy.cutOff(null);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      alert.getByRole("button", { name: "ลองอีกครั้ง" }).click(),
    ]);
    await dialog.getByText("ดาวน์โหลดแล้ว").waitFor();
    await keepScreenshot(page, `download-done-${device}`);
    expect(await alert.count()).toBe(0);
    expect(file.suggestedFilename()).toMatch(/^องค์กรชุมชน-บางรัก-1004-ปีงบ-25\d\d.*\.geojson$/);
    const { features } = JSON.parse(await contentOf(file));
    expect(features.length).toBeGreaterThan(0);
    expect(files).toHaveLength(1);
    await page.context().close();
  });
});

describe("a list as CSV", () => {
  it("is saved from the explanation and from what is left, and told of when it fails", async () => {
    const { page } = await openPage({ viewport: DESKTOP, baseURL: proxy.url });
    for (const [address, link] of [
      ["/explain/plans-linked/10", /^CSV/],
      ["/?indicator=plans-linked&level=province&table=gaps", "ดาวน์โหลด CSV"],
    ] as const) {
      proxy.cutOff(/\.csv/);
      await page.goto(address);
      await page.getByRole("link", { name: link }).first().click();
      await page.getByText(FAILED).waitFor();
      proxy.cutOff(null);
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "ลองอีกครั้ง" }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/\.csv$/);
      expect((await contentOf(file)).startsWith("\uFEFF")).toBe(true);
    }
    await page.context().close();
  });
});
