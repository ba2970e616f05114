// What the first view of the country costs, measured on the wire, and what happens when the network is bad.
import { describe, expect, it } from "vitest";
import { keepScreenshot, openPage } from "../helpers/browser.ts";
import { DESKTOP, openMap, PHONE, untilField } from "../helpers/page.ts";

const LIMIT_BYTES = 900 * 1024;

describe("the first view", () => {
  it.each([
    { device: "desktop", viewport: DESKTOP },
    { device: "phone", viewport: PHONE },
  ])("transfers at most 900 KB: $device", async ({ device, viewport }) => {
    const { page, problems } = await openPage({ viewport });
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const urls = new Map<string, string>();
    const sizes = new Map<string, number>();
    // the map's worker is a target of its own; what it fetches counts too
    session.on("Network.responseReceived", ({ requestId, response }) => urls.set(requestId, response.url));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      sizes.set(requestId, encodedDataLength);
    });
    const fetchedByWorkers: number[] = [];
    page.on("response", async (response) => {
      if (response.request().serviceWorker()) return;
      const seen = [...urls.values()].includes(response.url());
      if (!seen) fetchedByWorkers.push((await response.request().sizes()).responseBodySize);
    });
    await openMap(page);
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(1000);
    const total = [...sizes.values(), ...fetchedByWorkers].reduce((sum, bytes) => sum + bytes, 0);
    const heaviest = [...sizes]
      .map(([id, bytes]) => `${Math.round(bytes / 1024)} KB ${new URL(urls.get(id) ?? "x:").pathname}`)
      .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));
    console.info(
      `first view, ${device}: ${Math.round(total / 1024)} KB\n  ${heaviest.slice(0, 12).join("\n  ")}`,
    );
    // less than the map library alone would mean that something was not counted
    expect(total).toBeGreaterThan(300 * 1024);
    expect(total).toBeLessThanOrEqual(LIMIT_BYTES);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("without a network", () => {
  it("says so, keeps what was seen, and goes on when it is back", async () => {
    const { page } = await openPage({ viewport: DESKTOP });
    await openMap(page);
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await page.getByText(/ขณะนี้ไม่มีอินเทอร์เน็ต/).waitFor();
    expect(await page.locator("#information").textContent()).toMatch(/เป้าหมาย 3,000/);
    await page.getByLabel("ตัวชี้วัด").selectOption("housing-households");
    await page.getByText("โหลดผลตัวชี้วัดไม่ได้").waitFor({ timeout: 20_000 });
    await keepScreenshot(page, "30-offline");
    await page.context().setOffline(false);
    await page
      .locator("#information")
      .getByText(/ครัวเรือน/)
      .first()
      .waitFor();
    await page.context().close();
  });

  it("says that the database is away, keeps what was seen, and goes on by itself when it is back", async () => {
    const { page } = await openPage({ viewport: DESKTOP });
    await openMap(page);
    await page.waitForLoadState("networkidle");
    const away = { type: "urn:x", code: "database-unavailable", title: "x", status: 503, detail: "x" };
    await page.route("**/api/**", (route) =>
      route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(away) }),
    );
    await page.getByLabel("ตัวชี้วัด").selectOption("housing-households");
    await page.getByText(/ฐานข้อมูลไม่พร้อมชั่วคราว/).waitFor({ timeout: 20_000 });
    await keepScreenshot(page, "30-database-away");
    await page.unroute("**/api/**");
    const figure = page.locator("#information").getByText(/ครัวเรือน/);
    await figure.first().waitFor({ timeout: 5_000 });
    await page.getByText(/ฐานข้อมูลไม่พร้อมชั่วคราว/).waitFor({ state: "detached", timeout: 5_000 });
    await page.context().close();
  });

  it("says what failed when the server does not answer, and tries again by itself", async () => {
    const { page } = await openPage({ viewport: PHONE });
    await page.route("**/api/**", (route) => route.abort());
    await page.goto("/");
    await page.getByText("เปิดแผนที่ไม่ได้").waitFor({ timeout: 30_000 });
    await keepScreenshot(page, "31-no-server");
    await page.unroute("**/api/**");
    await page.locator('[data-drawn="true"]').waitFor({ timeout: 60_000 });
    await page.context().close();
  });
});

describe("a page that is no map", () => {
  it("says that the server answers and cannot, and goes on by itself", async () => {
    const { page } = await openPage({ viewport: PHONE });
    const slow = { type: "urn:x", code: "took-too-long", title: "x", status: 503, detail: "x" };
    await page.route("**/api/overview?**", (route) =>
      route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(slow) }),
    );
    await page.goto("/targets");
    const banner = page.getByText(/เซิร์ฟเวอร์ตอบ แต่ยังทำสิ่งนี้ไม่ได้/);
    await banner.waitFor({ timeout: 20_000 });
    await keepScreenshot(page, "32-cannot");
    await page.unroute("**/api/overview?**");
    await banner.waitFor({ state: "detached", timeout: 20_000 });
    await page.context().close();
  });
});

describe("what is not real", () => {
  it.each([
    {
      language: "th",
      lines: /แนวเขตการปกครองของอำเภอและตำบลเป็นข้อมูลสมมุติ/,
      records: /ตัวเลขและรายการในหน้านี้เป็นข้อมูลสมมุติ/,
    },
    {
      language: "en",
      lines: /boundaries of districts and tambon are made-up data/,
      records: /figures and records here are made-up data/,
    },
  ])("is said for as long as the page is open: $language", async ({ language, lines, records }) => {
    for (const viewport of [DESKTOP, PHONE]) {
      const { page } = await openPage({ viewport });
      await page.route("**/api/health", async (route) => {
        const answer = await (await route.fetch()).json();
        await route.fulfill({ json: { ...answer, boundary: { ...answer.boundary, sample: true } } });
      });
      await openMap(page, `/?lang=${language}`);
      // the notice itself: the attribution of the invented lines uses the same words
      const notice = page.getByRole("complementary").filter({ hasText: lines });
      await notice.waitFor();
      expect(await notice.textContent()).toMatch(records);
      await keepScreenshot(page, `33-sample-${language}-${viewport.width}`);
      await page.context().close();
    }
  });
});

describe("where am I", () => {
  it("selects the tambon there and draws the place", async () => {
    const { page, problems } = await openPage({
      viewport: PHONE,
      permissions: ["geolocation"],
      geolocation: { longitude: 100.5018, latitude: 13.7563, accuracy: 60 },
    });
    await openMap(page);
    await page.getByRole("button", { name: "ตำแหน่งของฉัน" }).click();
    await untilField(page, "area", /^\d{6}$/);
    // the flight, then the values of the level it ends in
    await untilField(page, "at", /^12/);
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(1000);
    await keepScreenshot(page, "32-here");
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it.each([
    { case: "outside Thailand", geolocation: { longitude: 2.35, latitude: 48.85 }, says: /นอกประเทศไทย/ },
    { case: "not allowed", geolocation: undefined, says: /ไม่อนุญาต/ },
  ])("helps when the place is $case", async ({ geolocation, says }) => {
    const { page } = await openPage({
      viewport: PHONE,
      geolocation,
      permissions: geolocation ? ["geolocation"] : [],
    });
    await openMap(page);
    await page.getByRole("button", { name: "ตำแหน่งของฉัน" }).click();
    await page.getByRole("alert").getByText(says).waitFor();
    await page.context().close();
  });

  it("says why the server does not tell it, where it has", async () => {
    const { page } = await openPage({
      viewport: PHONE,
      permissions: ["geolocation"],
      geolocation: { longitude: 100.5018, latitude: 13.7563, accuracy: 60 },
    });
    await openMap(page);
    const busy = {
      type: "urn:phuenthi:problem:busy",
      code: "busy",
      title: "Busy",
      status: 503,
      detail: "Busy",
    };
    await page.route("**/api/areas/at?*", (route) =>
      route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(busy) }),
    );
    await page.getByRole("button", { name: "ตำแหน่งของฉัน" }).click();
    await page
      .getByRole("alert")
      .getByText(/มีผู้ใช้งานมาก/)
      .waitFor();
    await page.context().close();
  });
});
