// Chromium and the running app, for the end-to-end tests: the only place that knows which program drives the page.
// Screenshots are kept in test-results/<boundaries>/.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll } from "vitest";
import { fromEnvironment, ofWorker } from "./environment.ts";

export type { Download, Locator, Page, Request } from "playwright-core";

const RESULTS = join(import.meta.dirname, "../../test-results");

/**
 * Software WebGL that draws the same everywhere, for the map alone: the page around it is put together without, in three quarters
 * of the time. And none of Chromium's own network traffic.
 */
const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-gpu-compositing",
];

/** Address of this worker's app under test. */
export const baseUrl = () => ofWorker("TEST_BASE_URL");

/** One browser for the tests of a file, launched when the first of them opens a page. */
let launched: Promise<Browser> | null = null;
afterAll(async () => (await launched)?.close());

/**
 * A page in a context of its own. `problems` collects what a person would see in the console as an error, and
 * every request that left the origin: both should stay empty.
 */
export async function openPage(
  options: BrowserContextOptions = {},
): Promise<{ page: Page; problems: string[] }> {
  const home = options.baseURL ?? baseUrl();
  launched ??= chromium.launch({ executablePath: fromEnvironment("CHROMIUM"), args: FLAGS });
  const context = await (await launched).newContext({
    baseURL: home,
    viewport: { width: 1280, height: 800 },
    locale: "th-TH",
    timezoneId: "Asia/Bangkok",
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`page: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== new URL(home).origin) {
      problems.push(`left the origin: ${request.url()}`);
    }
  });
  return { page, problems };
}

/** @param name file name without ending, e.g. "02-tambon-card" */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = join(RESULTS, fromEnvironment("TEST_BOUNDARY"));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  // Chromium says now and then that it cannot take one, and can a moment later
  await page.screenshot({ path }).catch(async () => {
    await page.waitForTimeout(500);
    await page.screenshot({ path });
  });
}
