// The filter offers what acts on what is shown, says what each acts on, and finds local authorities.
import { describe, expect, it } from "vitest";
import { seriousViolations } from "../helpers/axe.ts";
import { keepScreenshot, openPage, type Page } from "../helpers/browser.ts";
import { DESKTOP, field, numberIn, openMap, PHONE, untilField } from "../helpers/page.ts";

const group = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const total = async (page: Page) =>
  numberIn(await page.getByText(/^(แผนพัฒนาชุมชนท้องถิ่น|องค์กรชุมชน) [\d,]+ (ฉบับ|องค์กร)/).textContent());

describe("the filter", () => {
  it("offers what acts on the table that is open, and answers accepted but not funded", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await openMap(page, "/?panel=filters");
    await group(page, "แผน").getByText("ขณะนี้ไม่ได้แสดงแผน").waitFor();
    expect(await page.getByRole("checkbox").count()).toBe(0);
    await group(page, "แผน").getByRole("button", { name: "เปิดตาราง" }).click();
    await group(page, "แผน").getByRole("group", { name: "สถานะสูงสุด" }).getByLabel("รับพิจารณา").check();
    await untilField(page, "best_state", /^accepted$/);
    await group(page, "แผน").getByRole("checkbox", { name: "ยังไม่ได้รับ" }).check();
    await untilField(page, "granted", /^none$/);
    const answer = await page.request.get(
      "/api/plans?best_state=accepted&granted=none&fiscal_year=2021&limit=1",
    );
    const { total: expected } = (await answer.json()) as { total: number };
    expect(expected).toBeGreaterThan(0);
    await expect.poll(() => total(page)).toBe(expected);

    await page.getByRole("columnheader", { name: "สถานะสูงสุด" }).getByRole("button").click();
    await untilField(page, "sort", /^-?best_state$/);
    await page.getByRole("columnheader", { name: "งบประมาณที่ได้รับ (บาท)" }).getByRole("button").click();
    await untilField(page, "sort", /^-?granted_thb$/);
    await expect.poll(() => total(page)).toBe(expected);
    await keepScreenshot(page, "filter-plans");
    expect(await seriousViolations(page)).toEqual([]);

    // another table: the conditions stay, and it is said that they do nothing here
    await page.getByRole("tab", { name: "องค์กรชุมชน" }).click();
    await page
      .getByRole("button", { name: "เอาตัวกรอง สถานะสูงสุด: รับพิจารณา (ไม่มีผลกับสิ่งที่แสดงอยู่) ออก" })
      .waitFor();
    await page.getByRole("region", { name: "ตารางข้อมูล" }).getByRole("button", { name: "ส่งออก" }).click();
    await page
      .getByRole("dialog")
      .getByText("ไม่มีผลกับไฟล์นี้: สถานะสูงสุด: รับพิจารณา · งบประมาณที่ได้รับ: ยังไม่ได้รับ")
      .waitFor();
    await page.getByRole("dialog").getByLabel("ข้อมูลที่ต้องการ").selectOption("plans");
    await expect.poll(async () => numberIn(await page.getByText(/^ไฟล์จะมีแผน/).textContent())).toBe(expected);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("suggests what may have been meant, as the search does (%s)", async (name, viewport) => {
    const { page, problems } = await openPage({ viewport });
    await openMap(page, "/?panel=filters");
    const box = page.getByRole("textbox", { name: "พิมพ์ชื่อเพื่อค้นหาในรายการ" });
    await box.fill("สุเทบ");
    await page.getByText("ไม่มีพื้นที่หรือ อปท. ชื่อนี้").waitFor();
    const meant = page.getByRole("list", { name: "คุณหมายถึง" });
    await meant.getByRole("button", { name: /^ตำบลสุเทพ/ }).waitFor();
    await keepScreenshot(page, `filter-meant-${name}`);
    expect(await seriousViolations(page)).toEqual([]);
    await meant.getByRole("button", { name: /^ตำบลสุเทพ/ }).click();
    await untilField(page, "within", /^500108$/);
    expect(await page.getByRole("treeitem", { name: "ตำบลสุเทพ" }).first().getAttribute("aria-selected")).toBe(
      "true",
    );
    // what has the name is no guess
    await box.fill("สุเทพ");
    await meant.waitFor({ state: "detached" });
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("finds a local authority by its name and shows what is recorded at its tambon", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await openMap(page, "/?panel=filters&table=organizations");
    const { items } = await (
      await page.request.get(
        "/api/local-authorities?within=50&kind=subdistrict_organization&extent=part&limit=1",
      )
    ).json();
    await page.getByPlaceholder("พิมพ์ชื่อเพื่อค้นหาในรายการ").fill(`อบต.${items[0].name_th}`);
    await page
      .getByRole("treeitem", { name: `อบต.${items[0].name_th} · เชียงใหม่` })
      .first()
      .click();
    const code = await untilField(page, "within", /^L\d+$/);
    const answer = await page.request.get(`/api/organizations?within=${code}&fiscal_year=2021&limit=1`);
    const { total: expected } = (await answer.json()) as { total: number };
    await expect.poll(() => total(page)).toBe(expected);
    await page
      .getByText(new RegExp(`^อบต\\.${items[0].name_th} มี.*เพียงบางส่วน`))
      .first()
      .waitFor();
    await keepScreenshot(page, "filter-authority");
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("opened over a table on a phone, is about that table", async () => {
    const { page, problems } = await openPage({ viewport: PHONE, hasTouch: true, isMobile: true });
    await openMap(page, "/?table=plans");
    const nav = page.getByRole("navigation", { name: "ส่วนต่าง ๆ ของหน้า" });
    await nav.getByRole("button", { name: "ตัวกรอง" }).click();
    await group(page, "แผน").getByRole("checkbox", { name: "ยังไม่ได้รับ" }).check();
    await untilField(page, "granted", /^none$/);
    await keepScreenshot(page, "filter-phone");
    await nav.getByRole("button", { name: "ตาราง" }).click();
    const answer = await page.request.get("/api/plans?granted=none&fiscal_year=2021&limit=1");
    await expect.poll(() => total(page)).toBe(((await answer.json()) as { total: number }).total);
    expect(field(page, "table")).toBe("plans");
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
