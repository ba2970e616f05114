// The page of one target: trying a share writes nothing, saving makes a version, undoing makes one more.
import { afterAll, describe, expect, it } from "vitest";
import { seriousViolations } from "../helpers/axe.ts";
import { keepScreenshot, openPage, type Page } from "../helpers/browser.ts";
import { forgetTargets } from "../helpers/database.ts";
import { DESKTOP, numberIn, PHONE } from "../helpers/page.ts";

afterAll(async () => {
  await forgetTargets();
});

const shares = (page: Page) => page.getByRole("region", { name: "จัดสรรเป้าหมายให้ภาคและจังหวัด" });
const versions = (page: Page) => page.getByRole("region", { name: "ฉบับทั้งหมด" });
/** How many versions there are, by the list on the page. */
const countVersions = (page: Page) => versions(page).getByRole("listitem").count();

async function openTarget(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await shares(page).waitFor();
}

describe("/targets/:indicator, desktop", () => {
  it("tries, refuses a wrong key, saves, shows the shares on the map's table, and undoes", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await openTarget(page, "/targets/plans-linked");
    const before = await countVersions(page);

    // nothing is proposed before somebody asks
    await page.getByText("ยังไม่ได้จัดสรรให้ระดับนี้").waitFor();
    await page.getByRole("radio", { name: "จังหวัด" }).check();
    await page.getByRole("radio", { name: "ตามสัดส่วน" }).check();
    await page.getByRole("radio", { name: "ประชากร" }).check();
    await expect.poll(() => shares(page).getByRole("row").count()).toBe(79);
    const total = shares(page).getByRole("row").last();
    await expect.poll(() => total.textContent()).toContain("3,000");
    expect(await countVersions(page)).toBe(before);
    await keepScreenshot(page, "target-share");

    await page.getByRole("button", { name: "บันทึกเป็นฉบับใหม่" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("จัดสรรให้ จังหวัด · ตามสัดส่วน · ประชากร").waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
    await dialog.getByLabel("หน่วยงานที่รับผิดชอบ").fill("สำนักแผน (ทดสอบ)");
    await dialog.getByLabel("รหัสสำหรับแก้ไข").fill("not-the-key-of-this-server");
    await dialog.getByRole("button", { name: "บันทึกการจัดสรรเป้าหมาย" }).click();
    await dialog.getByRole("alert").waitFor();
    expect(await dialog.getByRole("alert").textContent()).toContain("รหัสสำหรับแก้ไขไม่ถูกต้อง");
    // the browser itself logs the refusal
    expect(problems.splice(0)).toHaveLength(1);

    await dialog.getByLabel("รหัสสำหรับแก้ไข").fill(process.env.TEST_EDIT_KEY ?? "");
    await dialog.getByRole("button", { name: "บันทึกการจัดสรรเป้าหมาย" }).click();
    await page.getByText(`บันทึกเป็นฉบับที่ ${before + 1} แล้ว`).waitFor();
    await expect.poll(() => countVersions(page)).toBe(before + 1);
    // the way to undo it has the focus, and is in sight
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("เลิกทำ");
    expect(await versions(page).getByRole("listitem").first().textContent()).toContain(
      "จัดสรรตามสัดส่วน: ประชากร",
    );

    const { page: map } = await openPage({ viewport: DESKTOP });
    await map.goto("/?indicator=plans-linked&level=province&table=areas&sort=-target");
    const largest = map.getByRole("grid").getByRole("row").nth(1).getByRole("gridcell").last();
    await expect.poll(async () => numberIn(await largest.textContent())).toBeGreaterThan(0);
    await map.context().close();

    await page.getByRole("button", { name: "เลิกทำ" }).click();
    await page.getByText(`บันทึกเป็นฉบับที่ ${before + 2} แล้ว`).waitFor();
    expect(await versions(page).getByRole("listitem").first().textContent()).toContain(
      `ยกเลิกฉบับที่ ${before + 1}`,
    );

    // the version that was taken back is still there to be looked at
    await versions(page)
      .getByRole("link", { name: `ฉบับที่ ${before + 1}`, exact: true })
      .click();
    await page.getByText("ซึ่งไม่ได้ใช้แล้ว").waitFor();
    expect(new URL(page.url()).searchParams.get("version")).toBe(String(before + 1));
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("takes shares by hand only when they add up", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await openTarget(page, "/targets/leaders");
    await page.getByRole("radio", { name: "ตามสัดส่วน" }).check();
    await page.getByRole("radio", { name: "กำหนดเอง" }).check();
    const save = page.getByRole("button", { name: "บันทึกเป็นฉบับใหม่" });
    await expect.poll(() => save.isEnabled()).toBe(true);
    const first = shares(page).getByRole("textbox").first();
    const share = Number(await first.inputValue());
    await first.fill(String(share + 7));
    await page.getByText("จัดสรรเกินไป 7").waitFor();
    expect(await save.isEnabled()).toBe(false);
    await first.fill("1.5");
    await page.getByText("ค่าเป้าหมายที่จัดสรรต้องเป็นจำนวนเต็ม").waitFor();
    expect(await first.getAttribute("aria-invalid")).toBe("true");
    // what is typed stays while the other level is looked at, and Thai digits are digits
    await first.fill([...String(share)].map((digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)]).join(""));
    await page.getByRole("radio", { name: "จังหวัด" }).check();
    await page.getByRole("radio", { name: "ภาค" }).check();
    await page.getByRole("radio", { name: "กำหนดเอง" }).check();
    await page.getByText("รวมกันได้ 15,000 พอดี").waitFor();
    expect(await shares(page).locator("[aria-busy=true]").count()).toBe(0);
    expect(await save.isEnabled()).toBe(true);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("says why a rate is not shared out, and what is wrong with an indicator that is none", async () => {
    const { page } = await openPage({ viewport: DESKTOP });
    await page.goto("/targets/staff-ability");
    await page.getByText("เป้าหมายนี้เป็นอัตราของทั้งองค์กร").waitFor();
    await page.goto("/targets/no-such-thing");
    await page.getByRole("alert").waitFor();
    await page.context().close();
  });
});

describe("/targets/:indicator, phone", () => {
  it.each(["light", "dark"] as const)("fits, and axe finds nothing serious: %s", async (colorScheme) => {
    const { page, problems } = await openPage({ viewport: PHONE, isMobile: true, colorScheme });
    await openTarget(page, "/targets/housing-households");
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
    await page.getByRole("button", { name: "แก้เป้าหมายรายปี" }).click();
    await keepScreenshot(page, `target-phone-${colorScheme}`);
    expect(await seriousViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
