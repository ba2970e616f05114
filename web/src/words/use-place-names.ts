// Names of places for whatever tells them on the screen.
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import { useMemo } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { useAreas, usePlaces } from "../data/use-areas.ts";
import { fullName } from "../lib/area-name.ts";
import { drawnFor } from "../lib/drawn-areas.ts";
import { type NamedPlace, namedPlace } from "../lib/named-place.ts";
import { numberText } from "../lib/number-text.ts";

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
