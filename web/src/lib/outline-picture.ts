// The lines of a place as paths of an SVG: pure, so that it can be tested. A picture to know a place by, never to measure.
import type { Outline } from "@phuenthi/server/contract/profiles";

type Position = readonly [lon: number, lat: number];

export type OutlinePicture = {
  width: number;
  height: number;
  place: string;
  context: string | null;
  /** a ring around a place that would be a speck */
  ring: { x: number; y: number; r: number } | null;
};

/** Smaller than this share of the picture, a place needs the ring. */
const SPECK = 0.07;

/**
 * North is up, and a kilometre as long either way: longitudes shrink with the cosine of the latitude.
 * @param context what the place lies in; the picture shows all of it
 * @param box the most the picture may take
 */
export function outlinePicture(
  outline: Outline,
  context: Outline | null,
  box: { width: number; height: number },
): OutlinePicture {
  const bounds = boundsOf(context ? [outline, context] : [outline]);
  const shrink = Math.cos((((bounds.south + bounds.north) / 2) * Math.PI) / 180);
  const spread = { x: (bounds.east - bounds.west) * shrink, y: bounds.north - bounds.south };
  const scale = Math.min(box.width / spread.x, box.height / spread.y);
  const round = (value: number) => Math.round(value * 10) / 10;
  const x = (lon: number) => round((lon - bounds.west) * shrink * scale);
  const y = (lat: number) => round((bounds.north - lat) * scale);
  const path = (shape: Outline) =>
    ringsOf(shape)
      .map((ring) => `M${ring.map(([lon, lat]) => `${x(lon)} ${y(lat)}`).join("L")}Z`)
      .join("");

  const own = boundsOf([outline]);
  const [left, right, top, bottom] = [x(own.west), x(own.east), y(own.north), y(own.south)];
  const size = Math.max(right - left, bottom - top);
  return {
    width: round(spread.x * scale),
    height: round(spread.y * scale),
    place: path(outline),
    context: context && path(context),
    ring:
      context && size < SPECK * Math.max(box.width, box.height)
        ? { x: round((left + right) / 2), y: round((top + bottom) / 2), r: round(size / 2 + 6) }
        : null,
  };
}

const ringsOf = (shape: Outline): readonly Position[][] =>
  shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat();

function boundsOf(shapes: readonly Outline[]) {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lon, lat] of shapes.flatMap(ringsOf).flat()) {
    bounds.west = Math.min(bounds.west, lon);
    bounds.east = Math.max(bounds.east, lon);
    bounds.south = Math.min(bounds.south, lat);
    bounds.north = Math.max(bounds.north, lat);
  }
  return bounds;
}
