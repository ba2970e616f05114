// One seed point per tambon, inside its province, near its fellows of the district and evenly spread:
// the package's points with strays pulled back, missing ones placed, and a few steps of Lloyd's relaxation.
import { Delaunay } from "d3-delaunay";
import type { NamedTambon } from "./names.ts";
import { createProvinceFinder, type Outlines, STEPS_PER_DEGREE } from "./outlines.ts";
import { createRandom, distanceBetween } from "./random.ts";

/** Seed points in grid steps, in the order of the tambon; `size` is the width of the tambon's share of the land. */
export interface Seeds {
  x: Float64Array;
  y: Float64Array;
  size: Float64Array;
}

/** Land samples per tambon: enough to measure a share to a tenth. */
const SAMPLES_PER_TAMBON = 60;
const RELAXATION_STEPS = 5;
/** A point this many times farther from the middle of its district than the typical one is an error of the list. */
const STRAY_FACTOR = 4;

export function placeSeeds(tambon: NamedTambon[], outlines: Outlines): Seeds {
  const random = createRandom(77);
  const samples = sampleProvinces(tambon, outlines, random);
  const seeds: Seeds = {
    x: new Float64Array(tambon.length),
    y: new Float64Array(tambon.length),
    size: new Float64Array(tambon.length),
  };
  for (const members of groupBy(tambon, 4).values()) placeDistrict(members, tambon, seeds, random);
  for (const [province, members] of groupBy(tambon, 2)) {
    relaxProvince(members, samples[outlines.codes.indexOf(province)]!, seeds);
  }
  return seeds;
}

/** Indexes of the tambon under each code of `digits` digits. */
export function groupBy(tambon: { code: string }[], digits: 2 | 4): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  tambon.forEach(({ code }, index) => {
    const key = code.slice(0, digits);
    const members = groups.get(key);
    if (members) members.push(index);
    else groups.set(key, [index]);
  });
  return groups;
}

function placeDistrict(members: number[], tambon: NamedTambon[], seeds: Seeds, random: () => number): void {
  const known = members.flatMap((index) => tambon[index]!.point ?? []);
  const middle = { lon: median(known.map(({ lon }) => lon)), lat: median(known.map(({ lat }) => lat)) };
  const distanceOf = (point: { lon: number; lat: number }) =>
    distanceBetween(point.lon, point.lat, middle.lon, middle.lat);
  const typical = Math.max(median(known.map(distanceOf)), 0.01);
  for (const index of members) {
    const { point } = tambon[index]!;
    const isUsable = point !== null && distanceOf(point) <= STRAY_FACTOR * typical;
    const lon = isUsable ? point.lon : middle.lon + typical * (random() - 0.5);
    const lat = isUsable ? point.lat : middle.lat + typical * (random() - 0.5);
    seeds.x[index] = lon * STEPS_PER_DEGREE;
    seeds.y[index] = lat * STEPS_PER_DEGREE;
  }
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) throw new Error("stand-in seeds: a district has no tambon with a point.");
  return sorted[Math.floor(sorted.length / 2)]!;
}

interface Samples {
  points: number[][];
  /** Land that one sample stands for, as the width of a square in grid steps. */
  width: number;
}

/** Evenly spread, slightly shaken points on the land of each province. */
function sampleProvinces(tambon: NamedTambon[], outlines: Outlines, random: () => number): Samples[] {
  const provinceAt = createProvinceFinder(outlines);
  const bounds = outlines.codes.map(() => ({ west: 1e12, south: 1e12, east: -1e12, north: -1e12, area: 0 }));
  for (const { from, to, left, right } of outlines.segments) {
    const [x0, y0, x1, y1] = [outlines.x[from]!, outlines.y[from]!, outlines.x[to]!, outlines.y[to]!];
    for (const [province, sign] of [
      [left, 1],
      [right, -1],
    ] as const) {
      const box = bounds[province];
      if (!box) continue;
      box.west = Math.min(box.west, x0, x1);
      box.east = Math.max(box.east, x0, x1);
      box.south = Math.min(box.south, y0, y1);
      box.north = Math.max(box.north, y0, y1);
      box.area += (sign * (x0 * y1 - x1 * y0)) / 2;
    }
  }
  const groups = groupBy(tambon, 2);
  return bounds.map((box, province) => {
    const count = groups.get(outlines.codes[province]!)!.length * SAMPLES_PER_TAMBON;
    const width = Math.sqrt(box.area / count);
    const points: number[][] = [];
    for (let gridY = box.south; gridY < box.north; gridY += width) {
      for (let gridX = box.west; gridX < box.east; gridX += width) {
        const x = gridX + width * random();
        const y = gridY + width * random();
        if (provinceAt(x, y) === province) points.push([x, y]);
      }
    }
    return { points, width };
  });
}

/** Moves the seeds of a province half-way to the middle of their nearest land, a few times. */
function relaxProvince(members: number[], { points, width }: Samples, seeds: Seeds): void {
  for (let step = 0; step <= RELAXATION_STEPS; step++) {
    const delaunay = Delaunay.from(
      members,
      (index) => seeds.x[index]!,
      (index) => seeds.y[index]!,
    );
    const sums = members.map(() => ({ x: 0, y: 0, count: 0 }));
    let nearest = 0;
    for (const [x = 0, y = 0] of points) {
      nearest = delaunay.find(x, y, nearest);
      const sum = sums[nearest]!;
      sum.x += x;
      sum.y += y;
      sum.count++;
    }
    sums.forEach(({ x, y, count }, i) => {
      const index = members[i]!;
      seeds.size[index] = width * Math.sqrt(Math.max(count, 1));
      if (count === 0 || step === RELAXATION_STEPS) return;
      seeds.x[index] = (seeds.x[index]! + x / count) / 2;
      seeds.y[index] = (seeds.y[index]! + y / count) / 2;
    });
  }
}
