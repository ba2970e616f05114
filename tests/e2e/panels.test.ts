// What the panels around the map leave of it: whole buttons at every width, and always in sight what is not real.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepScreenshot, launchBrowser, openPage } from "../helpers/browser.ts";
import { openMap } from "./page.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const MADE_UP = "ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง";
const THREE_LINES = 62;

/** How many notices that say so a person sees: in the window and under nothing. */
const notices = (page: Page) =>
  page.getByRole("complementary").evaluateAll(
    (all, words) =>
      all.filter((one) => {
        if (!one.textContent?.includes(words)) return false;
        const { x, y, width, height } = one.getBoundingClientRect();
        return one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      }).length,
    MADE_UP,
  );

describe("a window of a desk or a tablet", () => {
  it.each([
    { width: 1920, height: 1080 },
    { width: 1440, height: 900 },
    { width: 1100, height: 800 },
    { width: 1024, height: 768 },
    { width: 820, height: 1180 },
  ])("has whole buttons and notices that can be read: $width", async ({ width, height }) => {
    const { page, problems } = await openPage(browser, { viewport: { width, height } });
    for (const path of width === 1024 ? ["/", "/?table=areas"] : ["/"]) {
      await openMap(page, path);
      const buttons = page.getByRole("group", { name: "เครื่องมือแผนที่" }).getByRole("button");
      const cut = await buttons.evaluateAll((all) =>
        all
          .filter((button) => {
            const { left, right, top, bottom } = button.getBoundingClientRect();
            const corners = [
              [left + 6, top + 6],
              [right - 6, top + 6],
              [left + 6, bottom - 6],
              [right - 6, bottom - 6],
            ] as const;
            return !corners.every(([x, y]) => button.contains(document.elementFromPoint(x, y)));
          })
          .map((button) => button.getAttribute("aria-label")),
      );
      expect([await buttons.count(), cut]).toEqual([4, []]);
      const notice = page.getByRole("complementary").filter({ hasText: MADE_UP }).last();
      for (const said of [notice, page.getByText("Natural Earth · MapLibre")]) {
        expect((await said.boundingBox())?.height).toBeLessThanOrEqual(THREE_LINES);
      }
      expect(await notices(page)).toBe(1);
      await keepScreenshot(page, `34-panels-${width}${path === "/" ? "" : "-table"}`);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
