// Images that the map draws with, made here pixel by pixel, at pixel ratio 2.
export type Pixels = { width: number; height: number; data: Uint8Array };

/** @param color of a pixel: red, green, blue, alpha, 0–255 */
export function pixels(size: number, color: (x: number, y: number) => readonly number[]): Pixels {
  const data = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) data.set(color(x, y), (y * size + x) * 4);
  }
  return { width: size, height: size, data };
}

/** @param hex as "#rrggbb" */
export const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
