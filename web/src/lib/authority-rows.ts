// Local authorities as lines of the filter's picker: found by what is typed, and there when they are ticked.
import type { PlacesIndex } from "@phuenthi/server/contract/places";
import type { Areas, TreeRow } from "./area-index.ts";
import { bareName } from "./area-name.ts";
import { foldText, foldTone } from "./fold-text.ts";
import { localAuthorityName } from "./local-authority-name.ts";
import { type PlaceQuery, rankPlace } from "./place-query.ts";

type Line = { area: TreeRow["area"]; keys: string[]; above: string[] };

/** Every authority with its province in the name: many are called alike. */
export function readAuthorities({ authorities }: PlacesIndex, areas: Areas): Line[] {
  return authorities.codes.map((code, i) => {
    const province = areas.byCode.get(authorities.provinces[i] ?? "");
    const named = {
      kind: authorities.kinds[i] ?? "municipality",
      name_th: authorities.names_th[i] ?? code,
      name_en: authorities.names_en[i] ?? code,
    };
    const names = (["th", "en"] as const).map((language) => localAuthorityName(named, language));
    const [name_th = code, name_en = code] = (["th", "en"] as const).map((language, at) =>
      [names[at], province && bareName(province, language)].filter(Boolean).join(" · "),
    );
    return {
      area: { code, name_th, name_en },
      keys: [...names, named.name_th, named.name_en].map(foldText),
      above: province ? [province.name_th, province.name_en].map(foldText) : [],
    };
  });
}

/** The lines to show below the areas: what is ticked, or, when something is asked for, what matches, the closest first. */
export function authorityRows(
  lines: readonly Line[],
  query: PlaceQuery | null,
  chosen: readonly string[],
): TreeRow[] {
  const bare = (keys: string[]) => (query?.isToneless ? keys.map(foldTone) : keys);
  const rank = ({ area, keys, above }: Line) =>
    query
      ? rankPlace(query, { code: area.code, keys: bare(keys), above: bare(above) })
      : chosen.includes(area.code)
        ? 0
        : null;
  return lines
    .map((line) => ({ area: line.area, rank: rank(line) }))
    .filter((line) => line.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ area }) => ({ area, depth: 0, hasChildren: false, isOpen: false, isMatch: query !== null }));
}
