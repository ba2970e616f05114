// Reads the polygons of the regions off the mesh: the edges between different labels, joined into rings.
import type { MultiPolygon, Polygon, Position } from "geojson";
import { UNLABELLED } from "./grow.ts";
import { type Mesh, nextHalfedge } from "./mesh.ts";
import { STEPS_PER_DEGREE } from "./outlines.ts";

/** A geometry per label 0…count-1 in degrees (WGS 84), outer rings anticlockwise as RFC 7946 asks, six decimals. */
export function traceRegions(mesh: Mesh, labels: Int32Array, count: number): (Polygon | MultiPolygon)[] {
  const { corners, opposite } = mesh;
  const borders: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  for (let edge = 0; edge < corners.length; edge++) {
    const label = labels[Math.floor(edge / 3)]!;
    if (label === UNLABELLED || labels[Math.floor(opposite[edge]! / 3)] === label) continue;
    const border = borders[label]!;
    const from = corners[edge]!;
    if (border.has(from))
      throw new Error(`stand-in rings: region ${label} touches itself at vertex ${from}.`);
    border.set(from, corners[nextHalfedge(edge)]!);
  }
  return borders.map((border) => toGeometry(joinRings(border), mesh));
}

/** Follows the borders from vertex to vertex until each ring closes. */
function joinRings(border: Map<number, number>): number[][] {
  const rings: number[][] = [];
  while (border.size > 0) {
    const [start] = border.keys();
    const ring = [start!];
    for (let at = start!; ; ) {
      const next = border.get(at)!;
      border.delete(at);
      ring.push(next);
      if (next === start) break;
      at = next;
    }
    rings.push(ring);
  }
  return rings;
}

function toGeometry(rings: number[][], { x, y }: Mesh): Polygon | MultiPolygon {
  const positions = rings.map((ring) =>
    ring.map((vertex): Position => [x[vertex]! / STEPS_PER_DEGREE, y[vertex]! / STEPS_PER_DEGREE]),
  );
  // The region is on the left of its edges: rings that turn left are outer rings, the others holes.
  const outer = positions
    .filter((ring) => signedArea(ring) > 0)
    .sort((a, b) => signedArea(b) - signedArea(a));
  const holes = positions.filter((ring) => signedArea(ring) <= 0);
  const polygons = outer.map((ring) => [ring]);
  for (const hole of holes) {
    // The smallest outer ring around a hole is its own; outer rings are sorted from large to small.
    const owner = polygons.findLast(([ring]) => contains(ring!, hole[0]!));
    if (!owner) throw new Error("stand-in rings: a hole lies in no polygon.");
    owner.push(hole);
  }
  const [only] = polygons;
  if (!only) throw new Error("stand-in rings: a region has no land.");
  return polygons.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
}

function signedArea(ring: Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0]!;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1]!;
    const [bx = 0, by = 0] = ring[i]!;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum / 2;
}

function contains(ring: Position[], [px = 0, py = 0]: Position): boolean {
  let isInside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1]!;
    const [bx = 0, by = 0] = ring[i]!;
    if (ay > py !== by > py && px < ax + ((py - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
  }
  return isInside;
}
