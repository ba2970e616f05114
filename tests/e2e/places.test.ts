// What the places of the filter do to the map's page, an indicator that has no map, and links that ask for what is not there.
import { describe, expect, it } from "vitest";
import { seriousViolations } from "../helpers/axe.ts";
import { keepScreenshot, openPage, type Page } from "../helpers/browser.ts";
import { DESKTOP, field, openMap, PHONE, untilChanged } from "../helpers/page.ts";

const legendSum = (page: Page) =>
  page
    .getByRole("region", { name: "คำอธิบายสี" })
    .locator("li")
    .evaluateAll((lines) => lines.reduce((sum, line) => sum + Number(line.lastElementChild?.textContent), 0));
const card = (page: Page) => page.locator("#information");
const longitude = (page: Page) => Number(field(page, "at")?.split("/")[2]);

describe("the places of the filter", () => {
  it("are what card, legend and table are of, and the map moves there and back", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await openMap(page, "/?indicator=plans-linked&level=province&at=5.2/13.2/101");
    await expect.poll(() => legendSum(page)).toBe(77);
    const country = await card(page).getByRole("heading", { level: 2 }).first().textContent();
    expect(country).toBe("ประเทศไทย");

    const before = field(page, "at");
    await page.getByRole("tab", { name: "ตัวกรอง" }).click();
    await page.getByRole("textbox", { name: "พิมพ์ชื่อเพื่อค้นหาในรายการ" }).fill("ภูเก็ต");
    await page.getByRole("treeitem", { name: "จังหวัดภูเก็ต" }).click();
    await page.getByRole("textbox", { name: "พิมพ์ชื่อเพื่อค้นหาในรายการ" }).fill("น่าน");
    await page.getByRole("treeitem", { name: "จังหวัดน่าน" }).click();
    await expect
      .poll(() => card(page).getByRole("heading", { level: 2 }).first().textContent())
      .toBe("จังหวัดภูเก็ต\u00a0· จังหวัดน่าน");
    await untilChanged(page, "at", before);
    await page.getByRole("tab", { name: "ชั้นข้อมูล" }).click();
    await expect.poll(() => legendSum(page)).toBe(2);

    // one place alone: its own figure, and the map goes there
    await page.getByRole("button", { name: "เอาตัวกรอง จังหวัดน่าน ออก" }).click();
    await expect.poll(() => longitude(page)).toBeLessThan(98.8);
    await expect
      .poll(() => card(page).getByRole("heading", { level: 2 }).first().textContent())
      .toBe("จังหวัดภูเก็ต");
    await page.getByRole("button", { name: "เอาตัวกรอง จังหวัดภูเก็ต ออก" }).click();
    await expect.poll(() => legendSum(page)).toBe(77);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("leave the map where a link has put it, and where the back button puts it", async () => {
    const { page } = await openPage({ viewport: DESKTOP });
    await openMap(page, "/?indicator=plans-linked&within=83&at=6/15.5/101");
    await page.waitForTimeout(1_500);
    expect(field(page, "at")).toBe("6/15.5/101");
    await page.context().close();
    const cold = await openPage({ viewport: PHONE });
    await openMap(cold.page, "/?indicator=plans-linked&within=83");
    await expect.poll(() => longitude(cold.page)).toBeLessThan(98.8);
    await cold.page.context().close();
  });

  it("below all that an indicator has are told, not drawn", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await openMap(page, "/?indicator=cooperation-provinces&within=5001");
    await card(page).getByText("จึงไม่มีค่าของพื้นที่ในตัวกรอง").waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

/** A local authority that has no tambon whole, the first tambon it has a part of, and another authority there. */
async function partlyThere(page: Page) {
  const { items } = await (await page.request.get("/api/local-authorities?extent=part&limit=100")).json();
  for (const { code } of items) {
    const { total } = await (await page.request.get(`/api/coverage/plans-linked/areas/${code}`)).json();
    const { areas } = await (await page.request.get(`/api/local-authorities/${code}`)).json();
    if (total.units === 0 && areas.length === 1) return { code, tambon: areas[0].path.at(-1).code };
  }
  throw new Error("no such authority");
}

/** Pixels of the map in the colour of what is selected. */
async function outlined(page: Page): Promise<number> {
  const bytes = [...(await page.screenshot({ clip: { x: 352, y: 120, width: 660, height: 640 } }))];
  return await page.evaluate(async (png) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(png)]));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas?.drawImage(image, 0, 0);
    const { data = [] } = canvas?.getImageData(0, 0, image.width, image.height) ?? {};
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const [red = 0, green = 0, blue = 0] = [data[i], data[i + 1], data[i + 2]];
      if (Math.abs(red - 179) + Math.abs(green - 38) + Math.abs(blue - 30) < 40) count += 1;
    }
    return count;
  }, bytes);
}

describe("a local authority", () => {
  it("is where its link leads, outlined, without a heading that has nothing below", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP, colorScheme: "light" });
    const { code, tambon } = await partlyThere(page);
    const { bbox } = await (await page.request.get(`/api/areas/${tambon}`)).json();
    const [west, south, east, north] = bbox;
    await openMap(page, `/?indicator=plans-linked&area=${code}`);
    await expect.poll(() => Number(field(page, "at")?.split("/")[0])).toBeGreaterThan(9);
    const [, lat, lon] = (field(page, "at") ?? "").split("/").map(Number);
    expect(lat).toBeGreaterThan(south - (north - south));
    expect(lat).toBeLessThan(north + (north - south));
    expect(lon).toBeGreaterThan(west - (east - west));
    expect(lon).toBeLessThan(east + (east - west));
    await expect.poll(() => outlined(page)).toBeGreaterThan(300);
    await keepScreenshot(page, "35-authority");
    await card(page).getByText("จึงไม่นับรวม").waitFor();
    expect(await card(page).getByRole("heading", { name: "ตำบลที่ใช้คิดตัวเลขนี้" }).count()).toBe(0);
    await page.getByRole("button", { name: "ปิดและกลับไปภาพรวมประเทศ" }).click();
    await expect.poll(() => outlined(page)).toBeLessThan(30);

    await page.goto(`/explain/plans-linked/${code}`);
    await page.getByText("จึงไม่นับรวม").waitFor();
    expect(await page.getByRole("heading", { name: "ตำบลที่ใช้คิดตัวเลขนี้" }).count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("is named with its kind beside areas, and its share is told as it is counted", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    const { code, tambon } = await partlyThere(page);
    const kinds = /^(เทศบาล|อบต\.|เมือง|เขต)/;
    await page.goto(`/explain/organization-quality/${tambon}?fiscal_year=2021`);
    const link = page.locator(`a[href^="/explain/organization-quality/${code}?"]`);
    await link.waitFor();
    expect(await link.textContent()).toMatch(kinds);
    await page.goto(`/explain/organization-quality/${tambon}?fiscal_year=2021&lang=en`);
    await link.waitFor();
    expect(await link.textContent()).toMatch(/ (Municipality|TAO|City|District)$/);

    await openMap(page, `/?indicator=organization-quality&fiscal_year=2021&area=${tambon}`);
    await card(page)
      .getByText(/บางส่วน ไม่มีการเผยแพร่สัดส่วน/)
      .waitFor();
    expect(await card(page).textContent()).toMatch(/แบ่งแต่ละแห่งเป็นส่วนเท่ากันตามจำนวนตำบลในเขต/);
    // in the lists of a district too
    await openMap(page, `/?indicator=organization-quality&fiscal_year=2021&area=${tambon.slice(0, 4)}`);
    const lists = card(page).locator("details[data-state]");
    await lists.first().waitFor();
    for (const list of await lists.all()) {
      await list.locator("summary").click();
      for (const name of await list.locator("li button").allTextContents()) expect(name).toMatch(kinds);
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("an indicator without a map", () => {
  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("says why, on a cold link (%s)", async (name, viewport) => {
    const { page, problems } = await openPage({ viewport });
    await openMap(page, "/?indicator=governance-efficiency&panel=layers");
    await page.getByText("มีค่าเดียวสำหรับทั้งประเทศ จึงไม่มีแผนที่").first().waitFor();
    await expect.poll(() => page.locator('main [role="status"]').count()).toBe(0);
    await keepScreenshot(page, `mapless-${name}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("leaves nothing of the map before it", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await openMap(page, "/?indicator=plans-linked&level=province&at=5.2/13.2/101");
    await expect.poll(() => legendSum(page)).toBe(77);
    const picture = async () => (await page.locator("canvas").first().screenshot()).toString("base64");
    const coloured = await picture();
    await page.getByRole("combobox", { name: "ตัวชี้วัด" }).selectOption("governance-efficiency");
    await page.getByText("มีค่าเดียวสำหรับทั้งประเทศ จึงไม่มีแผนที่").first().waitFor();
    await expect.poll(picture).not.toBe(coloured);
    const blank = await picture();
    await openMap(page, "/?indicator=governance-efficiency&level=province&at=5.2/13.2/101");
    await expect.poll(async () => (await picture()).length / blank.length).toBeCloseTo(1, 1);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("a link that asks for what is not there", () => {
  it.each([
    ["/?indicator=nothing-here", /ไม่มีตัวชี้วัดรหัส “nothing-here”/, "indicator", null],
    [
      "/?indicator=councils&fiscal_year=1999",
      /ไม่มีตัวเลขของปีงบประมาณ 2542 จึงแสดงปีงบประมาณ 2564 แทน/,
      "fiscal_year",
      null,
    ],
    ["/?indicator=councils&fiscal_year=25x", /ไม่มีตัวเลขของปีงบประมาณ “25x”/, "fiscal_year", null],
    ["/?indicator=councils&fiscal_year=2561", /ปีงบประมาณ 2561 ซึ่งเป็นปี พ.ศ. .*2018/, "fiscal_year", "2018"],
    [
      "/?indicator=councils&compare=staff-ability/2021/swipe",
      /ตัวชี้วัด “ความสามารถบุคลากร” มีค่าเดียวสำหรับทั้งประเทศ ไม่มีแผนที่/,
      "compare",
      null,
    ],
    [
      "/?indicator=staff-ability&compare=councils/2021/split",
      /ตัวชี้วัด “ความสามารถบุคลากร” มีค่าเดียวสำหรับทั้งประเทศ ไม่มีแผนที่/,
      "compare",
      null,
    ],
    ["/targets?fiscal_year=2561", /ปีงบประมาณ 2561 ซึ่งเป็นปี พ.ศ. .*2018/, "fiscal_year", "2018"],
    ["/areas/50?fiscal_year=1999", /ไม่มีตัวเลขของปีงบประมาณ 2542/, "fiscal_year", null],
    ["/explain/councils/50?fiscal_year=2561", /ปีงบประมาณ 2561 ซึ่งเป็นปี พ.ศ. .*2018/, "fiscal_year", "2018"],
  ])("%s is told so, and put right", async (path, words, name, kept) => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto(path);
    const notice = page.getByRole("alert").filter({ hasText: words });
    await notice.waitFor({ timeout: 30_000 });
    await expect.poll(() => field(page, name)).toBe(kept);
    expect(await seriousViolations(page)).toEqual([]);
    await notice.getByRole("button").click();
    await notice.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("is told in English too", async () => {
    const { page } = await openPage({ viewport: PHONE });
    await openMap(page, "/?indicator=councils&fiscal_year=2564&lang=en");
    await page
      .getByRole("alert")
      .filter({ hasText: "2564, a year of the Buddhist era (พ.ศ.): it is 2021 CE" })
      .waitFor();
    await keepScreenshot(page, "link-notice-phone");
    await page.context().close();
  });
});

describe("the page of a place", () => {
  it("lists what was there at the end of its year", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/areas/50?fiscal_year=2018");
    const records = page.getByRole("region", { name: "องค์กร แผน และโครงการ · ณ สิ้นปีงบประมาณ 2561" });
    await records.waitFor({ timeout: 30_000 });
    expect(await records.getByRole("columnheader").allTextContents()).not.toContain("2564");
    await page.getByRole("combobox", { name: "ปีงบประมาณ (พ.ศ.)" }).selectOption("2021");
    await page.getByRole("region", { name: "องค์กร แผน และโครงการ · ณ สิ้นปีงบประมาณ 2564" }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
