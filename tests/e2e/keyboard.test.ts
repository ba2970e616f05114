// The same way without a mouse: everything is reached, what is reached is seen, Escape goes back.
import { beforeAll, describe, expect, it } from "vitest";
import { keepScreenshot, openPage, type Page } from "../helpers/browser.ts";
import { DESKTOP, field, openMap, untilChanged, untilField } from "../helpers/page.ts";

let page: Page;
let problems: string[];

beforeAll(async () => {
  ({ page, problems } = await openPage({ viewport: DESKTOP }));
  await openMap(page);
});

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** What has the focus: its name, else its text. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "";
  });

/** Presses Tab until something of that name has the focus. */
async function tabTo(name: RegExp, most = 60): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    await press("Tab");
    if (name.test(await focused())) return;
  }
  throw new Error(`${most} times Tab did not reach ${name}; the focus is on "${await focused()}"`);
}

describe("by keyboard alone", () => {
  it("starts with a way past the map", async () => {
    await press("Tab");
    expect(await focused()).toBe("ข้ามไปยังข้อมูลของพื้นที่");
    await press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("information");
  });

  it("pans, zooms and selects on the map", async () => {
    await tabTo(/^แผนที่ประเทศไทย/, 80);
    const before = field(page, "at");
    await press("Equal");
    await untilChanged(page, "at", before);
    const zoomed = field(page, "at");
    await page.waitForTimeout(500);
    await press("ArrowUp");
    await untilChanged(page, "at", zoomed);
    await page.waitForTimeout(800);
    await keepScreenshot(page, "20-keyboard-map");
    await press("Enter");
    await untilField(page, "area", /^\d+$/);
    await press("Escape");
    await untilField(page, "area", /^$/);
  });

  it("searches, moves in the results and goes there", async () => {
    await press("Control+k");
    await page.keyboard.type("บางรัก");
    await page.getByRole("option").first().waitFor();
    const active = () => page.getByRole("search").getByRole("combobox").getAttribute("aria-activedescendant");
    const first = await active();
    await press("ArrowDown");
    expect(await active()).not.toBe(first);
    await press("ArrowUp", "Enter");
    await untilField(page, "area", /^\d+$/);
    await page.waitForTimeout(1500);
  });

  it("ticks an area, a kind and a state in the filter", async () => {
    await tabTo(/^ชั้นข้อมูล$/);
    await press("ArrowRight");
    await untilField(page, "panel", /filters/);
    await page.getByRole("tree").waitFor();
    await tabTo(/พิมพ์ชื่อเพื่อค้นหา/);
    await page.keyboard.type("ภูเก็ต");
    await press("ArrowDown", "Enter");
    await untilField(page, "within", /^\d+$/);
    await press("ArrowRight", "ArrowDown", "ArrowLeft");
    // kinds are offered while organizations are shown
    await tabTo(/^แสดงบนแผนที่$/);
    await press("Enter");
    await page.getByLabel("สภาองค์กรชุมชน").waitFor();
    await tabTo(/^$/); // the first kind, named by its label
    await press("Space");
    await untilField(page, "kind", /^council$/);
    await keepScreenshot(page, "21-keyboard-filter");
  });

  it("opens the table, sorts it and chooses a row", async () => {
    await page.getByRole("banner").getByRole("button", { name: "ตาราง" }).focus();
    await press("Enter");
    await page.getByRole("grid").waitFor();
    await page.getByRole("columnheader").first().getByRole("button").focus();
    await press("Enter");
    await untilField(page, "sort", /^-name$/);
    await page.getByRole("grid").focus();
    const area = field(page, "area");
    await press("ArrowDown", "ArrowUp", "End", "Enter");
    await untilChanged(page, "area", area);
    await press("Escape");
    await untilField(page, "table", /^$/);
  });

  it("opens the export, keeps the focus in it, and gives it back", async () => {
    const button = page.getByRole("banner").getByRole("button", { name: "ส่งออก" });
    await button.focus();
    await press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    for (let i = 0; i < 12; i += 1) {
      await press("Tab");
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
    await press("Escape");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("left no error", () => expect(problems).toEqual([]));
});
