// Chance and distance for the stand-in. All of it from fixed seeds and from + - × ÷ √ only, which every machine rounds
// alike (Math.exp, sin and hypot may differ between engines): the same code draws the same lines everywhere.

/** Length of the way between two points. */
export function distanceBetween(x0: number, y0: number, x1: number, y1: number): number {
  return Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
}

/** A generator of numbers in [0, 1) that always runs the same way from the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number in [0, 1) that depends only on the lattice point. */
function latticeValue(column: number, row: number, seed: number): number {
  let hash = Math.imul(column, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

/** Smooth noise in [-1, 1] over the plane; one hill or hollow is about `wavelength` wide, in the units of x and y. */
export function smoothNoise(x: number, y: number, wavelength: number, seed: number): number {
  const column = Math.floor(x / wavelength);
  const row = Math.floor(y / wavelength);
  const fx = x / wavelength - column;
  const fy = y / wavelength - row;
  const easeX = fx * fx * (3 - 2 * fx);
  const easeY = fy * fy * (3 - 2 * fy);
  const south = latticeValue(column, row, seed) * (1 - easeX) + latticeValue(column + 1, row, seed) * easeX;
  const north =
    latticeValue(column, row + 1, seed) * (1 - easeX) + latticeValue(column + 1, row + 1, seed) * easeX;
  return 2 * (south * (1 - easeY) + north * easeY) - 1;
}
