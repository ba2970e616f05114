// Where the most is left: ranked by the link's level and filter, followed to the map, by either basis.
import { afterAll, describe, expect, it } from "vitest";
import { seriousViolations } from "../helpers/axe.ts";
import { keepScreenshot, openPage, type Page } from "../helpers/browser.ts";
import { forgetTargets } from "../helpers/database.ts";
import { DESKTOP, field, numberIn, openMap, PHONE, untilField } from "../helpers/page.ts";

const TITLE = "ยังขาดที่ไหนมากที่สุด";

afterAll(async () => {
  await forgetTargets();
});

/** Rows of the ranked table, without its head. */
const rows = (page: Page) =>
  page.getByRole("grid", { name: TITLE }).locator('[aria-rowindex]:not([aria-rowindex="1"])');
const column = async (page: Page, at: number) => {
  const cells = await rows(page).evaluateAll(
    (all, index) => all.map((row) => row.children[index]?.textContent ?? ""),
    at,
  );
  return cells.map(numberIn);
};

describe.each([
  { device: "desktop", viewport: DESKTOP },
  { device: "phone", viewport: PHONE },
] as const)("the tab of gaps, $device", ({ device, viewport }) => {
  it("ranks by what is left, and leads to a place on the map", async () => {
    const { page, problems } = await openPage({ viewport, isMobile: device === "phone" });
    await openMap(page, "/?indicator=plans-linked&level=province&table=gaps");
    await rows(page).first().waitFor();
    expect((await column(page, 0)).slice(0, 4)).toEqual([1, 2, 3, 4]);
    const left = await column(page, 2);
    expect(left).toEqual(left.toSorted((a, b) => b - a));
    expect(left[0]).toBeGreaterThan(0);
    await page.getByText(/^ยังขาด \d+ จาก 77 แห่ง รวม [\d,]+ ตำบล ในจำนวนนี้ไม่มีข้อมูล/).waitFor();
    await keepScreenshot(page, `gaps-${device}`);

    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
    expect(await seriousViolations(page)).toEqual([]);

    const first = await rows(page).first().getByRole("gridcell").nth(1).textContent();
    await rows(page).first().click();
    await untilField(page, "area", /^\d\d$/);
    await page
      .getByRole("article")
      .getByRole("heading", { name: first ?? "" })
      .first()
      .waitFor();
    expect(problems).toEqual([]);
  });
});

describe("the tab of gaps", () => {
  it("takes the map's filter, a region among it, and gives the same as a file", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/?indicator=plans-linked&level=tambon&table=gaps&within=50");
    await rows(page).first().waitFor();
    const above = await rows(page).evaluateAll((all) => all.map((row) => row.children[2]?.textContent ?? ""));
    expect(above.length).toBeGreaterThan(5);
    expect(above.filter((text) => !text.endsWith("เชียงใหม่"))).toEqual([]);
    const href = await page.getByRole("link", { name: "ดาวน์โหลด CSV" }).getAttribute("href");
    const file = await page.evaluate(async (url) => (await fetch(url ?? "")).text(), href);
    const total = numberIn((await page.getByText(/^ยังขาด \d+ จาก/).textContent())?.split("จาก")[1] ?? null);
    expect(file.trim().split("\r\n")).toHaveLength(total + 1);

    // by the keyboard: sorted by name, and down to a row
    await page.getByRole("button", { name: "ตำบล/แขวง" }).press("Enter");
    await untilField(page, "sort", /^name$/);
    await page.getByRole("grid", { name: TITLE }).press("ArrowDown");
    await page.getByRole("grid", { name: TITLE }).press("Enter");
    await untilField(page, "area", /^50\d{4}$/);

    await page.goto("/?indicator=plans-linked&level=province&table=gaps&panel=filters&within=50");
    await page.getByRole("tree").getByText("ภาคเหนือ").click();
    await untilField(page, "within", /^R1$/);
    await page.getByRole("button", { name: "เอาตัวกรอง ภาคเหนือ ออก" }).waitFor();
    await page.getByText(/^ยังขาด \d+ จาก 17 แห่ง/).waitFor();
    expect(problems).toEqual([]);
  });

  it("never ranks a place against itself, and says which units it leaves out", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/?indicator=plans-linked&table=gaps&within=50");
    await page.getByRole("columnheader", { name: "อำเภอ/เขต" }).waitFor();
    await rows(page).nth(1).waitFor();
    const { total } = await (
      await page.request.get("/api/coverage/plans-linked?level=district&within=50")
    ).json();
    const outside = page.getByText(`รวม ${total.not_applicable} ตำบลที่ไม่อยู่ในขอบเขตตัวชี้วัด`);
    expect(await outside.count()).toBe(total.not_applicable > 0 ? 1 : 0);
    await page.goto("/?indicator=plans-linked&table=gaps&within=5001");
    await page.getByRole("columnheader", { name: "ตำบล/แขวง" }).waitFor();
    await page.goto("/?indicator=plans-linked&level=province&table=gaps&within=50");
    await page.getByRole("columnheader", { name: "จังหวัด" }).waitFor();
    expect(problems).toEqual([]);
  });

  it("says in words why an indicator has none", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    for (const [indicator, words] of [
      ["organization-density", /เป็นอัตรา/],
      ["savings-groups", /ไม่มีทั้งเป้าหมายและจำนวนเต็ม/],
      ["leaders", /เป้าหมายยังไม่ได้จัดสรร/],
    ] as const) {
      await page.goto(`/?indicator=${indicator}&level=district&table=gaps`);
      await page.getByText(words).waitFor();
      expect(await page.getByRole("alert").count()).toBe(0);
    }
    // the browser itself logs that the API refused
    expect(problems.filter((problem) => !problem.includes("400"))).toEqual([]);
  });

  it("is measured by the target once that is shared out, or by all there is", async ({ skip }) => {
    const key = process.env.TEST_EDIT_KEY;
    if (!key) skip("the server under test takes no edits");
    const { page, problems } = await openPage({ viewport: DESKTOP });
    await page.goto("/?indicator=organization-quality&level=province&table=gaps");
    await rows(page).first().waitFor();
    expect(await page.getByRole("radio", { name: "เป้าหมายของพื้นที่" }).count()).toBe(0);
    const status = await page.evaluate(async (editKey) => {
      const { version } = await (await fetch("/api/targets/organization-quality")).json();
      const answer = await fetch("/api/targets/organization-quality/versions", {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${editKey}` },
        body: JSON.stringify({
          action: "share",
          based_on: version,
          owner: "สำนักแผน (ทดสอบ)",
          level: "province",
          method: "proportional",
          basis: "units",
        }),
      });
      return answer.status;
    }, key);
    expect(status).toBe(201);
    await page.reload();
    await page.getByText(/เป้าหมายที่จัดสรรให้แต่ละแห่ง.*สำนักแผน \(ทดสอบ\)/).waitFor();
    await keepScreenshot(page, "gaps-by-target");
    const byTarget = await column(page, 2);
    await page.getByRole("radio", { name: "ทั้งหมดที่ควรทำได้" }).check({ force: true });
    await untilField(page, "basis", /^denominator$/);
    await expect.poll(() => column(page, 2)).not.toEqual(byTarget);
    // at a level without shares the link's basis gives way
    await page.goto("/?indicator=organization-quality&level=district&table=gaps&basis=target");
    await rows(page).first().waitFor();
    expect(field(page, "basis")).toBe("target");
    expect(problems.filter((problem) => !problem.includes("400"))).toEqual([]);
  });
});
