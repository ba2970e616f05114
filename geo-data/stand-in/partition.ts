// Gives every triangle of the country to a district and then to one of the district's tambon.
import { findPieces, type Ground, growRegions, UNLABELLED } from "./grow.ts";
import type { Mesh } from "./mesh.ts";
import { OUTSIDE } from "./outlines.ts";
import { distanceBetween } from "./random.ts";
import type { Seeds } from "./seeds.ts";
import { tidyLabels } from "./tidy.ts";

/** Which province and district (index in code order) each tambon belongs to. */
export interface Parents {
  province: number[];
  district: number[];
}

const RELAXATION_STEPS = 3;

/** The index of the tambon of each triangle, or UNLABELLED outside the country. */
export function partition(mesh: Mesh, ground: Ground, seeds: Seeds, parents: Parents): Int32Array {
  const seedTriangles = findSeedTriangles(mesh, ground, seeds, parents);
  const district = growDistricts(mesh, ground, seedTriangles, parents);
  tidyLabels(mesh, district, mesh.province);
  return growTambon(mesh, ground, district, placeStarts(ground, seedTriangles, parents, district));
}

/** Land goes to the district of its nearest tambon; what is cut off from its district goes to a neighbour. */
function growDistricts(mesh: Mesh, ground: Ground, seedTriangles: number[], parents: Parents): Int32Array {
  const starts = parents.district.map((label, tambon) => ({ triangle: seedTriangles[tambon]!, label }));
  const labels = new Int32Array(mesh.province.length).fill(UNLABELLED);
  growRegions(mesh, ground, mesh.province, labels, starts);

  // On each island (and the mainland) of a province, a district keeps only its largest piece.
  const { piece: island } = findPieces(mesh, mesh.province);
  const largest = new Map<string, number>();
  const { members } = findPieces(mesh, labels);
  const keyOf = (triangles: number[]) => `${labels[triangles[0]!]} ${island[triangles[0]!]}`;
  members.forEach((triangles, index) => {
    const best = largest.get(keyOf(triangles));
    if (best === undefined || members[best]!.length < triangles.length) largest.set(keyOf(triangles), index);
  });
  const kept = new Set(largest.values());
  members.forEach((triangles, index) => {
    if (!kept.has(index)) for (const triangle of triangles) labels[triangle] = UNLABELLED;
  });
  growRegions(mesh, ground, mesh.province, labels, []);
  fillIslands(mesh, ground, mesh.province, labels);
  return labels;
}

/** Islands on which nobody started go whole to the nearest region of their territory. */
function fillIslands(mesh: Mesh, ground: Ground, territory: ArrayLike<number>, labels: Int32Array): void {
  const isEmpty = new Int32Array(labels.length).fill(UNLABELLED);
  for (let triangle = 0; triangle < labels.length; triangle++) {
    if (territory[triangle]! >= 0 && labels[triangle] === UNLABELLED)
      isEmpty[triangle] = territory[triangle]!;
  }
  const { members } = findPieces(mesh, isEmpty);
  if (members.length === 0) return;
  const wanted = new Set(members.map((triangles) => territory[triangles[0]!]!));
  const labelled: number[] = [];
  for (let triangle = 0; triangle < labels.length; triangle++) {
    if (labels[triangle] !== UNLABELLED && wanted.has(territory[triangle]!)) labelled.push(triangle);
  }
  for (const triangles of members) {
    const from = triangles[0]!;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of labelled) {
      if (territory[candidate] !== territory[from]) continue;
      const distance = distanceBetween(
        ground.x[candidate]!,
        ground.y[candidate]!,
        ground.x[from]!,
        ground.y[from]!,
      );
      if (distance < least) [best, least] = [candidate, distance];
    }
    if (best < 0) throw new Error("stand-in partition: an island has no region to belong to.");
    for (const triangle of triangles) labels[triangle] = labels[best]!;
  }
}

/** A start for each tambon inside its own district: at its seed, or in the emptiest place if the seed lies elsewhere. */
function placeStarts(
  ground: Ground,
  seedTriangles: number[],
  parents: Parents,
  district: Int32Array,
): number[] {
  const starts = parents.district.map((label, tambon) => {
    const triangle = seedTriangles[tambon]!;
    return district[triangle] === label ? triangle : -1;
  });
  const tambonOf = new Map<number, number[]>();
  parents.district.forEach((label, tambon) => {
    tambonOf.set(label, [...(tambonOf.get(label) ?? []), tambon]);
  });
  const members = groupTriangles(district);
  for (const [label, tambon] of tambonOf) {
    const taken = new Set<number>();
    for (const index of tambon) {
      const isUsable = starts[index]! >= 0 && !taken.has(starts[index]!);
      if (isUsable) taken.add(starts[index]!);
      else starts[index] = -1;
    }
    for (const index of tambon) {
      if (starts[index]! >= 0) continue;
      starts[index] = emptiestPlace(members.get(label) ?? [], [...taken], ground);
      taken.add(starts[index]!);
    }
  }
  return starts;
}

/** The triangles of each label. */
function groupTriangles(labels: Int32Array): Map<number, number[]> {
  const members = new Map<number, number[]>();
  labels.forEach((label, triangle) => {
    if (label === UNLABELLED) return;
    const list = members.get(label);
    if (list) list.push(triangle);
    else members.set(label, [triangle]);
  });
  return members;
}

/** The triangle farthest from all taken ones. */
function emptiestPlace(triangles: number[], taken: number[], ground: Ground): number {
  let best = triangles[Math.floor(triangles.length / 2)];
  let farthest = 0;
  for (const triangle of triangles) {
    let gap = Number.POSITIVE_INFINITY;
    for (const other of taken) {
      gap = Math.min(
        gap,
        distanceBetween(ground.x[triangle]!, ground.y[triangle]!, ground.x[other]!, ground.y[other]!),
      );
    }
    if (gap !== Number.POSITIVE_INFINITY && gap > farthest) [best, farthest] = [triangle, gap];
  }
  if (best === undefined) throw new Error("stand-in partition: a district has no land.");
  return best;
}

/** Lloyd's relaxation on the mesh: grow, move each start to the middle of its tambon, grow again. */
function growTambon(mesh: Mesh, ground: Ground, district: Int32Array, starts: number[]): Int32Array {
  let labels = new Int32Array(0);
  for (let step = 0; step <= RELAXATION_STEPS; step++) {
    labels = new Int32Array(district.length).fill(UNLABELLED);
    growRegions(
      mesh,
      ground,
      district,
      labels,
      starts.map((triangle, label) => ({ triangle, label })),
    );
    if (step < RELAXATION_STEPS) moveToMiddles(starts, labels, ground);
  }
  fillIslands(mesh, ground, district, labels);
  tidyLabels(mesh, labels, district);
  if (new Set(labels).size !== starts.length + 1) {
    throw new Error("stand-in partition: a tambon got no land.");
  }
  return labels;
}

function moveToMiddles(starts: number[], labels: Int32Array, ground: Ground): void {
  const sums = starts.map(() => ({ x: 0, y: 0, area: 0 }));
  labels.forEach((label, triangle) => {
    if (label === UNLABELLED) return;
    const sum = sums[label]!;
    sum.x += ground.x[triangle]! * ground.area[triangle]!;
    sum.y += ground.y[triangle]! * ground.area[triangle]!;
    sum.area += ground.area[triangle]!;
  });
  const least = starts.map(() => Number.POSITIVE_INFINITY);
  labels.forEach((label, triangle) => {
    if (label === UNLABELLED) return;
    const { x, y, area } = sums[label]!;
    const gap = distanceBetween(ground.x[triangle]!, ground.y[triangle]!, x / area, y / area);
    if (gap >= least[label]!) return;
    least[label] = gap;
    starts[label] = triangle;
  });
}

/** Side of a bin of the search below, in grid steps. */
const BIN = 20_000;

/** The triangle of its province whose middle is nearest to each seed. */
function findSeedTriangles(mesh: Mesh, ground: Ground, seeds: Seeds, parents: Parents): number[] {
  const bins = new Map<number, number[]>();
  const keyOf = (column: number, row: number, province: number) => (column * 100_000 + row) * 100 + province;
  mesh.province.forEach((province, triangle) => {
    if (province === OUTSIDE) return;
    const key = keyOf(Math.floor(ground.x[triangle]! / BIN), Math.floor(ground.y[triangle]! / BIN), province);
    const list = bins.get(key);
    if (list) list.push(triangle);
    else bins.set(key, [triangle]);
  });
  return parents.province.map((province, tambon) => {
    const [x, y] = [seeds.x[tambon]!, seeds.y[tambon]!];
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    // Bins farther out than `reach` hold nothing nearer than reach × BIN.
    for (let reach = 0; best < 0 || least > (reach - 1) * BIN; reach++) {
      if (reach > 500) throw new Error(`stand-in partition: no land near tambon number ${tambon}.`);
      for (let column = -reach; column <= reach; column++) {
        for (let row = -reach; row <= reach; row++) {
          if (Math.max(Math.abs(column), Math.abs(row)) !== reach) continue;
          const key = keyOf(Math.floor(x / BIN) + column, Math.floor(y / BIN) + row, province);
          for (const triangle of bins.get(key) ?? []) {
            const gap = distanceBetween(ground.x[triangle]!, ground.y[triangle]!, x, y);
            if (gap < least) [best, least] = [triangle, gap];
          }
        }
      }
    }
    return best;
  });
}
