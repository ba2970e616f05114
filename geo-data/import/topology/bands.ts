// One set of arcs per zoom band. What simplifying breaks (borders that cross, areas that vanish, islands that a
// coast has swallowed) is put back: the arcs concerned get more of their points until nothing is broken.
import { type Arc, type Coverage, doubleArea, type Ring, ringPoints } from "./coverage.ts";
import { findCrossings } from "./crossings.ts";
import { findSurroundings, listPieces, listUsers } from "./nesting.ts";
import { halfPixel, rankPoints, thinArc } from "./simplify.ts";

/** Lowest and highest zoom of each band; the line is within half a pixel of the truth at the highest. */
export const bandZooms = [
  { minZoom: 0, maxZoom: 4 },
  { minZoom: 5, maxZoom: 5 },
  { minZoom: 6, maxZoom: 6 },
  { minZoom: 7, maxZoom: 7 },
  { minZoom: 8, maxZoom: 8 },
  { minZoom: 9, maxZoom: 9 },
  { minZoom: 10, maxZoom: 10 },
  { minZoom: 11, maxZoom: 12 },
] as const;

export interface Band {
  minZoom: number;
  maxZoom: number;
  arcs: Arc[];
  /** arcs that kept more points than half a pixel asks for, so that nothing breaks */
  mended: number;
}

/** Simplifies a coverage that is itself free of crossings (see check-coverage) for every band. */
export function buildBands(coverage: Coverage): Band[] {
  const ranks = coverage.arcs.map(rankPoints);
  const frame = describeFrame(coverage);
  return bandZooms.map(({ minZoom, maxZoom }) => {
    const tolerances = new Float64Array(coverage.arcs.length).fill(halfPixel(maxZoom));
    const arcs = coverage.arcs.map((arc, index) => thinArc(arc, ranks[index]!, tolerances[index]!));
    const mended = new Set<number>();
    for (;;) {
      const broken = findBroken(arcs, frame);
      if (broken.size === 0) return { minZoom, maxZoom, arcs, mended: mended.size };
      let changed = false;
      for (const index of broken) {
        if (arcs[index]!.length === coverage.arcs[index]!.length) continue;
        changed = true;
        mended.add(index);
        // a quarter each time; below a millimetre all points come back
        tolerances[index] = tolerances[index]! < 1e-11 ? -1 : tolerances[index]! / 4;
        arcs[index] = thinArc(coverage.arcs[index]!, ranks[index]!, tolerances[index]!);
      }
      if (!changed)
        throw new Error(
          `Zoom band ${minZoom}: borders cross even at full detail, so they cannot be simplified.`,
        );
    }
  });
}

interface Frame {
  rings: { ring: Ring; sign: number }[];
  users: number[][];
  boxes: [west: number, south: number, east: number, north: number][];
  componentOf: Int32Array;
  pieces: ReturnType<typeof listPieces>["pieces"];
  surroundings: string[];
}

/** What must stay true in every band, read off the full shapes. */
function describeFrame(coverage: Coverage): Frame {
  const { componentOf, pieces } = listPieces(coverage.arcs);
  const users = listUsers(coverage);
  return {
    rings: coverage.areas
      .flat(2)
      .map((ring) => ({ ring, sign: Math.sign(doubleArea(ringPoints(ring, coverage.arcs))) })),
    users,
    boxes: coverage.arcs.map(boxOf),
    componentOf,
    pieces,
    surroundings: findSurroundings(coverage.arcs, users, componentOf, pieces).map(String),
  };
}

function findBroken(arcs: readonly Arc[], frame: Frame): Set<number> {
  const broken = new Set<number>();
  for (const crossing of findCrossings(arcs)) {
    for (const index of crossing.arcs) broken.add(index);
  }
  for (const { ring, sign } of frame.rings) {
    if (Math.sign(doubleArea(ringPoints(ring, arcs))) === sign) continue;
    for (const reference of ring) broken.add(reference < 0 ? ~reference : reference);
  }
  const { users, componentOf, pieces, boxes } = frame;
  findSurroundings(arcs, users, componentOf, pieces).forEach((around, index) => {
    if (String(around) === frame.surroundings[index]) return;
    const { x, y, component } = pieces[index]!;
    // only a line whose full course goes around the piece can have jumped over it
    boxes.forEach(([west, south, east, north], arc) => {
      if (componentOf[arc] === component) return;
      if (west <= x && x <= east && south <= y && y <= north) broken.add(arc);
    });
  });
  return broken;
}

function boxOf(arc: Arc): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < arc.length; at += 2) {
    box[0] = Math.min(box[0], arc[at]!);
    box[1] = Math.min(box[1], arc[at + 1]!);
    box[2] = Math.max(box[2], arc[at]!);
    box[3] = Math.max(box[3], arc[at + 1]!);
  }
  return box;
}
