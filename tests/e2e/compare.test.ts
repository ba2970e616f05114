// Years on the map: the slider and its play button, and two maps that always show the same ground.
import { describe, expect, it } from "vitest";
import { seriousViolations } from "../helpers/axe.ts";
import { keepScreenshot, openPage, type Page } from "../helpers/browser.ts";
import { DESKTOP, field, numberIn, openMap, PHONE, untilChanged, untilField } from "../helpers/page.ts";

const untilCompared = (page: Page) => page.locator('[data-compared="true"]').waitFor({ timeout: 60_000 });
const legendLines = async (page: Page) =>
  (await page.getByRole("region", { name: "คำอธิบายสี" }).locator("li").allTextContents()).join("|");

describe("the year slider", () => {
  it("shows a year by key and by click, and plays to the last", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await openMap(page, "/?indicator=plans-linked&level=province&fiscal_year=2018");
    const slider = page.getByRole("slider", { name: "ปีงบประมาณ (พ.ศ.)" });
    expect(await slider.getAttribute("aria-valuetext")).toBe("2561");
    await slider.press("ArrowRight");
    await untilField(page, "fiscal_year", /^2019$/);
    await page.getByRole("button", { name: "2560", exact: true }).click();
    await untilField(page, "fiscal_year", /^2017$/);

    const seen: string[] = [];
    await page.getByRole("button", { name: "เล่นตามปีงบประมาณ" }).click();
    await expect
      .poll(async () => {
        const lines = await legendLines(page);
        if (!seen.includes(lines)) seen.push(lines);
        return field(page, "fiscal_year");
      })
      .toBe("2021");
    // every year drew something else, and at the last the playing ends by itself
    expect(seen.length).toBeGreaterThanOrEqual(4);
    await page.getByRole("button", { name: "เล่นตามปีงบประมาณ" }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("two maps", () => {
  it("open from the panel, move together, and tell both figures", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await openMap(page, "/?indicator=plans-linked&level=province&at=6/15.5/101");
    await page.getByRole("button", { name: "เปรียบเทียบปีหรือตัวชี้วัด" }).click();
    await untilCompared(page);
    await untilField(page, "compare", /^plans-linked\/2017\/swipe$/);
    const sides = page.locator("[data-side]");
    await expect.poll(() => sides.count()).toBe(2);
    const [first = "", second = ""] = await sides.allTextContents();
    expect(first).toContain("2564");
    expect(second).toContain("2560");
    expect(numberIn(first.split("ประเทศไทย")[1] ?? "")).toBeGreaterThan(
      numberIn(second.split("ประเทศไทย")[1] ?? ""),
    );
    // one legend, a column for each year: both count all provinces
    const counts = await page
      .getByRole("region", { name: "คำอธิบายสี" })
      .locator("li")
      .evaluateAll((lines) =>
        lines.map((line) => [...line.children].slice(-2).map((one) => Number(one.textContent))),
      );
    expect(counts.reduce((sum, [a = 0]) => sum + a, 0)).toBe(77);
    expect(counts.reduce((sum, [, b = 0]) => sum + b, 0)).toBe(77);

    // a wheel on the second map zooms the first, whose place is in the link
    const before = field(page, "at");
    await page.mouse.move(900, 450);
    await page.mouse.wheel(0, -400);
    await untilChanged(page, "at", before);

    const divider = page.getByRole("slider", { name: /^เส้นแบ่งระหว่างแผนที่/ });
    await divider.press("ArrowLeft");
    expect(await divider.getAttribute("aria-valuenow")).toBe("45");
    await page.getByRole("radio", { name: "แบ่งจอ" }).check();
    await untilField(page, "compare", /split$/);
    await page.getByRole("group", { name: "แผนที่ด้านขวา" }).getByLabel("ตัวชี้วัด").selectOption("councils");
    await untilField(page, "compare", /^councils\/2017\/split$/);
    await expect.poll(() => sides.last().textContent()).toContain("สภาองค์กรชุมชน");
    await keepScreenshot(page, "compare-split");
    await page.getByRole("button", { name: "สลับข้าง" }).click();
    await untilField(page, "indicator", /^councils$/);
    await untilField(page, "compare", /^plans-linked\/2021\/split$/);
    await page.getByRole("button", { name: "เลิกเปรียบเทียบ" }).click();
    expect(await page.locator("[data-compared]").count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("show what is picked on the second map in the card", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await openMap(page, "/?level=province&at=6/15.5/101&compare=councils/2019/swipe");
    await untilCompared(page);
    await expect
      .poll(async () => {
        await page.mouse.click(780, 430);
        return field(page, "area") ?? "";
      })
      .toMatch(/^\d\d$/);
    await page.getByRole("article").getByRole("heading", { level: 2 }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("fit a phone, and axe finds nothing serious", async () => {
    const { page, problems } = await openPage({ viewport: PHONE, isMobile: true, hasTouch: true });
    await openMap(page, "/?panel=layers&level=province&compare=plans-linked/2018/swipe");
    await untilCompared(page);
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
    await keepScreenshot(page, "compare-phone");
    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
