// Takes the rough edges off regions: single triangles that stick out, and places where a region touches itself in
// one point. After this every region's rings are simple.
import { UNLABELLED } from "./grow.ts";
import { type Mesh, nextHalfedge } from "./mesh.ts";

const MAX_PASSES = 20;

/** Changes `labels` in place; a triangle only moves to a neighbouring label of the same territory. */
export function tidyLabels(mesh: Mesh, labels: Int32Array, territory: ArrayLike<number>): void {
  trimSpikes(mesh, labels, territory);
  const edgeFrom = firstEdges(mesh);
  let touches = 0;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    touches = 0;
    for (let vertex = 0; vertex < edgeFrom.length; vertex++) {
      if (edgeFrom[vertex]! >= 0 && separateTouch(mesh, labels, territory, edgeFrom[vertex]!)) touches++;
    }
    if (touches === 0) return;
  }
  throw new Error(
    `stand-in tidy: ${touches} places where a region touches itself are left after ${MAX_PASSES} passes.`,
  );
}

/** One edge that starts at each vertex, or -1. */
export function firstEdges({ x, corners }: Mesh): Int32Array {
  const edgeFrom = new Int32Array(x.length).fill(-1);
  for (let edge = 0; edge < corners.length; edge++) edgeFrom[corners[edge]!] = edge;
  return edgeFrom;
}

/** The triangles around the vertex at which `edge` starts, in turning order; null on the rim of the mesh. */
export function trianglesAround({ opposite }: Mesh, edge: number): number[] | null {
  const around: number[] = [];
  let turning = edge;
  do {
    around.push(Math.floor(turning / 3));
    turning = opposite[nextHalfedge(nextHalfedge(turning))]!;
    if (turning < 0) return null;
  } while (turning !== edge);
  return around;
}

/** A triangle that hangs on its region by one edge, with the same neighbour on the other two, goes to that neighbour. */
function trimSpikes({ opposite }: Mesh, labels: Int32Array, territory: ArrayLike<number>): void {
  const neighbour = (edge: number) => (opposite[edge]! < 0 ? -1 : Math.floor(opposite[edge]! / 3));
  for (let pass = 0; pass < 4; pass++) {
    for (let triangle = 0; triangle < labels.length; triangle++) {
      if (labels[triangle] === UNLABELLED) continue;
      const around = [neighbour(3 * triangle), neighbour(3 * triangle + 1), neighbour(3 * triangle + 2)];
      const others = around.filter((other) => other >= 0 && labels[other] !== labels[triangle]);
      const [first, second] = others;
      if (others.length !== 2 || labels[first!] !== labels[second!]) continue;
      if (territory[first!] === territory[triangle]) labels[triangle] = labels[first!]!;
    }
  }
}

/** If a region comes to this vertex more than once, gives the smallest fitting run of triangles away. */
function separateTouch(mesh: Mesh, labels: Int32Array, territory: ArrayLike<number>, edge: number): boolean {
  const around = trianglesAround(mesh, edge);
  if (!around) return false;
  const first = around.findIndex((triangle, i) => labels[triangle] !== labels[around.at(i - 1)!]);
  if (first < 0) return false;
  const runs: number[][] = [];
  for (let i = 0; i < around.length; i++) {
    const triangle = around[(first + i) % around.length]!;
    const run = runs.at(-1);
    if (run && labels[run[0]!] === labels[triangle]) run.push(triangle);
    else runs.push([triangle]);
  }
  const labelOf = (run: number[]) => labels[run[0]!]!;
  const repeated = new Set(
    runs.map(labelOf).filter((label, i, all) => label !== UNLABELLED && all.indexOf(label) !== i),
  );
  if (repeated.size === 0) return false;

  // Candidates: a run of the repeated region goes to the run beside it, or a run beside it goes to the region.
  const moves = runs.flatMap((run, i) =>
    [runs.at(i - 1)!, runs[(i + 1) % runs.length]!]
      .filter((beside) => repeated.has(labelOf(run)) || repeated.has(labelOf(beside)))
      .filter((beside) => labelOf(run) !== UNLABELLED && labelOf(beside) !== UNLABELLED)
      .filter((beside) => territory[beside[0]!] === territory[run[0]!])
      .map((beside) => ({ run, label: labelOf(beside) })),
  );
  moves.sort((a, b) => a.run.length - b.run.length);
  for (const { run, label } of moves) {
    if (!staysConnected(mesh, labels, run)) continue;
    for (const triangle of run) labels[triangle] = label;
    return true;
  }
  return true;
}

/** Whether the region around `removed` stays in one piece, and something of it is left. */
function staysConnected({ opposite }: Mesh, labels: Int32Array, removed: number[]): boolean {
  const label = labels[removed[0]!]!;
  const gone = new Set(removed);
  const neighbours = (triangle: number) =>
    [0, 1, 2]
      .map((i) => Math.floor(opposite[3 * triangle + i]! / 3))
      .filter((other) => other >= 0 && labels[other] === label && !gone.has(other));
  const rim = new Set(removed.flatMap(neighbours));
  const [start] = rim;
  if (start === undefined) return false;
  const seen = new Set([start]);
  const queue = [start];
  let left = rim.size - 1;
  for (let i = 0; i < queue.length && left > 0; i++) {
    for (const other of neighbours(queue[i]!)) {
      if (seen.has(other)) continue;
      seen.add(other);
      queue.push(other);
      if (rim.has(other)) left--;
    }
  }
  return left === 0;
}
