// Which tambon on the map a local authority has: those that are its alone, and those it has only a part of.
import type { PlacesIndex } from "@phuenthi/server/contract/places";
import { isAreaCode } from "./area-name.ts";

export type AuthorityTambon = { whole: string[]; part: string[] };

/** @returns both lists empty where nobody published them, or for any other code */
export function tambonOf(places: PlacesIndex, code: string): AuthorityTambon {
  const held: AuthorityTambon = { whole: [], part: [] };
  const authority = places.authorities.codes.indexOf(code);
  if (authority < 0) return held;
  places.tambon.authorities.forEach((one, i) => {
    if (one === authority) held[places.tambon.whole[i] ? "whole" : "part"].push(places.tambon.codes[i] ?? "");
  });
  return held;
}

/**
 * What the map outlines of a place: an area itself, a region's provinces, an authority's tambon, apart those it has only in
 * part. Nothing before the index of places is there, where the place is no area.
 */
export function outlinedFor(code: string, places: PlacesIndex | undefined): AuthorityTambon {
  if (isAreaCode(code)) return { whole: [code], part: [] };
  if (!places) return { whole: [], part: [] };
  const region = places.regions.find((one) => one.code === code);
  return region ? { whole: region.provinces, part: [] } : tambonOf(places, code);
}

/**
 * The filter's places as areas: a region is the provinces it has, a local authority its tambon, a part counting as all of
 * one. An authority of which no tambon is known stays as it is, and has no area.
 */
export function areasOf(places: PlacesIndex, within: readonly string[]): string[] {
  return within.flatMap((code) => {
    const { whole, part } = tambonOf(places, code);
    if (whole.length + part.length > 0) return [...whole, ...part];
    return places.regions.find((region) => region.code === code)?.provinces ?? [code];
  });
}
