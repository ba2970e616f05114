// Which place takes in which: an area all below it by its code, a region the provinces it has. Codes of local authorities say
// nothing of each other.

/** Provinces of each region, by its code. */
export type Regions = ReadonlyMap<string, readonly string[]>;

export const noRegions: Regions = new Map();

/** Whether `above` is the place or takes it in. Without `regions` a region takes in nothing but itself. */
export function covers(above: string, code: string, regions: Regions = noRegions): boolean {
  if (above.startsWith("L")) return code === above;
  if (!above.startsWith("R")) return code.startsWith(above);
  return code === above || (regions.get(above)?.some((province) => code.startsWith(province)) ?? false);
}

/** Codes that lie in another code of the list say nothing more. */
export function withoutCovered(codes: readonly string[], regions: Regions = noRegions): string[] {
  return codes.filter((code) => !codes.some((other) => other !== code && covers(other, code, regions)));
}
