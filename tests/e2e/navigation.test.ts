// From page to page: links lead on without loading the server's page anew, the map comes back as it was left, and whoever
// uses a keyboard or a screen reader knows where they are.
import { describe, expect, it } from "vitest";
import { openPage } from "../helpers/browser.ts";
import { DESKTOP, field, openMap, PHONE, untilField } from "../helpers/page.ts";

/** Marks the window: a page that was loaded anew has no mark. */
const MARK = () => {
  (globalThis as { isSame?: boolean }).isSame = true;
};
const isSame = () => (globalThis as { isSame?: boolean }).isSame === true;
const focused = () => {
  const { activeElement: element } = document;
  return `${element?.localName} ${element?.textContent?.trim().slice(0, 40)}`;
};

describe("links between pages", () => {
  it.each([DESKTOP, PHONE])("leave the map as it is, and back leads to it: $width", async (viewport) => {
    const { page, problems } = await openPage({ viewport });
    const isDesktop = viewport === DESKTOP;
    await openMap(page, `/?indicator=councils&area=50${isDesktop ? "&table=areas&panel=filters" : ""}`);
    await page.evaluate(MARK);
    const at = await untilField(page, "at", /./);
    const before = page.url();
    const canvas = await page.locator("canvas.maplibregl-canvas").first().elementHandle();
    const scroller = page.locator('[role="table"], [role="grid"]').first();
    if (isDesktop) {
      await scroller.waitFor();
      await scroller.evaluate((element) => {
        for (let one: Element | null = element; one; one = one.parentElement) one.scrollTop = 400;
      });
    }

    await page.getByRole("link", { name: "ข้อมูลพื้นที่" }).first().click();
    await page.getByRole("heading", { level: 1, name: "จังหวัดเชียงใหม่" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/areas/50");
    await expect.poll(() => page.evaluate(focused)).toBe("h1 จังหวัดเชียงใหม่");
    await expect.poll(() => page.title()).toBe("จังหวัดเชียงใหม่ · ข้อมูลพื้นที่");
    expect(await page.evaluate(isSame)).toBe(true);
    // what waits behind is out of sight, of reach and of the tree that is read aloud
    expect(await page.getByRole("button", { name: "ขยายแผนที่" }).count()).toBe(0);

    await page.goBack();
    await page.waitForURL(before);
    expect(await page.evaluate(isSame)).toBe(true);
    expect(field(page, "at")).toBe(at);
    expect(await canvas?.evaluate((element) => element.isConnected)).toBe(true);
    await expect.poll(() => page.evaluate(focused)).toContain("ข้อมูลพื้นที่");
    if (isDesktop) {
      const scrolled = await scroller.evaluate((element) => {
        let most = 0;
        for (let one: Element | null = element; one; one = one.parentElement)
          most = Math.max(most, one.scrollTop);
        return most;
      });
      expect(scrolled).toBe(400);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("begin at the top, and back leads to where somebody was", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/targets");
    await page.getByRole("link", { name: "ที่มาของตัวเลข" }).nth(6).waitFor();
    await page.evaluate(MARK);
    const link = page.getByRole("link", { name: "ที่มาของตัวเลข" }).nth(6);
    await link.scrollIntoViewIfNeeded();
    const scroll = () => page.evaluate(() => scrollY);
    const before = await scroll();
    expect(before).toBeGreaterThan(0);
    const href = await link.getAttribute("href");
    await link.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/explain\//);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await expect.poll(scroll).toBe(0);
    await page.goBack();
    await expect.poll(scroll).toBe(before);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("href") ?? null))
      .toBe(href);
    expect(await page.evaluate(isSame)).toBe(true);
    await page.reload();
    await expect.poll(scroll).toBe(before);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("stay links of the browser: another tab when asked for, and the server's page for what is none of ours", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/areas/50");
    await page.getByRole("heading", { level: 1 }).waitFor();
    const [other] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("link", { name: "ดูเป้าหมายทั้งหมด" }).click({ modifiers: ["Control"] }),
    ]);
    await other.getByRole("heading", { level: 1, name: "เป้าหมายทั้งหมด" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/areas/50");
    await page.getByRole("link", { name: "OpenAPI" }).click();
    await page.waitForURL("**/api/openapi.json");
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("bring the map to what they name", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await openMap(page, "/?indicator=councils");
    const country = await untilField(page, "at", /./);
    await page.getByRole("link", { name: "ข้อมูลพื้นที่" }).first().click();
    await page.getByRole("link", { name: "ภาคเหนือ" }).first().click();
    await page.getByRole("heading", { level: 1, name: "ภาคเหนือ" }).waitFor();
    await page.getByRole("link", { name: /น่าน$/ }).first().click();
    await page.getByRole("heading", { level: 1, name: "จังหวัดน่าน" }).waitFor();
    await page.getByRole("link", { name: "ดูบนแผนที่" }).first().click();
    await untilField(page, "area", /^55$/);
    await expect.poll(() => field(page, "at") ?? country, { timeout: 30_000 }).not.toBe(country);
    await page.getByRole("heading", { name: "จังหวัดน่าน" }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
