// The page of all targets: what it shows, on desktop and phone, and that nothing is wider than the window.
import { describe, expect, it } from "vitest";
import { seriousViolations } from "../helpers/axe.ts";
import { keepScreenshot, openPage } from "../helpers/browser.ts";
import { DESKTOP, PHONE, untilField } from "../helpers/page.ts";

describe.each([
  { device: "desktop", viewport: DESKTOP },
  { device: "phone", viewport: PHONE },
] as const)("/targets, $device", ({ device, viewport }) => {
  it("shows the seven targets of the strategy and the context, for any place and year", async () => {
    const { page, problems } = await openPage({ viewport, isMobile: device === "phone" });
    await page.goto("/targets?fiscal_year=2020");
    const strategy = page.getByRole("region", { name: "เป้าหมายของยุทธศาสตร์" });
    await strategy.getByRole("article").first().waitFor();
    expect(await strategy.getByRole("heading", { level: 3 }).allTextContents()).toEqual([
      "ประเด็นยุทธศาสตร์ที่ 1 การพัฒนาโดยใช้พื้นที่เป็นตัวตั้ง",
      expect.stringMatching(/^ประเด็นยุทธศาสตร์ที่ 2 การจัดระบบความสัมพันธ์.*สู่ความเปลี่ยนแปลงโครงสร้างและนโยบาย$/),
      expect.stringMatching(/^ประเด็นยุทธศาสตร์ที่ 3 การพัฒนาศักยภาพคน.*ในขบวนองค์กรชุมชนและองค์กรชุมชน$/),
      "ประเด็นยุทธศาสตร์ที่ 4 การพัฒนาระบบบริหารจัดการองค์กร",
    ]);
    const titles = await strategy.getByRole("heading", { level: 4 }).allTextContents();
    // the stages that lead to a target follow it
    expect(titles.slice(2, 5).every((title) => title.trim().startsWith("ครัวเรือน"))).toBe(true);
    expect(titles.map((title) => title.slice(0, 3)).filter((start) => /^\d/.test(start))).toEqual([
      "1.1",
      "1.2",
      "2.1",
      "3.1",
      "3.2",
      "4.1",
      "4.2",
    ]);
    const plans = strategy.getByRole("article").first();
    await plans.getByText("เป้าหมาย 3,000 ตำบล ภายในปีงบประมาณ 2564").waitFor();
    expect(await plans.textContent()).toMatch(/ต้องเพิ่มปีละ/);
    expect(await page.getByRole("complementary").textContent()).toMatch(/ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง/);
    await keepScreenshot(page, `targets-${device}`);

    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);

    // a page longer than the window scrolls
    await page.mouse.move(viewport.width / 2, viewport.height / 2);
    await page.mouse.wheel(0, 500);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);

    const before = await plans.textContent();
    await page.getByLabel("พื้นที่").selectOption("50");
    await expect.poll(() => plans.textContent()).not.toBe(before);
    expect(new URL(page.url()).searchParams.get("area")).toBe("50");
    // the way back leads to the same place and year
    const back = page.getByRole("banner").getByRole("link", { name: /กลับไปแผนที่/ });
    expect(await back.getAttribute("href")).toBe("/?area=50&fiscal_year=2020");

    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });
});

describe("/targets in English", () => {
  it("says the issues and who answers for a target in English", async () => {
    const { page, problems } = await openPage({ viewport: { width: 820, height: 1180 } });
    await page.goto("/targets?lang=en");
    const strategy = page.getByRole("region", { name: "Targets of the strategy" });
    await strategy.getByRole("article").first().waitFor();
    await strategy
      .getByRole("heading", { name: "Strategic issue 1: Development with the area as the starting point" })
      .waitFor();
    expect(await strategy.getByText("Community Organizations Development Institute").count()).toBe(7);
    expect(await strategy.getByText(/[ก-๎]/).count()).toBe(0);
    await page.goto("/targets/plans-linked?lang=en");
    const history = page.getByRole("region", { name: "All versions" });
    await history.getByText(/Community Organizations Development Institute/).waitFor();
    await page.goto("/explain/organization-quality/TH?lang=en");
    await page.getByText(/^With the denominator “.+” \([\d,]+\) instead, it is [\d.]+%$/).waitFor();
    await page.goto("/targets?lang=en");
    await strategy.getByRole("article").first().waitFor();
    await keepScreenshot(page, "targets-english");
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("the map by places that have no shape", () => {
  it("colours regions, and opens the card of one", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/?indicator=leaders&level=region&area=R1");
    const card = page.getByRole("article");
    await card.getByRole("heading", { name: "ภาคเหนือ" }).waitFor();
    await card.getByText("17 จังหวัด").waitFor();
    const legend = page.getByRole("region", { name: "คำอธิบายสี" });
    const counted = async () => {
      const counts = await legend.locator("li span:last-child").allTextContents();
      return counts.reduce((sum, text) => sum + Number(text), 0);
    };
    await expect.poll(counted).toBe(5);
    await keepScreenshot(page, "map-region");
    expect(problems).toEqual([]);
  });
  it("finds a local authority by what it is called, and goes there", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/");
    const { items } = await (
      await page.request.get("/api/local-authorities?kind=subdistrict_organization&extent=whole&limit=1")
    ).json();
    const name = `อบต.${items[0].name_th}`;
    await page.getByRole("combobox", { name: "ค้นหาพื้นที่หรือองค์กร" }).fill(name);
    await page
      .getByRole("option", { name: new RegExp(`^${name}`) })
      .first()
      .click();
    await page.getByRole("article").getByRole("heading", { name }).waitFor();
    await untilField(page, "at", /^(9|1\d)/);
    expect(problems).toEqual([]);
    await page.context().close();
  });
  it("lists local authorities, and shows an indicator without a map by its figure", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/?indicator=organization-quality&level=local_authority&table=areas");
    const table = page.getByRole("region", { name: "ตารางข้อมูล" });
    await table.getByText(/^เขต/).first().waitFor();
    await page.goto("/?indicator=staff-ability");
    const information = page.getByRole("complementary", { name: "ข้อมูลของสิ่งที่เลือก" });
    await information
      .getByText(/^\d+(\.\d)?%$/)
      .first()
      .waitFor();
    await keepScreenshot(page, "map-without-areas");
    expect(problems).toEqual([]);
  });
});

describe("/explain", () => {
  it.each([
    ["/explain/staff-ability/50", /ตัวชี้วัดนี้วัดระดับประเทศ จึงไม่มีตัวเลขของพื้นที่นี้/, "/explain/staff-ability/TH"],
    ["/explain/cooperation-provinces/5001", /ตัวชี้วัดนี้นับเป็นรายจังหวัด/, "/explain/cooperation-provinces/50"],
    ["/?indicator=staff-ability&area=50", /ตัวชี้วัดนี้วัดระดับประเทศ/, "/explain/staff-ability/TH"],
    ["/?indicator=staff-ability&area=500108", /ตัวชี้วัดนี้วัดระดับประเทศ/, "/explain/staff-ability/TH"],
    ["/targets?area=50", /ตัวชี้วัดนี้วัดระดับประเทศ/, "/explain/governance-efficiency/TH"],
  ])("%s says where the indicator is measured, and leads there", async (path, words, there) => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto(path);
    await page.getByText(words).first().waitFor({ timeout: 30_000 });
    const link = page.getByRole("link", { name: /^ที่มาของตัวเลข: (ประเทศไทย|จังหวัดเชียงใหม่)$/ }).first();
    await expect.poll(() => link.getAttribute("href")).toBe(`${there}?fiscal_year=2021`);
    // no sum of nothing, and no date of what is not shown
    expect(await page.getByText(/= 0 |^–$/).count()).toBe(0);
    if (path.startsWith("/explain")) {
      expect(await page.getByText(/รายงานตัวชี้วัดขององค์กร ณ|ยังไม่มีรายงาน/).count()).toBe(0);
    }
    await keepScreenshot(page, `elsewhere-${path.replaceAll(/\W+/g, "-")}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("shows a figure's rule, the lists that add up, and what a unit lacks", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/explain/cooperation-provinces/TH?fiscal_year=2021");
    await page.getByText(/= 77 จังหวัด$/).waitFor();
    await page.getByText("เกณฑ์รุ่นที่ 1").waitFor();
    await page
      .getByRole("region", { name: "นับอย่างไร" })
      .getByText(/^ประเด็นยุทธศาสตร์ที่ 2 /)
      .waitFor();
    await keepScreenshot(page, "explain-country");
    await page.getByText("ยังไม่เข้าเกณฑ์", { exact: true }).last().click();
    await page
      .getByRole("link", { name: /^จังหวัด/ })
      .first()
      .click();
    await page.getByRole("heading", { name: "เงื่อนไขทีละข้อ" }).waitFor();
    expect(await page.getByText("ยังไม่ครบ:").count()).toBeGreaterThan(0);
    await keepScreenshot(page, "explain-province");
    expect(problems).toEqual([]);
  });
  it("says what is wrong with a place that is none", async () => {
    const { page } = await openPage({ viewport: PHONE });
    await page.goto("/explain/leaders/99");
    await page.getByRole("alert").waitFor();
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
  });
});
