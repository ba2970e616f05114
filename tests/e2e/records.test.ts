// Records of any kind on the page: their table, filter and card, what names them, and the dictionary that tells of them.
import { describe, expect, it } from "vitest";
import { seriousViolations } from "../helpers/axe.ts";
import { keepScreenshot, openPage } from "../helpers/browser.ts";
import { DESKTOP, openMap, PHONE, untilField } from "../helpers/page.ts";

const TABLET = { width: 820, height: 1180 };

describe("a kind of record", () => {
  it("has a table, filters of its own, and a card with what is part of it", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await openMap(page, "/?table=areas&within=50&panel=filters");
    await page.getByLabel("ข้อมูลอื่น").selectOption("housing_projects");
    const table = page.getByRole("region", { name: "ตารางข้อมูล" });
    const answer = await page.request.get("/api/housing-projects?within=50&fiscal_year=2021&limit=1");
    const { total } = (await answer.json()) as { total: number };
    await table.getByText(`โครงการที่อยู่อาศัย ${total.toLocaleString("en")} โครงการ`).waitFor();

    const filters = page.getByRole("region", { name: "โครงการที่อยู่อาศัย", exact: true });
    await filters.getByLabel("บ้านพอเพียงชนบท").check();
    await untilField(page, "housing_projects.programme", /^baan_phor_phiang_rural$/);
    const narrowed = await page.request.get(
      "/api/housing-projects?within=50&fiscal_year=2021&programme=baan_phor_phiang_rural&limit=1",
    );
    const few = ((await narrowed.json()) as { total: number }).total;
    expect(few).toBeLessThan(total);
    await table.getByText(`โครงการที่อยู่อาศัย ${few.toLocaleString("en")} โครงการ`).waitFor();
    expect(await table.textContent()).not.toMatch(/ครัวเรือน/);

    await table.getByRole("row").nth(1).click();
    await untilField(page, "housing_project", /^[0-9a-f-]{36}$/);
    await page.locator("#information").getByText("สิทธิในที่ดิน").waitFor();
    expect(await page.locator("#information").textContent()).not.toMatch(/ครัวเรือน/);
    await keepScreenshot(page, "record-housing-project");
    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("leads from a mechanism to its members and back, by links that can be shared", async () => {
    const { page, problems } = await openPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    const answer = await page.request.get("/api/cooperation-mechanisms?within=50&limit=1");
    const [mechanism] = ((await answer.json()) as { items: { id: string; name_th: string }[] }).items;
    await openMap(page, `/?cooperation_mechanism=${mechanism?.id}`);
    const card = page.locator("#information");
    await card.getByRole("heading", { name: mechanism?.name_th }).waitFor();
    const members = await page.request.get(`/api/cooperation-members?mechanism_id=${mechanism?.id}&limit=1`);
    const [member] = ((await members.json()) as { items: { name_th: string }[] }).items;
    await card.getByRole("button", { name: member?.name_th }).click();
    await untilField(page, "cooperation_member", /^[0-9a-f-]{36}$/);
    await card.getByRole("button", { name: mechanism?.name_th }).click();
    await untilField(page, "cooperation_mechanism", new RegExp(`^${mechanism?.id}$`));
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("records that name another", () => {
  it("are a table from its card, by a condition with its name that goes away, and by a search for it", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    const get = async (path: string) => (await page.request.get(`/api${path}`)).json();
    const { items } = await get("/assemblies?limit=200&fiscal_year=2021");
    const id = items.find((one: { partner_ids: string[] }) => one.partner_ids.length > 0).partner_ids[0];
    const { name_th: name } = await get(`/partners/${id}`);
    const all = (await get("/assemblies?limit=1&fiscal_year=2021")).total;
    const some = (await get(`/assemblies?limit=1&fiscal_year=2021&partner_id=${id}`)).total;
    expect(some).toBeLessThan(all);
    const table = page.getByRole("region", { name: "ตารางข้อมูล" });
    const counts = (total: number) => table.getByText(`สมัชชา ${total.toLocaleString("en")} ครั้ง`).waitFor();

    await openMap(page, `/?partner=${id}&within=50&panel=filters`);
    const list = page.locator("#information section").filter({ hasText: "สมัชชา" });
    await list.getByRole("button", { name: "ดูทั้งหมดเป็นตาราง" }).click();
    await untilField(page, "assemblies.partner_id", new RegExp(`^${id}$`));
    await counts(some);
    await keepScreenshot(page, "record-reference-filter");
    const chip = page
      .getByRole("list", { name: "ตัวกรองที่ใช้อยู่" })
      .getByRole("button", { name: `เอาตัวกรอง ภาคีที่เข้าร่วม: ${name} ออก` });
    await chip.click();
    await counts(all);

    const filters = page.getByRole("region", { name: "สมัชชา", exact: true });
    await filters.getByRole("textbox", { name: "ค้นจากชื่อ" }).fill(name);
    await filters.getByRole("button", { name }).first().click();
    await untilField(page, "assemblies.partner_id", /^[0-9a-f-]{36}$/);
    expect(await seriousViolations(page)).toEqual([]);

    // the link says it all
    await openMap(page, `/?table=assemblies&assemblies.partner_id=${id}`);
    await counts(some);
    await chip.waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("the data dictionary", () => {
  it.each([
    ["desktop", DESKTOP],
    ["tablet", TABLET],
    ["phone", PHONE],
  ])("tells every field of every collection, and is searched (%s)", async (name, viewport) => {
    const { page, problems } = await openPage({ viewport });
    await page.goto("/catalogue#housing_projects");
    const sheet = page.locator("#housing_projects");
    await sheet.getByText("households_benefited").waitFor();
    await sheet.getByText("ไม่เปิดเผยรายรายการ").first().waitFor();
    await expect.poll(() => sheet.boundingBox().then((box) => (box?.y ?? -1) < 200)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
    await keepScreenshot(page, `catalogue-${name}`);
    await page.getByLabel("ค้นชุดข้อมูลหรือฟิลด์").fill("สิทธิในที่ดิน");
    await expect.poll(() => page.getByRole("article").count()).toBe(1);
    await page.getByLabel("ค้นชุดข้อมูลหรือฟิลด์").fill("ไม่มีคำนี้");
    await page.getByText("ไม่มีชุดข้อมูลหรือฟิลด์ที่ตรงกับคำค้น").waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("leads to files in the language of the page, where a format has words", async () => {
    const { page } = await openPage({ viewport: DESKTOP });
    await page.goto("/catalogue?lang=en");
    await page.locator("#local_authorities").waitFor();
    const hrefs = await page
      .locator("#areas, #local_authorities")
      .getByRole("link", { name: /^Download / })
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(hrefs).toEqual([
      "/api/export/areas.geojson",
      "/api/export/areas.csv?lang=en",
      "/api/export/areas.geojson?level=local_authority",
      "/api/export/areas.csv?level=local_authority&lang=en",
    ]);
    await page.context().close();
  });
});
