// What stands beside a figure: the numbers its ratio is of, the look of what is withheld, and states in the right words.
import { describe, expect, it } from "vitest";
import { seriousViolations } from "../helpers/axe.ts";
import { keepScreenshot, openPage } from "../helpers/browser.ts";
import { DESKTOP, field, openMap, PHONE, untilField } from "../helpers/page.ts";

const MET = /ครัวเรือนที่ได้รับประโยชน์ในตำบลที่สำรวจแล้ว ([\d,]+) จากที่เดือดร้อน ([\d,]+) \((\d+(?:\.\d)?)%\)/;

const plain = (text: string | undefined) => Number((text ?? "").replaceAll(",", ""));

describe("met need", () => {
  it.each(["/?indicator=housing-households", "/targets", "/areas/TH", "/explain/housing-households/TH"])(
    "is a line of its own, of the two numbers in it, at %s",
    async (path) => {
      const { page, problems } = await openPage({ viewport: DESKTOP });
      await page.goto(path);
      const line = await page.getByText(MET).first().textContent();
      const [, numerator, denominator, percent] = MET.exec(line ?? "") ?? [];
      expect((plain(numerator) / plain(denominator)) * 100).toBeCloseTo(plain(percent), 0);
      expect(problems).toEqual([]);
      await page.context().close();
    },
  );
});

describe("the numbers of a rate", () => {
  it.each([
    ["/targets", "/api/overview?place=TH", "staff-ability", /([\d,]+) จาก ([\d,]+) คน/],
    ["/areas/50", "/api/overview?place=50", "organization-density", /([\d,]+) องค์กร ต่อประชากร ([\d,]+) คน/],
  ])("has its two numbers beside it: %s", async (path, api, indicator, words) => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    const { items } = await (await page.request.get(api)).json();
    const { numerator, denominator } = items.find(
      (item: { indicator: string }) => item.indicator === indicator,
    );
    await page.goto(path);
    const [, above, below] = words.exec((await page.getByText(words).first().textContent()) ?? "") ?? [];
    expect([plain(above), plain(below)]).toEqual([numerator, denominator]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("a published denominator", () => {
  it("is told beside the number of units on record, wherever the two differ", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    const { items } = await (await page.request.get("/api/overview?place=TH")).json();
    // on the stand-in there are as many tambon as were published
    const differing = items.filter(
      (item: { indicator: string; denominator: number; units: number }) =>
        ["plans-linked", "organization-quality"].includes(item.indicator) && item.denominator !== item.units,
    );
    expect(differing).not.toEqual([]);
    for (const { indicator, denominator, units } of differing) {
      const words = new RegExp(
        `ตัวหาร ${denominator.toLocaleString("en")} เป็นจำนวนที่เผยแพร่ ส่วนในระบบนี้มี ${units.toLocaleString("en")} `,
      );
      for (const path of [`/?indicator=${indicator}`, "/targets", "/areas/TH", `/explain/${indicator}/TH`]) {
        await page.goto(path);
        await page.getByText(words).first().waitFor();
      }
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe.each([
  { device: "desktop", viewport: DESKTOP },
  { device: "phone", viewport: PHONE },
] as const)("a level that says little, $device", ({ device, viewport }) => {
  it("is told on the map where most is withheld, and leads to one that says more", async () => {
    const { page, problems } = await openPage({ viewport, isMobile: device === "phone" });
    await openMap(page, "/?indicator=leaders&level=tambon&panel=layers");
    await page.getByText("ตัวเลขรายตำบล/แขวงส่วนใหญ่มีเฉพาะตัวเลข 1–4 ของแต่ละปี จึงไม่เปิดเผย").waitFor();
    await page.getByText("ไม่เปิดเผย (มีเฉพาะตัวเลข 1–4 ของแต่ละปี)").waitFor();
    await keepScreenshot(page, `withheld-${device}`);
    expect(await seriousViolations(page)).toEqual([]);
    const better = page.getByRole("button", { name: /^ดูราย(จังหวัด|อำเภอ)/ });
    await better.click();
    await untilField(page, "level", /^(province|district)$/);
    await better.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("is told where there are no figures so fine", async () => {
    const { page } = await openPage({ viewport, isMobile: device === "phone" });
    await openMap(page, "/?indicator=cooperation-provinces&level=tambon");
    await page.getByText("ตัวชี้วัดนี้ไม่มีตัวเลขรายตำบล/แขวง").waitFor();
    await page.getByRole("button", { name: "ดูรายจังหวัด" }).click();
    await expect.poll(() => field(page, "level")).toBe("province");
    await page.context().close();
  });
});

describe("states", () => {
  it.each([
    ["staff-ability", "รายงานแล้ว"],
    ["leaders", "มีผลแล้ว"],
    ["population", "มีข้อมูลแล้ว"],
    ["plans-linked", "เข้าเกณฑ์แล้ว"],
  ])("of %s are told in its own words", async (indicator, words) => {
    const { page } = await openPage({ viewport: DESKTOP });
    // one report of the whole country has no states to be counted by on the map
    const paths = indicator === "staff-ability" ? [] : [`/?indicator=${indicator}`];
    for (const path of [`/explain/${indicator}/TH`, ...paths]) {
      await page.goto(path);
      await page.getByText(words).first().waitFor();
      const text = await page.getByRole("main").textContent();
      if (indicator !== "plans-linked") expect(text).not.toMatch(/เข้าเกณฑ์แล้ว|เกณฑ์อย่างน้อย/);
    }
    await page.context().close();
  });
});

describe("one figure of the whole country", () => {
  it.each(["governance-efficiency", "staff-ability"])(
    "%s is explained, and not added up",
    async (indicator) => {
      const { page, problems } = await openPage({ viewport: DESKTOP });
      await page.goto(`/?indicator=${indicator}`);
      await page.getByRole("link", { name: "ดูที่มาของตัวเลข", exact: true }).waitFor();
      expect(await page.getByText(/พร้อมเหตุผล|ยังไม่รายงาน/).count()).toBe(0);
      await page.getByRole("link", { name: "ดูที่มาของตัวเลข", exact: true }).click();
      await page.getByRole("heading", { name: "รายงานที่ใช้คิดตัวเลขนี้" }).waitFor();
      expect(await page.getByRole("main").textContent()).not.toContain("= 1 ประเทศ");
      expect(problems).toEqual([]);
      await page.context().close();
    },
  );
});

describe("a rate", () => {
  it("is never 0 where there is something, and says what it is of and what is counted", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/?indicator=organization-density&within=10&level=province&table=areas");
    await page.getByText(/^[\d,]+ องค์กร ต่อประชากร [\d,]+ คน$/).waitFor();
    await page.getByRole("columnheader", { name: "องค์กรต่อประชากร 1,000 คน" }).waitFor();
    expect(await page.getByRole("columnheader", { name: "ร้อยละ" }).count()).toBe(0);
    const cell = page.getByRole("grid").getByRole("row").nth(1).getByRole("gridcell").nth(2);
    expect(Number(await cell.textContent())).toBeGreaterThan(0);
    await page.getByRole("button", { name: "ดูตำบล/แขวงและเขตตามสถานะ พร้อมเหตุผล" }).waitFor();
    await keepScreenshot(page, "rate");
    await page.goto("/explain/organization-density/10");
    await page.getByText(/= \d+ ตำบล\/แขวงและเขต$/).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("another denominator", () => {
  it("is told where it is another number, and only there", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/?indicator=cooperation-provinces&lang=en");
    await page.getByText(/of 77 provinces$/).waitFor();
    expect(await page.getByText(/^With the denominator/).count()).toBe(0);
    await page.goto("/?indicator=organization-quality&lang=en");
    await page.getByText(/^With the denominator “.+” \([\d,]+\) instead, it is/).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
