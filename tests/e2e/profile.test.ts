// The profile of a place of every level: what it shows, where its links go, and what comes out on paper.
import { describe, expect, it } from "vitest";
import { seriousViolations } from "../helpers/axe.ts";
import { keepScreenshot, openPage, type Page } from "../helpers/browser.ts";
import { DESKTOP, numberIn, PHONE } from "../helpers/page.ts";
import { lettersOfSheets } from "../helpers/sheets.ts";

const SECTIONS = [
  /^ตัวชี้วัดเทียบกับเป้าหมาย · ปีงบประมาณ 25\d\d$/,
  /^องค์กร แผน และโครงการ · ณ สิ้นปีงบประมาณ 25\d\d$/,
  /^พื้นที่ต้นแบบ บทเรียน และเจตนารมณ์ · ณ สิ้นปีงบประมาณ 25\d\d$/,
  /^ข้อมูลทุกชนิดในทะเบียน · ณ สิ้นปีงบประมาณ 25\d\d$/,
  /^พื้นที่ใกล้เคียงและภายใน$/,
  /^แหล่งข้อมูล$/,
];
const PLACES = [
  { level: "country", code: "TH", name: /^ประเทศไทย$/ },
  { level: "region", code: "R1", name: /^ภาคเหนือ$/ },
  { level: "province", code: "50", name: /^จังหวัดเชียงใหม่$/ },
  { level: "district", code: "5001", name: /^อำเภอเมืองเชียงใหม่$/ },
  { level: "tambon", code: "500101", name: /^ตำบลศรีภูมิ$/ },
  { level: "authority-whole", extent: "whole", name: /^(อบต\.|เทศบาล|เขต)/ },
  { level: "authority-part", extent: "part", name: /^(อบต\.|เทศบาล)/ },
  { level: "authority-province", extent: "province", name: /^(อบจ\.|กรุงเทพมหานคร)/ },
];

/** The first local authority that has its tambon whole, in part, or lies over a province. */
async function authority(page: Page, extent: string): Promise<string> {
  const answer = await page.request.get(`/api/local-authorities?extent=${extent}&limit=1`);
  const { items } = await answer.json();
  return items[0].code;
}

describe.each([
  { device: "desktop", viewport: DESKTOP, scheme: "light" },
  { device: "phone", viewport: PHONE, scheme: "dark" },
] as const)("/areas/:code, $device", ({ device, viewport, scheme }) => {
  it.each(PLACES)("shows the place in its parts: $level", async ({ level, code, extent, name }) => {
    const isMobile = device === "phone";
    const { page, problems } = await openPage({ viewport, isMobile, colorScheme: scheme });
    const place = code ?? (await authority(page, extent ?? ""));
    await page.goto(`/areas/${place}?fiscal_year=2021`);
    const heading = page.getByRole("heading", { level: 1 });
    await heading.waitFor();
    expect(await heading.textContent()).toMatch(name);
    const indicators = page.getByRole("list", { name: "เป้าหมายของยุทธศาสตร์" });
    await indicators.getByRole("listitem").first().waitFor();
    expect(await indicators.getByRole("heading").first().textContent()).toMatch(/^1\.1 /);
    const titles = await page.getByRole("heading", { level: 2 }).allTextContents();
    SECTIONS.forEach((title, i) => {
      expect(titles[i]).toMatch(title);
    });
    expect(await page.getByRole("img", { name: (await heading.textContent()) ?? "" }).count()).toBe(1);
    // what is known of the place's own, and where only the whole tambon's is
    const population = page.locator("dl div", { hasText: "ประชากรตามทะเบียน" }).locator("dd");
    expect(await population.textContent()).toMatch(level === "authority-part" ? /^ไม่ทราบ$/ : /^[\d,]+ คน$/);
    expect(await page.getByText(/มีพื้นที่เพียงบางส่วนของบางตำบล/).count()).toBe(level === "authority-part" ? 1 : 0);
    // it comes with what says which records are made up
    const notice = page.getByRole("complementary").filter({ hasText: "ข้อมูลสมมุติ" });
    await expect.poll(() => notice.count()).toBe(1);
    await keepScreenshot(page, `profile-${level}-${device}`);

    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("counts a province's records as the lists do, and changes the year in the link", async () => {
    const { page } = await openPage({ viewport, isMobile: device === "phone" });
    await page.goto("/areas/50");
    const card = page
      .getByRole("article")
      .filter({ has: page.getByRole("heading", { name: "แผนพัฒนาชุมชนท้องถิ่น" }) });
    await card.waitFor();
    const steps = await card.getByRole("listitem").locator("strong").allTextContents();
    expect(steps).toHaveLength(8);
    const total = numberIn(
      (
        await card
          .getByText(/รายการ$/)
          .first()
          .textContent()
      )?.split("·")[1] ?? "",
    );
    expect(steps.reduce((sum, step) => sum + numberIn(step), 0)).toBe(total);

    const first = page.getByRole("list", { name: "เป้าหมายของยุทธศาสตร์" }).getByRole("listitem").first();
    const before = await first.textContent();
    await page.getByLabel("ปีงบประมาณ (พ.ศ.)").selectOption("2017");
    await expect.poll(() => first.textContent()).not.toBe(before);
    expect(new URL(page.url()).searchParams.get("fiscal_year")).toBe("2017");
    await page.context().close();
  });

  it("counts every kind of record, leads to the latest and to the table, and names what there is none of", async () => {
    const { page, problems } = await openPage({ viewport, isMobile: device === "phone" });
    const answer = await page.request.get("/api/areas/50/profile?fiscal_year=2020");
    const { records } = await answer.json();
    const reviews = records.find(
      ({ collection }: { collection: string }) => collection === "quality_reviews",
    );
    await page.goto("/areas/50?fiscal_year=2020");
    const part = page.getByRole("region", { name: /^ข้อมูลทุกชนิดในทะเบียน/ });
    const row = part
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading", { name: "การสอบทานคุณภาพ" }) });
    await row.getByText(`${reviews.count} ครั้ง`, { exact: true }).waitFor();
    const newest = row.getByRole("link", { name: /^การสอบทานคุณภาพ · / });
    expect(await newest.count()).toBe(3);
    expect(await newest.first().getAttribute("href")).toContain(`quality_review=${reviews.newest[0].id}`);
    expect(await row.getByRole("link", { name: "คะแนนรายเกณฑ์" }).getAttribute("href")).toBe(
      "/?fiscal_year=2020&within=50&table=quality_scores",
    );
    await row.getByRole("link", { name: "ดูทั้งหมดในตาราง: การสอบทานคุณภาพ" }).click();
    await page.getByText(new RegExp(`^การสอบทานคุณภาพ ${reviews.count} ครั้ง`)).waitFor();

    await page.goto("/areas/500101?fiscal_year=2017&lang=en");
    await page.getByText(/^None on record: .*[Ll]essons/).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("tells a plan that has run out as that, with the way to it, and why the tambon does not count", async () => {
    const { page } = await openPage({ viewport, isMobile: device === "phone" });
    const answer = await page.request.get("/api/coverage/plans-linked/areas/50?fiscal_year=2021");
    const { not_counted: units } = await answer.json();
    const { code } = units.find(({ reason }: { reason: string }) => reason === "plan_expired");
    await page.goto(`/areas/${code}?fiscal_year=2021`);
    const card = page
      .getByRole("article")
      .filter({ has: page.getByRole("heading", { name: "แผนพัฒนาชุมชนท้องถิ่น" }) });
    await card.getByText(/^ไม่มีแผนที่ใช้อยู่ในปีงบประมาณ 2564 · หมดอายุแล้ว \d ฉบับ/).waitFor();
    expect(await card.getByText(/ในทะเบียน/).count()).toBe(0);
    const [plan] = await card.getByRole("listitem").all();
    expect(await plan?.textContent()).toMatch(/หมดอายุเมื่อสิ้นปีงบประมาณ 25\d\d$/);
    expect(await plan?.getByRole("link").getAttribute("href")).toMatch(/^\/\?fiscal_year=2021&plan=/);
    const first = page.getByRole("list", { name: "เป้าหมายของยุทธศาสตร์" }).getByRole("listitem").first();
    await first.getByText("แผนหมดอายุแล้ว", { exact: true }).waitFor();
    await keepScreenshot(page, `profile-run-out-${device}`);
    await page.context().close();
  });

  it("says what is wrong with a place that is none", async () => {
    const { page } = await openPage({ viewport, isMobile: device === "phone" });
    await page.goto("/areas/99");
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/เปิดข้อมูลพื้นที่ไม่ได้.*ไม่มีพื้นที่หรือ อปท. ที่ใช้รหัส 99$/);
    // asking again finds no more
    expect(await alert.getByRole("button").count()).toBe(0);
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
    await page.context().close();
  });
});

describe("links of a profile", () => {
  it("lead up, down, sideways, to the map, the targets and the explanation", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/areas/500101?fiscal_year=2020");
    const path = page.getByRole("navigation", { name: "เส้นทางพื้นที่" });
    await path.getByRole("link").first().waitFor();
    const addresses = await path
      .getByRole("link")
      .evaluateAll((links) => links.map((a) => a.getAttribute("href")));
    expect(addresses.map((address) => address?.replace("?fiscal_year=2020", ""))).toEqual([
      "/areas/TH",
      "/areas/R1",
      "/areas/50",
      "/areas/5001",
    ]);
    const href = (name: string) => page.getByRole("link", { name }).first().getAttribute("href");
    expect(await href("ดูบนแผนที่")).toBe("/?area=500101&fiscal_year=2020");
    expect(await href("ดูเป้าหมายทั้งหมด")).toBe("/targets?area=500101&fiscal_year=2020");
    expect(await href("ที่มาของตัวเลข: ตำบลที่มีแผนพัฒนาเชื่อมโยง")).toBe(
      "/explain/plans-linked/500101?fiscal_year=2020",
    );
    await page.getByRole("link", { name: "อำเภอเมืองเชียงใหม่" }).click();
    await page.getByRole("heading", { level: 1, name: "อำเภอเมืองเชียงใหม่" }).waitFor();
    await page.getByRole("link", { name: "ตำบลศรีภูมิ" }).click();
    await page.getByRole("heading", { level: 1, name: "ตำบลศรีภูมิ" }).waitFor();
    expect(problems).toEqual([]);
  });

  it("are found on the cards of the map", async () => {
    const { page } = await openPage({ viewport: DESKTOP });
    for (const [address, profile] of [
      ["/", "/areas/TH"],
      ["/?area=50", "/areas/50"],
      ["/?area=R1", "/areas/R1"],
    ] as const) {
      await page.goto(address);
      const link = page.getByRole("link", { name: "ข้อมูลพื้นที่", exact: true });
      await link.waitFor();
      expect(await link.getAttribute("href")).toBe(`${profile}?fiscal_year=2021`);
    }
  });
});

describe("a profile on paper", () => {
  it("is A4 and light, without what only a screen can use, with its address and sheets numbered", async () => {
    const { page } = await openPage({ viewport: DESKTOP, colorScheme: "dark" });
    await page.goto("/areas/500101");
    await page.getByRole("list", { name: "เป้าหมายของยุทธศาสตร์" }).getByRole("listitem").first().waitFor();
    const address = page.getByText(/^ที่อยู่ของหน้านี้ http.*\/areas\/500101/);
    const bar = page.getByRole("banner");
    expect([await bar.isVisible(), await address.isVisible()]).toEqual([true, false]);

    await page.emulateMedia({ media: "print" });
    expect([await bar.isVisible(), await address.isVisible()]).toEqual([false, true]);
    for (const name of ["พิมพ์ (A4)", "ที่มาของตัวเลข"]) {
      expect(await page.getByText(name, { exact: true }).first().isVisible()).toBe(false);
    }
    expect(await page.getByLabel("ปีงบประมาณ (พ.ศ.)").isVisible()).toBe(false);
    const card = page.getByRole("article").first();
    expect(await card.evaluate((one) => getComputedStyle(one).breakInside)).toBe("avoid");
    expect(await card.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe("rgb(255, 255, 255)");

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(sheets.length).toBeGreaterThanOrEqual(2);
    expect(sheets.map(([, width, height]) => [Number(width), Number(height)])).toEqual(
      sheets.map(() => [expect.closeTo(595, 0), expect.closeTo(842, 0)]),
    );
    await keepScreenshot(page, "profile-print");
  });

  it.each(["/areas/R1?lang=en", "/areas/500101", "/explain/plans-linked/5001"])(
    "says on every sheet what is made up, and leaves none nearly empty: %s",
    async (path) => {
      const { page } = await openPage({ viewport: DESKTOP });
      await page.goto(path);
      await page
        .getByRole("complementary")
        .filter({ hasText: /made-up|ข้อมูลสมมุติ/ })
        .waitFor();
      await page.waitForLoadState("networkidle");
      await page.emulateMedia({ media: "print" });
      const print = async () => lettersOfSheets(await page.pdf({ preferCSSPageSize: true }));
      const foot = () => document.documentElement.style.getPropertyValue("--sheet-notice");
      expect(await page.evaluate(foot)).toMatch(/ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง|made-up data, not real/i);
      const sheets = await print();
      expect(Math.min(...sheets)).toBeGreaterThan(400);
      await page.evaluate(() => document.documentElement.style.removeProperty("--sheet-notice"));
      const without = await print();
      const said = sheets.map((letters, i) => letters - (without[i] ?? 0));
      expect(said.every((letters) => letters === said[0] && letters > 20)).toBe(true);
      await page.context().close();
    },
  );

  it("keeps similar places together, with the words about them", async () => {
    const { page } = await openPage({ viewport: DESKTOP });
    await page.goto("/areas/500101");
    const similar = page.locator("details", {
      has: page.getByRole("heading", { name: "พื้นที่คล้ายกันที่ทำได้แล้ว" }),
    });
    await similar.getByRole("listitem").first().waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await similar.evaluate((one) => getComputedStyle(one).breakInside)).toBe("avoid");
    // it fits on one
    expect((await similar.boundingBox())?.height).toBeLessThan(900);
    await page.context().close();
  });
});
