// A triangle mesh of the country in which every province line is an edge. Areas are made by giving triangles
// away, so two neighbours always have the same vertices along their line: no gap or overlap can arise.
import { Delaunay } from "d3-delaunay";
import { createProvinceFinder, OUTSIDE, type Outlines, STEPS_PER_DEGREE } from "./outlines.ts";
import { createRandom, distanceBetween } from "./random.ts";
import type { Seeds } from "./seeds.ts";

/**
 * Vertices in grid steps. Triangle t has the corners corners[3t..3t+2] and, across the edge that starts at each of
 * them, the triangle of halfedge opposite[3t..3t+2] (-1: none). `isFixed` marks vertices on province lines.
 */
export interface Mesh {
  x: Float64Array;
  y: Float64Array;
  isFixed: Uint8Array;
  corners: Uint32Array;
  opposite: Int32Array;
  /** Index into the outlines' codes for each triangle, or OUTSIDE. */
  province: Int16Array;
}

/** Mesh cells across one tambon: sets how many vertices a tambon gets (about 40). */
const CELLS_PER_TAMBON = 8;
const LARGEST_CELL = 0.08 * STEPS_PER_DEGREE;
const MAX_ROUNDS = 40;

export function buildMesh(source: Outlines, seeds: Seeds): Mesh {
  const cellWidthAt = createCellWidth(seeds);
  const outlines: Outlines = {
    ...source,
    x: [...source.x],
    y: [...source.y],
    segments: [...source.segments],
  };
  splitLongSegments(outlines, cellWidthAt);
  // Make the province lines edges of their own mesh first; that is cheap and settles nearly all of them.
  triangulate(outlines, []);
  const inner = scatterInnerPoints(outlines, cellWidthAt);
  return assemble(outlines, triangulate(outlines, inner));
}

/** Width of a mesh cell at a point: a share of the width of the nearest tambon. */
function createCellWidth(seeds: Seeds): (x: number, y: number) => number {
  const delaunay = new Delaunay(interleave(seeds.x, seeds.y));
  let nearest = 0;
  return (x, y) => {
    nearest = delaunay.find(x, y, nearest);
    return seeds.size[nearest]! / CELLS_PER_TAMBON;
  };
}

function interleave(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  const flat = new Float64Array(x.length * 2);
  for (let i = 0; i < x.length; i++) {
    flat[2 * i] = x[i]!;
    flat[2 * i + 1] = y[i]!;
  }
  return flat;
}

function splitLongSegments(outlines: Outlines, cellWidthAt: (x: number, y: number) => number): void {
  const { x, y, segments } = outlines;
  for (let i = 0; i < segments.length; i++) {
    const { from, to } = segments[i]!;
    const length = distanceBetween(x[from]!, y[from]!, x[to]!, y[to]!);
    const width = cellWidthAt((x[from]! + x[to]!) / 2, (y[from]! + y[to]!) / 2);
    // The halves go back into the list: the first is looked at again now, the second later.
    if (length > 1.5 * width) splitSegment(outlines, i--);
  }
}

function splitSegment({ x, y, segments }: Outlines, index: number): void {
  const { from, to, left, right } = segments[index]!;
  const middle = x.length;
  // Halves of a step go up and down in turn, so that no province grows by rounding.
  const rounding = middle % 2 === 0 ? 0 : 0.5;
  x.push(Math.floor((x[from]! + x[to]!) / 2 + rounding));
  y.push(Math.floor((y[from]! + y[to]!) / 2 + rounding));
  segments[index] = { from, to: middle, left, right };
  segments.push({ from: middle, to, left, right });
}

/** Vertices numbered as in the outlines, then the inner points; splits lines until each is an edge of the mesh. */
function triangulate(
  outlines: Outlines,
  inner: number[][],
): { delaunay: Delaunay<unknown>; innerStart: number } {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const innerStart = outlines.x.length;
    const x = [...outlines.x, ...inner.map((point) => point[0]!)];
    const y = [...outlines.y, ...inner.map((point) => point[1]!)];
    const delaunay = new Delaunay(interleave(x, y));
    const count = outlines.segments.length;
    for (let i = 0; i < count; i++) {
      const { from, to } = outlines.segments[i]!;
      if (!isEdge(delaunay, from, to)) splitSegment(outlines, i);
    }
    if (outlines.segments.length === count) return { delaunay, innerStart };
  }
  throw new Error(`stand-in mesh: province lines still not edges of the mesh after ${MAX_ROUNDS} rounds.`);
}

function isEdge(delaunay: Delaunay<unknown>, from: number, to: number): boolean {
  for (const neighbour of delaunay.neighbors(from)) if (neighbour === to) return true;
  return false;
}

/** Shaken points of a quadtree whose cells follow the wanted width, kept off the province lines. */
function scatterInnerPoints(outlines: Outlines, cellWidthAt: (x: number, y: number) => number): number[][] {
  const random = createRandom(928);
  const provinceAt = createProvinceFinder(outlines);
  const isNearLine = createNearLine(outlines);
  const points: number[][] = [];
  const visit = (west: number, south: number, width: number): void => {
    const half = width / 2;
    const wanted = cellWidthAt(west + half, south + half);
    // Cells halve, so wanted widths are met within a factor of the square root of two.
    if (width > wanted * Math.SQRT2) {
      visit(west, south, half);
      visit(west + half, south, half);
      visit(west, south + half, half);
      visit(west + half, south + half, half);
      return;
    }
    const x = Math.round(west + width * (0.2 + 0.6 * random()));
    const y = Math.round(south + width * (0.2 + 0.6 * random()));
    if (provinceAt(x, y) !== OUTSIDE && !isNearLine(x, y, width)) points.push([x, y]);
  };
  const [west, south, east, north] = [
    outlines.x.reduce((a, b) => Math.min(a, b)),
    outlines.y.reduce((a, b) => Math.min(a, b)),
    outlines.x.reduce((a, b) => Math.max(a, b)),
    outlines.y.reduce((a, b) => Math.max(a, b)),
  ];
  for (let y = south; y < north; y += LARGEST_CELL) {
    for (let x = west; x < east; x += LARGEST_CELL) visit(x, y, LARGEST_CELL);
  }
  // Far corners keep province lines off the rim of the mesh, where triangles have no neighbour.
  const margin = 2 * STEPS_PER_DEGREE;
  for (const x of [west - margin, east + margin])
    for (const y of [south - margin, north + margin]) points.push([x, y]);
  return points;
}

/** Answers whether a point would crowd a line, or break it out of the mesh (lies in the circle over the line). */
function createNearLine({ x, y, segments }: Outlines): (px: number, py: number, width: number) => boolean {
  const bin = 0.02 * STEPS_PER_DEGREE;
  const bins = new Map<number, number[]>();
  const keyOf = (column: number, row: number) => column * 100_000 + row;
  segments.forEach(({ from, to }, index) => {
    const mx = (x[from]! + x[to]!) / 2;
    const my = (y[from]! + y[to]!) / 2;
    const reach = distanceBetween(x[from]!, y[from]!, x[to]!, y[to]!) / 2;
    for (
      let column = Math.floor((mx - reach) / bin) - 1;
      column <= Math.floor((mx + reach) / bin) + 1;
      column++
    ) {
      for (let row = Math.floor((my - reach) / bin) - 1; row <= Math.floor((my + reach) / bin) + 1; row++) {
        const key = keyOf(column, row);
        const list = bins.get(key);
        if (list) list.push(index);
        else bins.set(key, [index]);
      }
    }
  });
  return (px, py, width) => {
    const clearance = Math.min(width / 2, bin);
    for (const index of bins.get(keyOf(Math.floor(px / bin), Math.floor(py / bin))) ?? []) {
      const { from, to } = segments[index]!;
      const [x0, y0, x1, y1] = [x[from]!, y[from]!, x[to]!, y[to]!];
      const isInCircle = (px - x0) * (px - x1) + (py - y0) * (py - y1) <= 0;
      if (isInCircle || distanceBetween(px, py, x0, y0) < clearance) return true;
    }
    return false;
  };
}

/** Labels triangles with their province: from the lines inwards, never across a line. */
function assemble(
  { segments }: Outlines,
  { delaunay, innerStart }: { delaunay: Delaunay<unknown>; innerStart: number },
): Mesh {
  const vertexCount = delaunay.points.length / 2;
  const x = new Float64Array(vertexCount);
  const y = new Float64Array(vertexCount);
  for (let i = 0; i < vertexCount; i++) {
    x[i] = delaunay.points[2 * i]!;
    y[i] = delaunay.points[2 * i + 1]!;
  }
  const corners = new Uint32Array(delaunay.triangles);
  const opposite = new Int32Array(delaunay.halfedges);
  const mesh: Mesh = {
    x,
    y,
    isFixed: new Uint8Array(vertexCount).fill(1, 0, innerStart),
    corners,
    opposite,
    province: new Int16Array(corners.length / 3).fill(OUTSIDE),
  };
  makeAnticlockwise(mesh);

  const halfedgeAt = new Map<number, number>();
  for (let edge = 0; edge < corners.length; edge++) {
    const from = corners[edge]!;
    const to = corners[nextHalfedge(edge)]!;
    if (from < innerStart && to < innerStart) halfedgeAt.set(from * vertexCount + to, edge);
  }
  const isLine = new Uint8Array(corners.length);
  const isKnown = new Uint8Array(mesh.province.length);
  const queue: number[] = [];
  for (const { from, to, left, right } of segments) {
    for (const [edge, province] of [
      [halfedgeAt.get(from * vertexCount + to)!, left],
      [halfedgeAt.get(to * vertexCount + from)!, right],
    ] as const) {
      const triangle = Math.floor(edge / 3);
      isLine[edge] = 1;
      mesh.province[triangle] = province;
      if (!isKnown[triangle]) queue.push(triangle);
      isKnown[triangle] = 1;
    }
  }
  while (queue.length > 0) {
    const triangle = queue.pop()!;
    for (let edge = 3 * triangle; edge < 3 * triangle + 3; edge++) {
      const other = Math.floor(opposite[edge]! / 3);
      if (isLine[edge] || other < 0 || isKnown[other]) continue;
      isKnown[other] = 1;
      mesh.province[other] = mesh.province[triangle]!;
      queue.push(other);
    }
  }
  return mesh;
}

/** The triangulation turns all its triangles the same way; turn them so that the inside is on the left. */
function makeAnticlockwise({ x, y, corners, opposite }: Mesh): void {
  const [a, b, c] = [corners[0]!, corners[1]!, corners[2]!];
  if ((x[b]! - x[a]!) * (y[c]! - y[a]!) - (x[c]! - x[a]!) * (y[b]! - y[a]!) > 0) return;
  // Swapping the last two corners of each triangle renames its edges: edge 0 trades places with edge 2.
  const renamed = (edge: number) => (edge < 0 ? -1 : edge + 2 - 2 * (edge % 3));
  const before = opposite.slice();
  for (let edge = 0; edge < before.length; edge++) opposite[renamed(edge)] = renamed(before[edge]!);
  for (let edge = 0; edge < corners.length; edge += 3) {
    const kept = corners[edge + 1]!;
    corners[edge + 1] = corners[edge + 2]!;
    corners[edge + 2] = kept;
  }
}

/** The next edge around the same triangle. */
export function nextHalfedge(edge: number): number {
  return edge % 3 === 2 ? edge - 2 : edge + 1;
}
