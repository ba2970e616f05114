// Everything made up comes from here: numbers and ids that depend on a text key alone, never on run order.
// A key such as "2560/500101/plan/0" always gives the same stream, whatever else is generated around it.
import { hash } from "node:crypto";

/** A source of numbers for one key. */
export interface Random {
  /** uniform in [0, 1) */
  next(): number;
  /** whole number from low to high, both included */
  integer(low: number, high: number): number;
  /** true with this probability */
  chance(probability: number): boolean;
  /** one of the list, each equally likely; the list may not be empty */
  pick<T>(list: readonly T[]): T;
  /** standard normal */
  normal(): number;
  /** log-normal with this mean: many small, few very large */
  heavy(mean: number, sigma: number): number;
}

/** Four 32-bit words from a text (MurmurHash3 finaliser over four lanes); the same text, the same words. */
function hashWords(text: string): [number, number, number, number] {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 0x6a09e667;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x85ebca6b);
    b = Math.imul(b ^ unit ^ (a >>> 13), 0xc2b2ae35);
    c = Math.imul(c ^ unit ^ (b >>> 16), 0x27d4eb2d);
    d = Math.imul(d ^ unit ^ (c >>> 15), 0x165667b1);
  }
  const finish = (word: number) => {
    const mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  };
  return [finish(a ^ d), finish(b ^ a), finish(c ^ b), finish(d ^ c)];
}

/** The stream of a key. Small fast counter generator (sfc32), warmed up so that near keys give far streams. */
export function randomFor(key: string): Random {
  let [a, b, c, counter] = hashWords(key);
  const word = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) word();

  const next = () => word() / 4294967296;
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    normal,
    heavy: (mean, sigma) => mean * Math.exp(sigma * normal() - (sigma * sigma) / 2),
  };
}

/** One of the entries, as often as its weight says; an entry of weight 0 is never chosen. */
export function pickWeighted<T>(random: Random, entries: readonly (readonly [T, number])[]): T {
  let left = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of entries) {
    left -= weight;
    if (left < 0) return value;
  }
  return entries.findLast(([, weight]) => weight > 0)![0];
}

/** A UUID of version 8 (RFC 9562: made from what the maker likes) from the SHA-256 of the key. */
export function uuidFor(key: string): string {
  const hex = hash("sha256", key, "hex");
  const variant = "89ab"[Number.parseInt(hex[16]!, 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * How many things each of the places gets so that they are `total` together.
 * A place's share grows with its weight; its luck (0–1) decides the rounding, so the answer for a place depends
 * on its own weight and luck and on one common scale only.
 */
export function shareOut(total: number, places: readonly { weight: number; luck: number }[]): number[] {
  const countAt = (scale: number) => places.map(({ weight, luck }) => Math.floor(weight * scale + luck));
  const sumAt = (scale: number) =>
    places.reduce((sum, { weight, luck }) => sum + Math.floor(weight * scale + luck), 0);
  if (total <= 0 || !places.some(({ weight }) => weight > 0)) return places.map(() => 0);
  let low = 0;
  let high = 1;
  while (sumAt(high) < total) high *= 2;
  // 60 halvings reach the last bit of the scale; two places that round up at the very same scale stay together
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (sumAt(middle) < total) low = middle;
    else high = middle;
  }
  return countAt(high);
}
