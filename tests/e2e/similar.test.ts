// A tambon that does not count yet finds some that do: the section of its card, desktop and phone.
import { describe, expect, it } from "vitest";
import { seriousViolations } from "../helpers/axe.ts";
import { keepScreenshot, openPage, type Page } from "../helpers/browser.ts";
import { DESKTOP, openMap, PHONE, untilField } from "../helpers/page.ts";

/** The first tambon of Chiang Mai that does not count. */
async function uncounted(page: Page): Promise<string> {
  const answer = await page.request.get("/api/coverage/plans-linked?level=tambon&within=50&fiscal_year=2021");
  const { codes, values } = await answer.json();
  return codes[values.indexOf(0)];
}

describe.each([
  { device: "desktop", viewport: DESKTOP },
  { device: "phone", viewport: PHONE },
] as const)("similar places, $device", ({ device, viewport }) => {
  it("are asked for when opened, say why and what, and lead on", async () => {
    const isPhone = device === "phone";
    const { page, problems } = await openPage({ viewport, isMobile: isPhone, hasTouch: isPhone });
    const asked: string[] = [];
    page.on("request", (request) => request.url().includes("/api/similar/") && asked.push(request.url()));
    const code = await uncounted(page);
    await openMap(page, `/?indicator=plans-linked&fiscal_year=2021&area=${code}`);
    const section = page.locator("details", {
      has: page.getByRole("heading", { name: "พื้นที่คล้ายกันที่ทำได้แล้ว" }),
    });
    const opener = section.locator("summary").first();
    await opener.waitFor();
    expect(asked).toEqual([]);
    await opener.focus();
    await page.keyboard.press("Enter");

    const peers = section.locator("li[data-area]");
    await peers.first().waitFor();
    expect(asked).toHaveLength(1);
    expect(await peers.count()).toBe(5);
    const first = peers.first();
    expect(await first.getByText(/^คล้าย \d+(\.\d)?%$/).count()).toBe(1);
    expect(await first.getByText(/อำเภอ.* › จังหวัด.* · ห่าง [\d,.]+ กม\./).count()).toBe(1);
    expect(await first.locator("[data-part]").count()).toBe(4);
    // a part of the likeness is never told as a difference
    for (const words of await peers.locator('[data-part="population"]').allTextContents()) {
      expect(words).toMatch(/^(ประชากร.*[\d,]+ กับ [\d,]+ คน|ไม่ทราบจำนวนประชากร)/);
      expect(words).not.toContain("ต่างกัน");
    }
    await first.locator("summary").click();
    await first.locator("[data-state]").first().waitFor();
    await first.scrollIntoViewIfNeeded();
    await keepScreenshot(page, `similar-${device}`);

    expect(await seriousViolations(page)).toEqual([]);
    const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
    const wider = await section.evaluate((details) => details.scrollWidth - details.clientWidth);
    expect(wider).toBeLessThanOrEqual(0);
    const name = first.getByRole("button");
    if (isPhone) expect((await name.boundingBox())?.height).toBeGreaterThanOrEqual(44);

    const chosen = (await first.getAttribute("data-area")) ?? "";
    await name.click();
    await untilField(page, "area", new RegExp(`^${chosen}$`));
    await page.getByRole("article").getByText("เข้าเกณฑ์แล้ว", { exact: true }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

it("similar places stand open in the profile of a tambon, and lead to profiles of the same year", async () => {
  const { page, problems } = await openPage({ viewport: DESKTOP });
  const code = await uncounted(page);
  await page.goto(`/areas/${code}?fiscal_year=2020&lang=en`);
  const peer = page.locator("details li[data-area]").first();
  await peer.waitFor();
  const chosen = await peer.getAttribute("data-area");
  const link = peer.getByRole("link");
  expect(await link.getAttribute("href")).toBe(`/areas/${chosen}?fiscal_year=2020&lang=en`);
  const name = (await link.textContent()) ?? "";
  await link.click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.goto("/areas/5001");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByRole("heading", { name: "พื้นที่คล้ายกันที่ทำได้แล้ว" }).count()).toBe(0);
  expect(problems).toEqual([]);
});

it("similar places are not offered where no tambon can count", async () => {
  const { page } = await openPage({ viewport: DESKTOP });
  await openMap(page, "/?indicator=population&area=500101");
  await page.getByRole("article").getByRole("heading", { name: "องค์กรชุมชน" }).waitFor();
  expect(await page.getByText("พื้นที่คล้ายกันที่ทำได้แล้ว").count()).toBe(0);
});

it("similar places that cannot be had are said so, and an empty list is honest", async () => {
  const { page } = await openPage({ viewport: DESKTOP });
  const answer = await (await page.request.get("/api/similar/plans-linked/500101")).json();
  let isBroken = true;
  await page.route("**/api/similar/**", (route) =>
    isBroken
      ? route.fulfill({
          status: 400,
          json: { type: "urn:x", code: "x", title: "x", status: 400, detail: "x" },
        })
      : route.fulfill({ json: { ...answer, counts: false, items: [] } }),
  );
  await openMap(page, "/?indicator=plans-linked&area=500101");
  await page.getByRole("heading", { name: "พื้นที่คล้ายกันที่ทำได้แล้ว" }).click();
  await page.getByRole("alert").getByText("เปิดรายชื่อพื้นที่คล้ายกันไม่ได้").waitFor();
  isBroken = false;
  await page.getByRole("alert").getByRole("button").click();
  await page.getByText("ยังไม่มีตำบลใดเข้าเกณฑ์ในปีงบประมาณนี้").waitFor();
});
