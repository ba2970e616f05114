// The province outlines as one set of segments on an integer grid, each with the province on its left and right.
// Neighbours share their segments, so whatever is built on them fits across province lines too.
import { readFileSync } from "node:fs";
import type { MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** Steps of the integer grid in one degree: six decimals, 0.11 m. */
export const STEPS_PER_DEGREE = 1_000_000;

/** No province: sea or another country. */
export const OUTSIDE = -1;

/** A line between two vertices (indexes); `left` and `right` are indexes into `codes`, or OUTSIDE. */
export interface Segment {
  from: number;
  to: number;
  left: number;
  right: number;
}

/** Province outlines: vertices in grid steps, codes of two digits in order. */
export interface Outlines {
  codes: string[];
  x: number[];
  y: number[];
  segments: Segment[];
}

export function readOutlines(): Outlines {
  const file = new URL("./province-outlines.topojson", import.meta.url);
  const topology = JSON.parse(readFileSync(file, "utf8")) as Topology<{
    province: GeometryCollection;
  }>;
  const { features } = feature(topology, topology.objects.province);
  const outlines: Outlines = { codes: features.map(({ id }) => String(id)), x: [], y: [], segments: [] };
  const vertexAt = new Map<string, number>();
  const segmentAt = new Map<string, Segment>();

  const toVertex = ([lon = 0, lat = 0]: number[]): number => {
    const x = Math.round(lon * STEPS_PER_DEGREE);
    const y = Math.round(lat * STEPS_PER_DEGREE);
    const key = `${x} ${y}`;
    const known = vertexAt.get(key);
    if (known !== undefined) return known;
    outlines.x.push(x);
    outlines.y.push(y);
    vertexAt.set(key, outlines.x.length - 1);
    return outlines.x.length - 1;
  };

  features.forEach(({ geometry }, province) => {
    const { type, coordinates } = geometry as Polygon | MultiPolygon;
    for (const rings of type === "Polygon" ? [coordinates] : coordinates) {
      rings.forEach((ring, ringIndex) => {
        // Walk outer rings anticlockwise and holes clockwise, so that the province is always on the left.
        const isAnticlockwise = signedArea(ring) > 0;
        const walk = isAnticlockwise === (ringIndex === 0) ? ring : ring.toReversed();
        const vertices = walk.map(toVertex);
        for (let i = 1; i < vertices.length; i++) {
          const from = vertices[i - 1]!;
          const to = vertices[i]!;
          if (from === to) continue;
          const shared = segmentAt.get(`${to} ${from}`);
          if (shared) shared.right = province;
          else {
            const segment = { from, to, left: province, right: OUTSIDE };
            segmentAt.set(`${from} ${to}`, segment);
            outlines.segments.push(segment);
          }
        }
      });
    }
  });
  return outlines;
}

function signedArea(ring: number[][]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1]!;
    const [x1 = 0, y1 = 0] = ring[i]!;
    sum += x0 * y1 - x1 * y0;
  }
  return sum / 2;
}

/** Height of one band of the index below, in grid steps. */
const BAND = 10_000;

/** A function that answers which province a point (grid steps) lies in, or OUTSIDE. */
export function createProvinceFinder({ x, y, segments }: Outlines): (px: number, py: number) => number {
  const bands = new Map<number, Segment[]>();
  for (const segment of segments) {
    const first = Math.floor(Math.min(y[segment.from]!, y[segment.to]!) / BAND);
    const last = Math.floor(Math.max(y[segment.from]!, y[segment.to]!) / BAND);
    for (let band = first; band <= last; band++) {
      const list = bands.get(band);
      if (list) list.push(segment);
      else bands.set(band, [segment]);
    }
  }
  return (px, py) => {
    // The nearest segment to the west decides: the point is on its east side.
    let nearest = Number.NEGATIVE_INFINITY;
    let province = OUTSIDE;
    for (const segment of bands.get(Math.floor(py / BAND)) ?? []) {
      const y0 = y[segment.from]!;
      const y1 = y[segment.to]!;
      if (y0 <= py === y1 <= py) continue;
      const x0 = x[segment.from]!;
      const crossing = x0 + ((py - y0) / (y1 - y0)) * (x[segment.to]! - x0);
      if (crossing > px || crossing <= nearest) continue;
      nearest = crossing;
      province = y1 > y0 ? segment.right : segment.left;
    }
    return province;
  };
}
