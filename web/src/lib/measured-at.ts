// Where an indicator has figures: of a place below all that it measures there is none, and a page says so.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { levelOfCode } from "./area-name.ts";

type Declared = Pick<IndicatorDeclaration, "levels">;

/** @param place TH, a region, an area or a local authority */
export function isMeasuredAt({ levels }: Declared, place: string): boolean {
  if (place === "TH") return true;
  const own = place.startsWith("R")
    ? "region"
    : place.startsWith("L")
      ? "local_authority"
      : levelOfCode(place);
  return levels.includes(own);
}

/** The nearest place above that has a figure. */
export function measuredAbove(declared: Declared, place: string): string {
  const areas = /^\d/.test(place) ? [4, 2].filter((digits) => digits < place.length) : [];
  return areas.map((digits) => place.slice(0, digits)).find((one) => isMeasuredAt(declared, one)) ?? "TH";
}
