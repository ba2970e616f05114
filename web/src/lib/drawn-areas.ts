// Regions and local authorities have no shapes of their own on the map: provinces and tambon are drawn for them.

import type { PlacesIndex } from "@phuenthi/server/contract/places";
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import type { AreaLevel } from "./area-name.ts";

export function drawnLevel(level: CoverageLevel): AreaLevel {
  if (level === "region") return "province";
  return level === "local_authority" ? "tambon" : level;
}

/** Codes of the places of a level by the areas drawn for them; several where authorities share a tambon. */
export type Drawn = ReadonlyMap<string, string[]>;

/** @returns null for a level that is drawn by itself */
export function drawnFor(level: CoverageLevel, places: PlacesIndex): Drawn | null {
  if (level === "region") {
    return new Map(
      places.regions.flatMap((region) => region.provinces.map((code) => [code, [region.code]] as const)),
    );
  }
  if (level !== "local_authority") return null;
  const drawn = new Map<string, string[]>();
  places.tambon.codes.forEach((code, i) => {
    const authority = places.authorities.codes[places.tambon.authorities[i] ?? -1];
    if (authority) drawn.set(code, [...(drawn.get(code) ?? []), authority]);
  });
  return drawn;
}

/**
 * The slot of each area drawn: that of its place. An area that several places share has none for certain.
 * @param slots by code of the place
 * @param isPartial places without a slot are not shown, instead of without data
 */
export function drawnSlots(
  drawn: Drawn,
  slots: ReadonlyMap<string, number>,
  shared: number,
  isPartial = false,
): { codes: string[]; slots: number[] } {
  const isShown = (code: string) => drawn.get(code)?.some((place) => slots.has(place));
  const codes = [...drawn.keys()].filter((code) => !isPartial || isShown(code));
  return {
    codes,
    slots: codes.map((code) => {
      const places = drawn.get(code) ?? [];
      return places.length === 1 ? (slots.get(places[0] ?? "") ?? shared) : shared;
    }),
  };
}
