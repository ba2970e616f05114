// Local authorities as lines of the filter's picker: found by what is typed, and there when they are ticked.
import type { PlacesIndex } from "@phuenthi/server/contract/places";
import { type Areas, fold, type TreeRow } from "./area-index.ts";
import { bareName } from "./area-name.ts";
import { localAuthorityName } from "./local-authority-name.ts";

type Line = { area: TreeRow["area"]; keys: string[] };

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
    return { area: { code, name_th, name_en }, keys: [...names, named.name_th, code].map(fold) };
  });
}

/** The lines to show below the areas: what is ticked, or, when something is typed, what matches, the closest first. */
export function authorityRows(lines: readonly Line[], typed: string, chosen: readonly string[]): TreeRow[] {
  const text = fold(typed);
  const rank = ({ area, keys }: Line) => {
    if (!text) return chosen.includes(area.code) ? 0 : -1;
    if (keys.includes(text)) return 0;
    if (keys.some((key) => key.startsWith(text))) return 1;
    return keys.some((key) => key.includes(text)) ? 2 : -1;
  };
  return lines
    .map((line) => ({ area: line.area, rank: rank(line) }))
    .filter((line) => line.rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ area }) => ({ area, depth: 0, hasChildren: false, isOpen: false, isMatch: text !== "" }));
}
