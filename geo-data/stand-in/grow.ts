// Grows labelled regions over the triangles from their seeds, nearest seed first, like water over uneven ground:
// the unevenness makes the lines wander, and every region is connected because it grew from one place.
import { type Mesh, nextHalfedge } from "./mesh.ts";
import { STEPS_PER_DEGREE } from "./outlines.ts";
import { distanceBetween, smoothNoise } from "./random.ts";

export const UNLABELLED = -1;

/** Middle of each triangle, its area in square grid steps, and how slowly one gets through it. */
export interface Ground {
  x: Float64Array;
  y: Float64Array;
  area: Float64Array;
  slowness: Float64Array;
}

/** Widths of the hills and hollows in the ground, in degrees, and how strong they are. */
const RELIEF = [
  { wavelength: 0.11, strength: 0.6 },
  { wavelength: 0.045, strength: 0.7 },
  { wavelength: 0.018, strength: 0.5 },
];

export function surveyGround({ x, y, corners }: Mesh): Ground {
  const count = corners.length / 3;
  const ground: Ground = {
    x: new Float64Array(count),
    y: new Float64Array(count),
    area: new Float64Array(count),
    slowness: new Float64Array(count),
  };
  for (let triangle = 0; triangle < count; triangle++) {
    const [a, b, c] = [corners[3 * triangle]!, corners[3 * triangle + 1]!, corners[3 * triangle + 2]!];
    ground.x[triangle] = (x[a]! + x[b]! + x[c]!) / 3;
    ground.y[triangle] = (y[a]! + y[b]! + y[c]!) / 3;
    ground.area[triangle] = ((x[b]! - x[a]!) * (y[c]! - y[a]!) - (x[c]! - x[a]!) * (y[b]! - y[a]!)) / 2;
    let relief = 0;
    RELIEF.forEach(({ wavelength, strength }, seed) => {
      relief +=
        strength * smoothNoise(ground.x[triangle]!, ground.y[triangle]!, wavelength * STEPS_PER_DEGREE, seed);
    });
    ground.slowness[triangle] = riseSteeply(relief);
  }
  return ground;
}

/** Nearly the exponential function: 1 at 0, always positive. */
function riseSteeply(relief: number): number {
  const size = Math.abs(relief);
  const factor = 1 + size + (size * size) / 2;
  return relief >= 0 ? factor : 1 / factor;
}

/**
 * Labels every triangle that can be reached from a seed without leaving its territory.
 * @param territory regions never grow from one territory into another
 * @param labels triangles already labelled stay so; the rest are filled in
 * @param seeds triangles to start from; with none, the labelled triangles grow into the rest
 */
export function growRegions(
  mesh: Mesh,
  ground: Ground,
  territory: ArrayLike<number>,
  labels: Int32Array,
  seeds: { triangle: number; label: number }[],
): void {
  const { opposite } = mesh;
  const distance = new Float64Array(labels.length).fill(Number.POSITIVE_INFINITY);
  const heap = new TriangleHeap();
  const pending = new Int32Array(labels.length).fill(UNLABELLED);
  const isOpen = (triangle: number) => labels[triangle] === UNLABELLED;

  const spread = (triangle: number, label: number): void => {
    const start = distance[triangle]!;
    for (let edge = 3 * triangle; edge < 3 * triangle + 3; edge++) {
      const other = opposite[edge]! < 0 ? -1 : (opposite[edge]! / 3) | 0;
      if (other < 0 || !isOpen(other) || territory[other] !== territory[triangle]) continue;
      const way = distanceBetween(
        ground.x[triangle]!,
        ground.y[triangle]!,
        ground.x[other]!,
        ground.y[other]!,
      );
      const reached = start + (way * (ground.slowness[other]! + ground.slowness[triangle]!)) / 2;
      if (reached >= distance[other]!) continue;
      distance[other] = reached;
      pending[other] = label;
      heap.push(other, reached);
    }
  };

  if (seeds.length === 0) {
    const labelled: number[] = [];
    for (let triangle = 0; triangle < labels.length; triangle++)
      if (!isOpen(triangle)) labelled.push(triangle);
    for (const triangle of labelled) distance[triangle] = 0;
    for (const triangle of labelled) spread(triangle, labels[triangle]!);
  }
  for (const { triangle, label } of seeds) {
    distance[triangle] = 0;
    pending[triangle] = label;
    heap.push(triangle, 0);
  }
  for (let triangle = heap.pop(); triangle >= 0; triangle = heap.pop()) {
    if (!isOpen(triangle)) continue;
    labels[triangle] = pending[triangle]!;
    spread(triangle, labels[triangle]!);
  }
}

/** Pieces of connected triangles with one label: `piece` per triangle, and the triangles of each piece. */
export function findPieces(
  mesh: Mesh,
  labels: ArrayLike<number>,
): { piece: Int32Array; members: number[][] } {
  const piece = new Int32Array(labels.length).fill(-1);
  const members: number[][] = [];
  for (let start = 0; start < labels.length; start++) {
    if (piece[start]! >= 0 || labels[start] === UNLABELLED) continue;
    const found = [start];
    piece[start] = members.length;
    for (let i = 0; i < found.length; i++) {
      for (let edge = 3 * found[i]!, turn = 0; turn < 3; turn++, edge = nextHalfedge(edge)) {
        const other = mesh.opposite[edge]! < 0 ? -1 : Math.floor(mesh.opposite[edge]! / 3);
        if (other < 0 || piece[other]! >= 0 || labels[other] !== labels[start]) continue;
        piece[other] = members.length;
        found.push(other);
      }
    }
    members.push(found);
  }
  return { piece, members };
}

/** A binary heap of triangles, least distance first; a triangle may be in it more than once. */
class TriangleHeap {
  private triangles: number[] = [];
  private keys: number[] = [];

  push(triangle: number, key: number): void {
    let hole = this.keys.length;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (this.keys[parent]! <= key) break;
      this.keys[hole] = this.keys[parent]!;
      this.triangles[hole] = this.triangles[parent]!;
      hole = parent;
    }
    this.keys[hole] = key;
    this.triangles[hole] = triangle;
  }

  /** The nearest triangle, or -1 when none is left. */
  pop(): number {
    const top = this.triangles[0];
    if (top === undefined) return -1;
    const key = this.keys.pop()!;
    const triangle = this.triangles.pop()!;
    const count = this.keys.length;
    if (count === 0) return top;
    let hole = 0;
    for (let child = 1; child < count; child = 2 * hole + 1) {
      if (child + 1 < count && this.keys[child + 1]! < this.keys[child]!) child++;
      if (this.keys[child]! >= key) break;
      this.keys[hole] = this.keys[child]!;
      this.triangles[hole] = this.triangles[child]!;
      hole = child;
    }
    this.keys[hole] = key;
    this.triangles[hole] = triangle;
    return top;
  }
}
