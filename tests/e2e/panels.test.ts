// What the panels around the map leave of it: whole buttons at every width, and always in sight what is not real.
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { keepScreenshot, openPage, type Page } from "../helpers/browser.ts";
import { openMap, PHONE } from "../helpers/page.ts";

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
    const { page, problems } = await openPage({ viewport: { width, height } });
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

describe("what is made up, on a phone", () => {
  const paths = ["/", "/?area=500108", "/?organization=", "/?table=gaps", "/?table=plans"];
  it.each(paths)("is told once, however far the sheet is up: %s", async (path) => {
    const { page, problems } = await openPage({ viewport: PHONE, hasTouch: true });
    const isRecord = path.endsWith("=");
    // letters of another width come after the page does
    if (path.includes("table"))
      await page.route("**/*.woff2", (route) => sleep(1_500).then(() => route.continue()));
    const { items } = await (await page.request.get("/api/organizations?limit=1&within=50")).json();
    await openMap(page, isRecord ? path + items[0].id : path);
    await expect.poll(() => notices(page)).toBe(1);
    // of more tabs than fit the one that is open is in sight
    if (path.includes("table")) {
      const open = page.locator('[role="tab"][data-state="active"]');
      await page.evaluate(() => document.fonts.ready);
      await expect
        .poll(() =>
          open.evaluate((tab) => {
            const { left, right, top } = tab.getBoundingClientRect();
            return [left + 4, right - 4].every((x) => tab.contains(document.elementFromPoint(x, top + 9)));
          }),
        )
        .toBe(true);
    }
    const larger = page.getByRole("button", { name: "ขยายแถบข้อมูล" });
    while (await larger.isEnabled()) {
      await larger.click();
      // once the sheet stands
      await page.waitForTimeout(300);
      expect(await notices(page)).toBe(1);
    }
    await page.locator("#information").evaluate((one) => one.parentElement?.scrollTo(0, 10_000));
    expect(await notices(page)).toBe(1);
    // a record that is one of many made-up ones does not say it again
    if (isRecord) expect(await page.getByText(MADE_UP).count()).toBe(1);
    await keepScreenshot(page, `34-panels-phone-${paths.indexOf(path)}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
