import type { Palette } from "./palette.ts";

/** Diagonal lines that tile without a seam, for areas without data: 16 × 16 pixels at pixel ratio 2. */
export function hatchPixels({ noData, noDataLine }: Palette): {
  width: number;
  height: number;
  data: Uint8Array;
} {
  const size = 16;
  const ground = rgb(noData);
  const line = rgb(noDataLine);
  const data = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const color = (x + y) % (size / 2) < 2 ? line : ground;
      data.set([...color, 255], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
}

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
