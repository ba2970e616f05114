// Places that are no areas, for whatever names them on the screen.
import type { CoverageLevel } from "@phuenthi/server/contract/filter";
import type { PlacesIndex } from "@phuenthi/server/contract/places";
import { useMemo } from "react";
import { useIntl } from "react-intl";
import { fullName } from "./lib/area-name.ts";
import { drawnFor } from "./lib/drawn-areas.ts";
import { isWithin } from "./lib/filter-query.ts";
import { localAuthorityName } from "./lib/local-authority-name.ts";
import { numberText } from "./lib/number-text.ts";
import { useLanguage } from "./use-language.ts";
import { useAreas, usePlaces, useProvincesWithin } from "./use-view.ts";

export type NamedPlace = { code: string; name: { th: string; en: string } };

/** A region or a local authority by its code; undefined for any other. */
export function namedPlace(places: PlacesIndex, code: string): NamedPlace | undefined {
  const region = places.regions.find((one) => one.code === code);
  if (region) return { code, name: { th: fullName(region, "th"), en: fullName(region, "en") } };
  const at = places.authorities.codes.indexOf(code);
  if (at < 0) return undefined;
  const authority = {
    kind: places.authorities.kinds[at] ?? "municipality",
    name_th: places.authorities.names_th[at] ?? code,
    name_en: places.authorities.names_en[at] ?? code,
  };
  return {
    code,
    name: { th: localAuthorityName(authority, "th"), en: localAuthorityName(authority, "en") },
  };
}

/** The areas that each region or local authority is made of; an authority without published tambon, its province. */
export function partsOfPlaces(places: PlacesIndex): Map<string, string[]> {
  const parts = new Map(places.regions.map((region) => [region.code, region.provinces]));
  places.tambon.codes.forEach((tambon, i) => {
    const code = places.authorities.codes[places.tambon.authorities[i] ?? -1] ?? "";
    parts.set(code, [...(parts.get(code) ?? []), tambon]);
  });
  places.authorities.codes.forEach((code, i) => {
    if (!parts.has(code)) parts.set(code, [places.authorities.provinces[i] ?? ""]);
  });
  return parts;
}

/**
 * @param within the filter's places
 * @returns whether they let a place of the level through, as `isWithin` does an area; null until that is known
 */
export function useLetsThrough(
  level: CoverageLevel,
  within: readonly string[],
): ((code: string) => boolean) | null {
  const isMade = level === "region" || level === "local_authority";
  const places = usePlaces(isMade).data;
  const areas = useProvincesWithin(within);
  return useMemo(() => {
    if (isMade && !places) return null;
    const partsOf = places && isMade ? partsOfPlaces(places) : null;
    return (code) => (partsOf?.get(code) ?? [code]).some((part) => isWithin(part, areas));
  }, [isMade, places, areas]);
}

/** @returns the place an area is drawn for; null: itself; undefined: several, or none */
export function usePlaceAt(level: CoverageLevel | undefined) {
  const isDrawnForOthers = level === "region" || level === "local_authority";
  const places = usePlaces(isDrawnForOthers).data;
  const drawn = useMemo(() => (places && level ? drawnFor(level, places) : null), [places, level]);
  return (code: string): NamedPlace | null | undefined => {
    if (!isDrawnForOthers) return null;
    const [place, ...others] = drawn?.get(code) ?? [];
    return places && place && others.length === 0 ? namedPlace(places, place) : undefined;
  };
}

/**
 * @param isNeeded names are loaded only then
 * @returns the full name of a region, an area or the country by its code; the code itself until names are here
 */
export function usePlaceName(isNeeded = true): (code: string) => string {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const places = usePlaces(isNeeded).data;
  const areas = useAreas(isNeeded).data;
  return (code) => {
    if (code === "TH") return t({ id: "country.name" });
    const area = areas?.byCode.get(code);
    if (area) return fullName(area, language);
    return (places && namedPlace(places, code)?.name[language]) ?? code;
  };
}

/** Places of a set that its title names; the others are counted. */
const NAMED = 3;

/** @returns the names of a set of places as one title; of none, the country's */
export function usePlacesTitle(places: readonly string[]): string {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const nameOf = usePlaceName(places.length > 0);
  if (places.length === 0) return nameOf("TH");
  const names = places.slice(0, NAMED).map(nameOf).join("\u00a0· ");
  const more = places.length - NAMED;
  return more > 0 ? t({ id: "places.more" }, { names, count: numberText(more, language) }) : names;
}
