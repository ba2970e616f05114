// What the stories do over and over on the page.

import { expect } from "vitest";
import type { Page } from "./browser.ts";

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Opens a link and waits until the map is drawn with its colours. */
export async function openMap(page: Page, path = "/"): Promise<void> {
  await page.goto(path);
  await page.locator('[data-drawn="true"]').waitFor({ timeout: 60_000 });
}

/** A field of the link as it stands now. */
export function field(page: Page, name: string): string | null {
  return new URL(page.url()).searchParams.get(name);
}

/** Waits until a field of the link is as wanted: the page writes it after the map has come to rest. */
export async function untilField(page: Page, name: string, wanted: RegExp): Promise<string> {
  await expect.poll(() => field(page, name) ?? "").toMatch(wanted);
  return field(page, name) ?? "";
}

/** Waits until a field of the link is no longer as it was. */
export async function untilChanged(page: Page, name: string, before: string | null): Promise<void> {
  await expect.poll(() => field(page, name)).not.toBe(before);
}

/** Clicks the middle of what no panel covers until the link names an area of that many digits. */
export async function clickMapUntilArea(page: Page, digits: number): Promise<string> {
  const { width, height } = page.viewportSize() ?? DESKTOP;
  const isPhone = width < 760;
  const x = isPhone ? width * 0.4 : 352 + (width - 352 - 404) / 2;
  const y = isPhone ? 60 + (height * 0.56 - 120) / 2 : 56 + (height - 56) / 2;
  await expect
    .poll(
      async () => {
        await page.mouse.click(x, y);
        await page.waitForTimeout(400);
        return (field(page, "area") ?? "").length;
      },
      { timeout: 30_000, interval: 600 },
    )
    .toBe(digits);
  return field(page, "area") ?? "";
}

/** The number in a text such as "ตำบล/แขวง 7,425 รายการ". */
export function numberIn(text: string | null): number {
  return Number((text ?? "").replaceAll(",", "").match(/\d+/)?.[0] ?? Number.NaN);
}
