// Islands and enclaves hang on no other border, so nothing but this stops a simplified coast from jumping over
// an island. For each piece of the border graph: which areas lie around it.
import { type Arc, type Coverage, findComponents } from "./coverage.ts";
import { turn } from "./crossings.ts";

export interface Piece {
  /** its component number, as in findComponents */
  component: number;
  /** a point that every band keeps: an end of one of its arcs */
  x: number;
  y: number;
}

/** Areas on the two sides of each arc. */
export function listUsers(coverage: Coverage): number[][] {
  const users: number[][] = coverage.arcs.map(() => []);
  coverage.areas.forEach((polygons, area) => {
    for (const reference of polygons.flat(2)) users[reference < 0 ? ~reference : reference]!.push(area);
  });
  return users;
}

export function listPieces(arcs: readonly Arc[]): { componentOf: Int32Array; pieces: Piece[] } {
  const componentOf = findComponents(arcs);
  const pieces = [...new Set(componentOf)].map((component) => {
    const arc = arcs[component]!;
    return { component, x: arc[0]!, y: arc[1]! };
  });
  return { componentOf, pieces };
}

/** For each piece, the areas that surround its point, sorted; its own borders are not looked at. */
export function findSurroundings(
  arcs: readonly Arc[],
  users: readonly number[][],
  componentOf: Int32Array,
  pieces: readonly Piece[],
): number[][] {
  const sorted = pieces.map((piece, index) => ({ piece, index })).sort((a, b) => a.piece.y - b.piece.y);
  const heights = sorted.map(({ piece }) => piece.y);
  const insideOf: Set<number>[] = pieces.map(() => new Set());
  arcs.forEach((arc, arcIndex) => {
    for (let at = 0; at < arc.length - 2; at += 2) {
      const ay = arc[at + 1]!;
      const by = arc[at + 3]!;
      const top = Math.max(ay, by);
      // a horizontal ray from each piece at this height: crossing a border flips inside and outside
      for (let next = firstAtLeast(heights, Math.min(ay, by)); next < sorted.length; next++) {
        const { piece, index } = sorted[next]!;
        if (piece.y >= top) break;
        if (componentOf[arcIndex] === piece.component) continue;
        const side = turn(arc[at]!, ay, arc[at + 2]!, by, piece.x, piece.y);
        if (by > ay ? side <= 0 : side >= 0) continue;
        for (const area of users[arcIndex]!) {
          if (!insideOf[index]!.delete(area)) insideOf[index]!.add(area);
        }
      }
    }
  });
  return insideOf.map((areas) => [...areas].sort((a, b) => a - b));
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
