// Patterns that tile without a seam, 16 × 16 pixels at pixel ratio 2: lines where nothing is known, dots where it may not
// be told. They differ in shape, so that nobody has to tell their colours apart.
import { type Palette, palettes } from "./palette.ts";
import { type Pixels, pixels, rgb } from "./pixels.ts";

const SIZE = 16;

const pattern = (ground: string, mark: string, isMark: (x: number, y: number) => boolean) =>
  pixels(SIZE, (x, y) => [...rgb(isMark(x, y) ? mark : ground), 255]);

/** What the map calls each image, and its pixels; drawn once per theme. */
export const patterns = {
  noData: {
    id: ({ id }: Palette) => `hatch-${id}`,
    pixels: ({ noData, noDataLine }: Palette) =>
      pattern(noData, noDataLine, (x, y) => (x + y) % (SIZE / 2) < 2),
  },
  withheld: {
    id: ({ id }: Palette) => `dots-${id}`,
    pixels: ({ withheld, withheldDot }: Palette) =>
      // two dots a tile, one in the middle of the other's four
      pattern(withheld, withheldDot, (x, y) => isDot(x, y) || isDot((x + 8) % SIZE, (y + 8) % SIZE)),
  },
};

const isDot = (x: number, y: number) => (x - 7.5) ** 2 + (y - 7.5) ** 2 < 6;

/** The image of that name; null: none of these. */
export function patternImage(id: string): Pixels | null {
  for (const pattern of Object.values(patterns)) {
    const palette = Object.values(palettes).find((one) => pattern.id(one) === id);
    if (palette) return pattern.pixels(palette);
  }
  return null;
}
