// axe on every state of the page that looks different, desktop and phone, light and dark.
import { describe, expect, it } from "vitest";
import { seriousViolations } from "../helpers/axe.ts";
import { keepScreenshot, openPage } from "../helpers/browser.ts";
import { DESKTOP, openMap, PHONE } from "../helpers/page.ts";

const STATES = [
  { name: "country", path: "/" },
  { name: "area", path: "/?area=50" },
  { name: "tambon", path: "/?area=500101&points=1" },
  { name: "filters", path: "/?panel=filters&within=50&kind=council&state=done" },
  { name: "layers", path: "/?panel=layers&points=1" },
  { name: "table", path: "/?table=organizations" },
  { name: "export", path: "/?within=50" },
] as const;

describe.each([
  { device: "desktop", viewport: DESKTOP },
  { device: "phone", viewport: PHONE },
] as const)("axe, $device", ({ device, viewport }) => {
  it.each(STATES)("finds nothing serious, light or dark: $name", async ({ name, path }) => {
    const isPhone = device === "phone";
    const { page, problems } = await openPage({ viewport, hasTouch: isPhone, isMobile: isPhone });
    await openMap(page, path);
    if (name === "export") {
      if (isPhone) await page.getByRole("navigation").getByRole("button", { name: "ตาราง" }).click();
      await page.getByRole("button", { name: "ส่งออก" }).first().click();
      await page.getByRole("dialog").waitFor();
    }
    await page.waitForLoadState("networkidle");
    const grounds = new Set<string>();
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      // colours change gently
      await page.waitForTimeout(300);
      await keepScreenshot(page, `axe-${device}-${scheme}-${name}`);
      expect(await seriousViolations(page), scheme).toEqual([]);
      grounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    expect(grounds.size).toBe(2);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
