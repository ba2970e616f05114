// All areas of the map in memory: names by code, and the tree (region →) province → district → tambon in Thai order.
import type { AreaIndex } from "@phuenthi/server/contract/areas";
import type { PlacesIndex } from "@phuenthi/server/contract/places";
import { foldText, foldTone } from "./fold-text.ts";
import { type PlaceQuery, rankPlace } from "./place-query.ts";

export type IndexedArea = { code: string; name_th: string; name_en: string };

export type Areas = {
  byCode: ReadonlyMap<string, IndexedArea>;
  /** children by parent code in Thai dictionary order; those of the country under "" */
  children: ReadonlyMap<string, IndexedArea[]>;
};

/** @returns the areas with the regions above their provinces; provinces in none come after the regions */
export function underRegions(areas: Areas, regions: PlacesIndex["regions"]): Areas {
  const named = regions.map(({ code, name_th, name_en }) => ({ code, name_th, name_en }));
  const provinces = areas.children.get("") ?? [];
  const taken = new Set(regions.flatMap((region) => region.provinces));
  return {
    byCode: new Map([...named.map((region) => [region.code, region] as const), ...areas.byCode]),
    children: new Map([
      ...areas.children,
      ["", [...named, ...provinces.filter(({ code }) => !taken.has(code))]],
      ...regions.map(
        (region) => [region.code, provinces.filter(({ code }) => region.provinces.includes(code))] as const,
      ),
    ]),
  };
}

export function readAreaIndex({ codes, names_th, names_en }: AreaIndex): Areas {
  const byCode = new Map<string, IndexedArea>();
  const children = new Map<string, IndexedArea[]>();
  codes.forEach((code, i) => {
    const area = { code, name_th: names_th[i] ?? code, name_en: names_en[i] ?? "" };
    byCode.set(code, area);
    const parent = code.slice(0, -2);
    const siblings = children.get(parent);
    if (siblings) siblings.push(area);
    else children.set(parent, [area]);
  });
  return { byCode, children };
}

/** The area and those above it, from the province down. */
export function pathOf(areas: Areas, code: string): IndexedArea[] {
  return [2, 4, 6]
    .filter((length) => length <= code.length)
    .flatMap((length) => areas.byCode.get(code.slice(0, length)) ?? []);
}

/** One line of the picker. isMatch: it is what was typed, not only above or below that. */
export type TreeRow = {
  area: IndexedArea;
  depth: number;
  hasChildren: boolean;
  isOpen: boolean;
  isMatch: boolean;
};

/**
 * The lines to show: what is open, or, when something is asked for, what matches and the areas above it, the branch with the
 * best match first.
 * @param open codes of areas whose children show
 */
export function treeRows(areas: Areas, open: ReadonlySet<string>, query: PlaceQuery | null): TreeRow[] {
  const rows: TreeRow[] = [];
  const shown = query && matches(areas, query);
  const rankOf = ({ code }: IndexedArea) => shown?.get(code)?.rank ?? 0;
  const visit = (parent: string, depth: number) => {
    const listed = (areas.children.get(parent) ?? []).filter(({ code }) => !shown || shown.has(code));
    for (const area of listed.sort((a, b) => rankOf(a) - rankOf(b))) {
      const hasChildren = areas.children.has(area.code);
      const hasShownChildren =
        shown !== null && (areas.children.get(area.code) ?? []).some((c) => shown.has(c.code));
      const isOpen = hasChildren && (shown ? hasShownChildren || open.has(area.code) : open.has(area.code));
      rows.push({ area, depth, hasChildren, isOpen, isMatch: shown?.get(area.code)?.isMatch ?? false });
      if (!isOpen) continue;
      if (shown && !hasShownChildren) addAll(area.code, depth + 1);
      else visit(area.code, depth + 1);
    }
  };
  const addAll = (parent: string, depth: number) => {
    for (const area of areas.children.get(parent) ?? []) {
      const hasChildren = areas.children.has(area.code);
      const isOpen = hasChildren && open.has(area.code);
      rows.push({ area, depth, hasChildren, isOpen, isMatch: false });
      if (isOpen) addAll(area.code, depth + 1);
    }
  };
  visit("", 0);
  return rows;
}

/**
 * Codes of the matches and of everything above them, with how well the best of each branch matches and whether it is one
 * itself.
 */
function matches(areas: Areas, query: PlaceQuery): Map<string, { rank: number; isMatch: boolean }> {
  const found = new Map<string, { rank: number; isMatch: boolean }>();
  const visit = (parent: string, above: readonly string[]): number | null => {
    let best: number | null = null;
    for (const area of areas.children.get(parent) ?? []) {
      const keys = keysOf(area, query.isToneless);
      const own = rankPlace(query, { code: area.code, keys, above });
      const below = visit(area.code, [...above, ...keys]);
      if (own === null && below === null) continue;
      const rank = Math.min(own ?? Number.POSITIVE_INFINITY, below ?? Number.POSITIVE_INFINITY);
      found.set(area.code, { rank, isMatch: own !== null });
      best = Math.min(best ?? rank, rank);
    }
    return best;
  };
  visit("", []);
  return found;
}

const kept = new WeakMap<IndexedArea, Record<"full" | "toneless", string[]>>();

/** Folded once: several thousand names for each letter typed. */
function keysOf(area: IndexedArea, isToneless: boolean): string[] {
  let keys = kept.get(area);
  if (!keys) {
    const full = [foldText(area.name_th), foldText(area.name_en)];
    keys = { full, toneless: full.map(foldTone) };
    kept.set(area, keys);
  }
  return isToneless ? keys.toneless : keys.full;
}
