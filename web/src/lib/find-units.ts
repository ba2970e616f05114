// Search in a list of units as an explanation has them, by the rules of every other search.

import type { Nickname } from "@phuenthi/server/contract/places";
import type { PlaceRef } from "@phuenthi/server/contract/vocabulary";
import { foldText, foldTone } from "./fold-text.ts";
import { placeName } from "./place-name.ts";
import { rankPlace, readPlaceQuery, withoutTones } from "./place-query.ts";

/** Those that match, the closest first; all of them, as they stand, when nothing that counts is typed. */
export function findUnits<Unit extends PlaceRef>(
  units: readonly Unit[],
  typed: string,
  nicknames: readonly Nickname[],
): readonly Unit[] {
  const query = readPlaceQuery(typed, nicknames);
  if (!query) return units;
  const searched = units.map((unit) => ({
    unit,
    code: unit.code,
    keys: [unit.name_th, unit.name_en, placeName(unit, "th")].map(foldText),
    above: [],
  }));
  const rank = (asked: typeof query) =>
    searched
      .map((one) => ({
        unit: one.unit,
        rank: rankPlace(asked, asked.isToneless ? { ...one, keys: one.keys.map(foldTone) } : one),
      }))
      .filter((one) => one.rank !== null)
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .map(({ unit }) => unit);
  const found = rank(query);
  return found.length > 0 ? found : rank(withoutTones(query));
}
