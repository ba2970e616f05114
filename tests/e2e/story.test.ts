// The story of the issue: open → switch layer → drill to a tambon → filter → export → reload → phone → English.
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { keepScreenshot, openPage, type Page, type Request } from "../helpers/browser.ts";
import { clickMapUntilArea, DESKTOP, field, numberIn, openMap, PHONE, untilField } from "../helpers/page.ts";

let page: Page;
let problems: string[];
let link: string;

beforeAll(async () => {
  ({ page, problems } = await openPage({ viewport: DESKTOP }));
});

const information = () => page.locator("#information");
const table = () => page.getByRole("region", { name: "ตารางข้อมูล" });

/** Downloads by the dialog that is open. */
async function download(): Promise<{ name: string; count: number; text: string }> {
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/ไฟล์จะมี/).waitFor();
  const promised = numberIn(await dialog.getByText(/ไฟล์จะมี/).textContent());
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("link", { name: "ดาวน์โหลด GeoJSON" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  const { features } = JSON.parse(text) as { features: unknown[] };
  expect(features).toHaveLength(promised);
  await dialog.getByText("ดาวน์โหลดแล้ว").waitFor();
  await dialog.getByRole("button", { name: "ปิดหน้าต่างส่งออก" }).click();
  return { name: file.suggestedFilename(), count: features.length, text };
}

describe("from the country to one tambon and out with the data", () => {
  it("opens on Thailand, coloured, with the country's figure", async () => {
    await openMap(page);
    await information().getByText("ประเทศไทย").first().waitFor();
    expect(await information().textContent()).toMatch(/เป้าหมาย 3,000 ตำบล ภายในปีงบประมาณ 2564/);
    const legend = page.getByRole("region", { name: "คำอธิบายสี" });
    const counts = await legend.locator("li span:last-child").allTextContents();
    expect(counts.map(numberIn).reduce((a, b) => a + b, 0)).toBe(77);
    await keepScreenshot(page, "01-country");
  });

  it("switches the layer with one small request, and the map keeps its colours meanwhile", async () => {
    const asked: string[] = [];
    const listen = (request: Request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith("/api/")) asked.push(pathname);
    };
    page.on("request", listen);
    // while the answer is on its way, the map must look as it did
    const middle = { clip: { x: 480, y: 200, width: 400, height: 400 } };
    let before = await page.screenshot(middle);
    const isAtRest = async () => {
      const now = await page.screenshot(middle);
      const isStill = now.equals(before);
      before = now;
      return isStill;
    };
    await expect.poll(isAtRest).toBe(true);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/api/coverage/councils**", async (route) => {
      await held;
      await route.continue();
    });
    await page.getByLabel("ตัวชี้วัด").selectOption("councils");
    await untilField(page, "indicator", /^councils$/);
    await page.waitForTimeout(400);
    expect(before.equals(await page.screenshot(middle))).toBe(true);
    letGo();
    await information()
      .getByText(/^สภาองค์กรชุมชน ·/)
      .waitFor();
    await expect.poll(async () => before.equals(await page.screenshot(middle))).toBe(false);
    page.off("request", listen);
    expect(asked).toEqual(["/api/coverage/councils"]);
    await keepScreenshot(page, "02-other-layer");
    await page.goBack();
    await expect.poll(() => page.getByLabel("ตัวชี้วัด").inputValue()).toBe("plans-linked");
  });

  it("drills down from a province to a tambon", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("เชียงใหม่");
    await page.getByRole("option", { name: /^จังหวัดเชียงใหม่/ }).waitFor();
    await page.keyboard.press("Enter");
    await untilField(page, "area", /^50$/);
    await information().getByRole("heading", { name: "จังหวัดเชียงใหม่" }).waitFor();
    await untilField(page, "at", /^[78]/);
    await keepScreenshot(page, "03-province");

    await clickMapUntilArea(page, 4);
    await information().getByRole("button", { name: "ซูมเข้า" }).click();
    await untilField(page, "at", /^(9\.[2-9]|1\d)/);
    const tambon = await clickMapUntilArea(page, 6);
    await information()
      .getByText(/เข้าเกณฑ์|ไม่มีข้อมูล|ไม่อยู่ในขอบเขต/)
      .first()
      .waitFor();
    const crumbs = page.getByRole("navigation", { name: "เส้นทางพื้นที่" }).getByRole("button");
    // country › region › province › district › tambon
    await expect.poll(() => crumbs.count()).toBe(5);
    expect(await information().locator("[data-area]").getAttribute("data-area")).toBe(tambon);
    const { local_authorities } = await (await page.request.get(`/api/areas/${tambon}`)).json();
    expect(local_authorities.length).toBeGreaterThan(0);
    for (const { name_th } of local_authorities) {
      expect(await information().locator("dl").textContent()).toContain(name_th);
    }
    await keepScreenshot(page, "04-tambon");
  });

  it("filters map, table and counts alike", async () => {
    const crumbs = page.getByRole("navigation", { name: "เส้นทางพื้นที่" });
    await crumbs.getByRole("button").nth(3).click();
    const district = await untilField(page, "area", /^\d{4}$/);
    await information().getByRole("button", { name: "กรองเฉพาะที่นี่" }).click();
    await untilField(page, "within", new RegExp(`^${district}$`));

    // kinds are offered once something they act on is shown
    await page.getByRole("tab", { name: /ตัวกรอง/ }).click();
    await page.getByText("ขณะนี้ไม่ได้แสดงองค์กรชุมชน").waitFor();
    expect(await page.getByLabel("สภาองค์กรชุมชน").count()).toBe(0);
    await page.getByRole("banner").getByRole("button", { name: "ตาราง" }).click();
    await page.getByRole("tab", { name: "องค์กรชุมชน" }).click();
    await page.getByLabel("สภาองค์กรชุมชน").check();
    await table().getByRole("grid").waitFor();
    const answer = await page.request.get(
      `/api/organizations?within=${district}&kind=council&fiscal_year=2021&limit=1`,
    );
    const { total } = (await answer.json()) as { total: number };
    await expect.poll(async () => numberIn(await table().getByRole("status").textContent())).toBe(total);
    await keepScreenshot(page, "05-filtered-table");
  });

  it("exports exactly what the table counts", async () => {
    for (const tab of ["องค์กรชุมชน", "แผน", "พื้นที่"]) {
      await table().getByRole("tab", { name: tab }).click();
      await expect.poll(async () => numberIn(await table().getByRole("status").textContent())).not.toBeNaN();
      const total = numberIn(await table().getByRole("status").textContent());
      await table().getByRole("button", { name: "ส่งออก" }).click();
      if (tab === "พื้นที่") await keepScreenshot(page, "06-export");
      const { count, name } = await download();
      expect([tab, count]).toEqual([tab, total]);
      expect(name).toMatch(/\.geojson$/);
    }
  });

  it("shows the same when the link is opened elsewhere", async () => {
    link = page.url();
    const other = await openPage({ viewport: DESKTOP });
    await openMap(other.page, link);
    const there = other.page.getByRole("region", { name: "ตารางข้อมูล" });
    await there.getByRole("grid").waitFor();
    for (const name of ["at", "within", "kind", "area", "table", "panel"]) {
      expect([name, field(other.page, name)]).toEqual([name, field(page, name)]);
    }
    expect(await other.page.locator("#information h2").textContent()).toBe(
      await information().locator("h2").textContent(),
    );
    expect(await there.getByRole("status").textContent()).toBe(
      await table().getByRole("status").textContent(),
    );
    expect(other.problems).toEqual([]);
    await other.page.context().close();
  });

  it("has room on a phone", async () => {
    const phone = await openPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    await openMap(phone.page);
    await keepScreenshot(phone.page, "07-phone-country");
    await clickMapUntilArea(phone.page, 2);
    await phone.page.locator("#information h2").waitFor();
    await keepScreenshot(phone.page, "08-phone-card");

    const nav = phone.page.getByRole("navigation", { name: "ส่วนต่าง ๆ ของหน้า" });
    for (const [name, shot] of [
      ["ชั้นข้อมูล", "09-phone-layers"],
      ["ตัวกรอง", "10-phone-filters"],
      ["ตาราง", "11-phone-table"],
    ] as const) {
      await nav.getByRole("button", { name }).click();
      await phone.page.waitForTimeout(700);
      await keepScreenshot(phone.page, shot);
    }
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    expect(await smallTargets(phone.page)).toEqual([]);
    expect(phone.problems).toEqual([]);
    await phone.page.context().close();
  });

  it("speaks English", async () => {
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Phuenthi" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await information().locator("h2").textContent()).toMatch(/District$/);
    const thai = await page
      .locator("body")
      .evaluate((body) =>
        [...body.querySelectorAll("button, label, h1, h2, h3, th, legend")]
          .map((element) => element.textContent)
          .filter((text) => /[ก-๙]/.test(text) && !text.includes("ภาษาไทย")),
      );
    // names of records have no English in the register
    expect(thai.filter((text) => !/กลุ่ม|สภา|กองทุน|แผน|วิสาหกิจ|เครือข่าย|สหกรณ์/.test(text))).toEqual([]);
    await keepScreenshot(page, "12-english");
  });

  it("left no error in the console and never left the origin", () => {
    expect(problems).toEqual([]);
  });
});

/** Buttons and fields in view that a thumb would miss: lower than 40 pixels. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, select, input[type=text], summary, [role=tab], a[href]")]
      .filter((element) => {
        const { width, height, top, left } = element.getBoundingClientRect();
        const isShown =
          width > 1 && height > 1 && top >= 0 && left >= 0 && top < innerHeight && left < innerWidth;
        return isShown && height < 40 && getComputedStyle(element).visibility === "visible";
      })
      .map((element) => `${element.tagName} ${element.textContent || element.getAttribute("aria-label")}`),
  );
}
