// Marks of records by shape and colour. Layers differ in shape, so that nobody has to tell them apart by colour alone.
import { type Pixels, pixels, rgb } from "./pixels.ts";

export type Shape = "circle" | "diamond" | "square";

/** Side of the image; half of it in the map's pixels. */
const SIZE = 48;
const MIDDLE = (SIZE - 1) / 2;
/** From the middle to the edge of the colour, and of the halo around it. */
const REACH = 19;
const HALO = 22;

/** How far a pixel lies from the middle as the shape measures it: what is within REACH is inside. */
const distance: Record<Shape, (dx: number, dy: number) => number> = {
  circle: (dx, dy) => Math.hypot(dx, dy),
  diamond: (dx, dy) => dx + dy,
  // smaller than its circle, so that it does not look larger
  square: (dx, dy) => Math.max(dx, dy) * 1.25,
};

/** @param color, halo as "#rrggbb" */
export const markId = (shape: Shape, color: string, halo: string) => `mark ${shape} ${color} ${halo}`;

/** The image of that name; null: none of these. */
export function markImage(id: string): Pixels | null {
  const [, shape, color = "", halo = ""] = /^mark (\w+) (#\w{6}) (#\w{6})$/.exec(id) ?? [];
  if (!shape) return null;
  const [inner, outer] = [rgb(color), rgb(halo)];
  return pixels(SIZE, (x, y) => {
    const far = distance[shape as Shape](Math.abs(x - MIDDLE), Math.abs(y - MIDDLE));
    const inside = share(REACH - far);
    const alpha = share(HALO - far) * 255;
    return [...inner.map((value, i) => value * inside + (outer[i] ?? 0) * (1 - inside)), alpha];
  });
}

/** 0 outside, 1 inside, a soft edge between. */
const share = (depth: number) => Math.min(1, Math.max(0, depth + 0.5));
