// Finds every place where two borders cross, touch or lie on each other anywhere but at a shared end.
// Segments are put into the cells of a grid, so that only near ones are compared. All arithmetic is exact.
import type { Arc } from "./coverage.ts";

/** From a to b. */
export type Segment = [ax: number, ay: number, bx: number, by: number];

export interface Crossing {
  arcs: [number, number];
  /** The first two of theirs that meet, in grid units. */
  segments: [Segment, Segment];
}

interface Segments {
  count: number;
  /** ax, ay, bx, by per segment */
  ends: Int32Array;
  arcOf: Int32Array;
}

export function findCrossings(arcs: readonly Arc[]): Crossing[] {
  const segments = listSegments(arcs);
  if (segments.count < 2) return [];
  const { starts, members, cells } = fillGrid(segments);
  const found = new Map<string, Crossing>();
  for (let cell = 0; cell < cells; cell++) {
    const end = starts[cell + 1]!;
    for (let first = starts[cell]!; first < end; first++) {
      for (let second = first + 1; second < end; second++) {
        const s = members[first]!;
        const t = members[second]!;
        if (!meetBadly(segments.ends, s * 4, t * 4)) continue;
        const pair: [number, number] = [segments.arcOf[s]!, segments.arcOf[t]!];
        const key = pair[0] < pair[1] ? `${pair[0]} ${pair[1]}` : `${pair[1]} ${pair[0]}`;
        if (!found.has(key)) {
          found.set(key, {
            arcs: pair,
            segments: [segmentAt(segments.ends, s), segmentAt(segments.ends, t)],
          });
        }
      }
    }
  }
  return [...found.values()];
}

const segmentAt = (ends: Int32Array, segment: number): Segment => [
  ...(ends.subarray(segment * 4, segment * 4 + 4) as unknown as Segment),
];

function listSegments(arcs: readonly Arc[]): Segments {
  let count = 0;
  for (const arc of arcs) count += arc.length / 2 - 1;
  const ends = new Int32Array(count * 4);
  const arcOf = new Int32Array(count);
  let at = 0;
  arcs.forEach((arc, index) => {
    for (let point = 0; point < arc.length - 2; point += 2) {
      ends.set(arc.subarray(point, point + 4), at * 4);
      arcOf[at++] = index;
    }
  });
  return { count, ends, arcOf };
}

/** Lists, for each cell of a grid of about as many cells as segments, the segments whose box touches it. */
function fillGrid({ count, ends }: Segments): { starts: Int32Array; members: Int32Array; cells: number } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < count * 4; at += 2) {
    west = Math.min(west, ends[at]!);
    east = Math.max(east, ends[at]!);
    south = Math.min(south, ends[at + 1]!);
    north = Math.max(north, ends[at + 1]!);
  }
  const size = Math.max(1, Math.sqrt(((east - west + 1) * (north - south + 1)) / count));
  const columns = Math.floor((east - west) / size) + 1;
  const rows = Math.floor((north - south) / size) + 1;
  const cells = columns * rows;

  const visitCells = (segment: number, visit: (cell: number) => void) => {
    const [ax, ay, bx, by] = [
      ends[segment * 4]!,
      ends[segment * 4 + 1]!,
      ends[segment * 4 + 2]!,
      ends[segment * 4 + 3]!,
    ];
    const lastColumn = Math.floor((Math.max(ax, bx) - west) / size);
    const lastRow = Math.floor((Math.max(ay, by) - south) / size);
    for (let row = Math.floor((Math.min(ay, by) - south) / size); row <= lastRow; row++) {
      for (let column = Math.floor((Math.min(ax, bx) - west) / size); column <= lastColumn; column++) {
        visit(row * columns + column);
      }
    }
  };

  const starts = new Int32Array(cells + 1);
  for (let segment = 0; segment < count; segment++) visitCells(segment, (cell) => starts[cell + 1]!++);
  for (let cell = 0; cell < cells; cell++) starts[cell + 1]! += starts[cell]!;
  const members = new Int32Array(starts[cells]!);
  const next = starts.slice(0, cells);
  for (let segment = 0; segment < count; segment++) {
    visitCells(segment, (cell) => {
      members[next[cell]!++] = segment;
    });
  }
  return { starts, members, cells };
}

/** True when two segments share more than one end point. */
function meetBadly(ends: Int32Array, s: number, t: number): boolean {
  const ax = ends[s]!;
  const ay = ends[s + 1]!;
  const bx = ends[s + 2]!;
  const by = ends[s + 3]!;
  const cx = ends[t]!;
  const cy = ends[t + 1]!;
  const dx = ends[t + 2]!;
  const dy = ends[t + 3]!;
  if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return false;
  if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return false;
  const turnC = turn(ax, ay, bx, by, cx, cy);
  const turnD = turn(ax, ay, bx, by, dx, dy);
  const turnA = turn(cx, cy, dx, dy, ax, ay);
  const turnB = turn(cx, cy, dx, dy, bx, by);
  if (
    turnC > 0 !== turnD > 0 &&
    turnC !== 0 &&
    turnD !== 0 &&
    turnA > 0 !== turnB > 0 &&
    turnA !== 0 &&
    turnB !== 0
  ) {
    return true;
  }
  // an end of one lies on the other: fine only where it is an end of both, and then only at one point
  const cIsEnd = (cx === ax && cy === ay) || (cx === bx && cy === by);
  const dIsEnd = (dx === ax && dy === ay) || (dx === bx && dy === by);
  if (cIsEnd && dIsEnd) return true;
  if (turnC === 0 && !cIsEnd && within(ax, ay, bx, by, cx, cy)) return true;
  if (turnD === 0 && !dIsEnd && within(ax, ay, bx, by, dx, dy)) return true;
  const aIsEnd = (ax === cx && ay === cy) || (ax === dx && ay === dy);
  const bIsEnd = (bx === cx && by === cy) || (bx === dx && by === dy);
  if (turnA === 0 && !aIsEnd && within(cx, cy, dx, dy, ax, ay)) return true;
  return turnB === 0 && !bIsEnd && within(cx, cy, dx, dy, bx, by);
}

/** Positive when a → b → c turns left, zero when the three are in line. */
export function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

function within(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  return Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);
}
