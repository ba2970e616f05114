// The Chromium that the end-to-end tests drive.
import { existsSync } from "node:fs";
import { installChromium } from "./install-programs.mjs";
import { Stop } from "./say.mjs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** @returns {Promise<string>} its program; installed first where that needs no question */
export async function findOrInstallBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Stop(`CHROMIUM names ${named}, which is not there.`, "correct it, or unset it");
  }
  const find = () => PLACES.find((place) => existsSync(place));
  const found = find();
  if (found) return found;
  await installChromium();
  const installed = find();
  if (installed) return installed;
  throw new Stop("Chromium was not found after installing it.", "set CHROMIUM to its program");
}
