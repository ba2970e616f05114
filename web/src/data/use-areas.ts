// Names and codes of all places, as one answer each.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { areasOf } from "../lib/authority-tambon.ts";
import { areaIndexQuery, placesIndexQuery } from "./queries.ts";

/** Names of all areas; asked for only once something needs them. */
export function useAreas(isNeeded: boolean) {
  return useQuery({ ...areaIndexQuery, enabled: isNeeded });
}

/** Regions and local authorities; asked for only once something needs them. */
export function usePlaces(isNeeded: boolean) {
  return useQuery({ ...placesIndexQuery, enabled: isNeeded });
}

/** The filter's places as areas, as `areasOf`; regions and authorities as they are until those are loaded. */
export function useProvincesWithin(within: readonly string[]): string[] {
  const places = usePlaces(within.some((code) => /^[RL]/.test(code))).data;
  return useMemo(() => (places ? areasOf(places, within) : [...within]), [within, places]);
}
