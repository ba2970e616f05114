// Turns the saw-tooth lines between regions into natural ones by moving mesh vertices: first smoothed, then bent like
// rivers. No move may turn a triangle over: so lines cannot cross, gaps cannot open and rings stay simple.
import { type Mesh, nextHalfedge } from "./mesh.ts";
import { STEPS_PER_DEGREE } from "./outlines.ts";
import { smoothNoise } from "./random.ts";
import { firstEdges } from "./tidy.ts";

const SMOOTHING_PASSES = 3;
/** How far a vertex goes toward the middle of its neighbours: along a line, where lines meet, and off the lines. */
const PULL = { line: 0.6, junction: 0.35, inside: 0.4 };
/** Bends, in degrees: from crest to crest, and how far to the side. */
const BENDS = [
  { wavelength: 0.04, reach: 0.008 },
  { wavelength: 0.016, reach: 0.004 },
];
/** Bending goes in small steps, so that neighbours make room for each other. */
const BENDING_STEPS = 6;
/** No triangle may shrink below this share of the area it has when its turn comes, nor below this many square steps. */
const KEPT_SHARE = 0.3;
const LEAST_AREA = 400;

/** The surroundings of a vertex: its neighbours in turning order, and those to which a line between regions leads. */
interface Surroundings {
  ring: number[];
  onLine: number[];
}

/** Moves vertices that are not on province lines, in place. Coordinates stay whole grid steps. */
export function smoothLines(mesh: Mesh, labels: Int32Array): void {
  const edgeFrom = firstEdges(mesh);
  const movable: number[] = [];
  for (let vertex = 0; vertex < edgeFrom.length; vertex++) {
    if (!mesh.isFixed[vertex] && edgeFrom[vertex]! >= 0) movable.push(vertex);
  }
  const smoothAll = () => {
    for (const vertex of movable) {
      const surroundings = lookAround(mesh, labels, edgeFrom[vertex]!);
      if (surroundings) pullToMiddle(mesh, vertex, surroundings);
    }
  };
  for (let pass = 0; pass < SMOOTHING_PASSES; pass++) smoothAll();
  for (let step = 0; step < BENDING_STEPS; step++) {
    for (const vertex of movable) {
      const surroundings = lookAround(mesh, labels, edgeFrom[vertex]!);
      if (surroundings) bend(mesh, vertex, surroundings);
    }
  }
}

/** Null on the rim of the mesh. */
function lookAround({ corners, opposite }: Mesh, labels: Int32Array, start: number): Surroundings | null {
  const ring: number[] = [];
  const onLine: number[] = [];
  let edge = start;
  do {
    const other = opposite[edge]!;
    if (other < 0) return null;
    const neighbour = corners[nextHalfedge(edge)]!;
    ring.push(neighbour);
    if (labels[Math.floor(edge / 3)] !== labels[Math.floor(other / 3)]) onLine.push(neighbour);
    edge = opposite[nextHalfedge(nextHalfedge(edge))]!;
    if (edge < 0) return null;
  } while (edge !== start);
  return { ring, onLine };
}

function pullToMiddle(mesh: Mesh, vertex: number, { ring, onLine }: Surroundings): void {
  const pullers = onLine.length > 0 ? onLine : ring;
  const pull = onLine.length === 0 ? PULL.inside : onLine.length === 2 ? PULL.line : PULL.junction;
  let eastward = 0;
  let northward = 0;
  for (const neighbour of pullers) {
    eastward += (mesh.x[neighbour]! - mesh.x[vertex]!) / pullers.length;
    northward += (mesh.y[neighbour]! - mesh.y[vertex]!) / pullers.length;
  }
  moveSafely(mesh, vertex, ring, pull * eastward, pull * northward);
}

/** Moves the whole plane a little to and fro: what was a plain curve winds, and parallel lines wind together. */
function bend(mesh: Mesh, vertex: number, { ring }: Surroundings): void {
  const x = mesh.x[vertex]!;
  const y = mesh.y[vertex]!;
  let eastward = 0;
  let northward = 0;
  BENDS.forEach(({ wavelength, reach }, index) => {
    const step = (reach * STEPS_PER_DEGREE) / BENDING_STEPS;
    eastward += step * smoothNoise(x, y, wavelength * STEPS_PER_DEGREE, 10 + index);
    northward += step * smoothNoise(x, y, wavelength * STEPS_PER_DEGREE, 20 + index);
  });
  moveSafely(mesh, vertex, ring, eastward, northward);
}

/** Moves a vertex as asked, or half or a quarter as far, or not at all if a triangle around it would collapse. */
function moveSafely(
  { x, y }: Mesh,
  vertex: number,
  ring: number[],
  eastward: number,
  northward: number,
): void {
  const fromX = x[vertex]!;
  const fromY = y[vertex]!;
  for (const share of [1, 0.5, 0.25]) {
    const toX = Math.round(fromX + share * eastward);
    const toY = Math.round(fromY + share * northward);
    let isSafe = true;
    for (let i = 0; i < ring.length && isSafe; i++) {
      const a = ring[i]!;
      const b = ring[i + 1 === ring.length ? 0 : i + 1]!;
      const before = (x[a]! - fromX) * (y[b]! - fromY) - (x[b]! - fromX) * (y[a]! - fromY);
      const after = (x[a]! - toX) * (y[b]! - toY) - (x[b]! - toX) * (y[a]! - toY);
      isSafe = after >= 2 * LEAST_AREA && after >= KEPT_SHARE * before;
    }
    if (!isSafe) continue;
    x[vertex] = toX;
    y[vertex] = toY;
    return;
  }
}
