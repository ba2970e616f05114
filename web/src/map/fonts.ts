// Fonts of the map's labels. MapLibre shapes Thai by itself when the style names font files for it; it asks no
// glyph server. Noto Sans Thai is the Thai font that it lays out without dropping marks.
import latin from "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url";
import latinBold from "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url";
import thai from "@fontsource/noto-sans-thai/files/noto-sans-thai-thai-400-normal.woff2?url";
import thaiBold from "@fontsource/noto-sans-thai/files/noto-sans-thai-thai-600-normal.woff2?url";
import type { FontFacesSpecification } from "maplibre-gl";

export const REGULAR = "Phuenthi Regular";
export const BOLD = "Phuenthi Bold";

const THAI = ["U+0E00-0E7F", "U+200C-200D", "U+25CC"];
const LATIN = ["U+0020-024F", "U+2010-2027", "U+2030-205E"];

const face = (thaiUrl: string, latinUrl: string) => [
  { url: absolute(thaiUrl), "unicode-range": THAI },
  { url: absolute(latinUrl), "unicode-range": LATIN },
];

export const fontFaces: FontFacesSpecification = {
  [REGULAR]: face(thai, latin),
  [BOLD]: face(thaiBold, latinBold),
};

/** The worker that reads the style has no page to resolve addresses against. */
export function absolute(url: string): string {
  return "location" in globalThis ? new URL(url, location.href).href : url;
}
