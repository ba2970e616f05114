// Patterns that tile without a seam, 16 × 16 pixels at pixel ratio 2: lines where nothing is known, dots where it may not
// be told. They differ in shape, so that nobody has to tell their colours apart.
import type { Palette } from "./palette.ts";

type Pattern = { width: number; height: number; data: Uint8Array };

const SIZE = 16;

function pattern(ground: string, mark: string, isMark: (x: number, y: number) => boolean): Pattern {
  const data = new Uint8Array(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1)
      data.set([...rgb(isMark(x, y) ? mark : ground), 255], (y * SIZE + x) * 4);
  }
  return { width: SIZE, height: SIZE, data };
}

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

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
