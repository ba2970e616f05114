// The search box as people use it: what is found, how many more there are, and what may have been meant.
import { beforeAll, describe, expect, it } from "vitest";
import { keepScreenshot, openPage, type Page } from "../helpers/browser.ts";
import { DESKTOP, openMap, untilField } from "../helpers/page.ts";

let page: Page;
let problems: string[];

beforeAll(async () => {
  ({ page, problems } = await openPage({ viewport: DESKTOP }));
  await openMap(page);
});

const box = () => page.getByRole("search").getByRole("combobox");
const options = () => page.getByRole("search").getByRole("option");

describe("the search box", () => {
  it("suggests what may have been meant, and goes there by keyboard", async () => {
    await box().fill("สุเทบ");
    await page.getByRole("search").getByText("คุณหมายถึง").waitFor();
    await expect.poll(() => options().first().textContent()).toContain("ตำบลสุเทพ");
    await keepScreenshot(page, "40-search-suggestions");
    await box().press("Enter");
    await untilField(page, "area", /^500108$/);
  });

  it("shows a region by its name, and goes to it", async () => {
    await box().fill("ภาคเหนือ");
    await expect.poll(() => options().first().textContent()).toContain("ภาคเหนือ");
    await box().press("Enter");
    await untilField(page, "area", /^R1$/);
  });

  it("says how many more places there are, and shows them in place", async () => {
    await box().fill("บาง");
    const more = page.getByRole("search").getByRole("option", { name: /^อีก [\d,]+ แห่ง$/ });
    await more.first().waitFor();
    const before = await options().count();
    await more.first().click();
    await expect.poll(() => options().count()).toBeGreaterThan(before + 40);
    await box().press("Escape");
  });

  it("opens all organizations of the name in the table", async () => {
    await box().fill("กลุ่มออมทรัพย์");
    // what was found before stays until the answer is there
    await options().filter({ hasText: "กลุ่มออมทรัพย์" }).first().waitFor();
    await page
      .getByRole("search")
      .getByRole("option", { name: /องค์กร ดูทั้งหมดในตาราง$/ })
      .click();
    await untilField(page, "table", /^organizations$/);
    await untilField(page, "q", /^กลุ่มออมทรัพย์$/);
    expect(problems).toEqual([]);
  });

  it("says so when nothing is like it", async () => {
    await box().fill("ฬฬฬฬฬฬ");
    await expect
      .poll(() => page.getByRole("search").getByRole("status").textContent())
      .toContain("ไม่พบ “ฬฬฬฬฬฬ”");
    expect(await options().count()).toBe(0);
  });
});
