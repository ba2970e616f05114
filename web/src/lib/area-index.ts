// All areas of the map in memory: names by code, and the tree (region →) province → district → tambon in Thai order.
import type { AreaIndex } from "@phuenthi/server/contract/areas";
import type { PlacesIndex } from "@phuenthi/server/contract/places";

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
 * The lines to show: what is open, or, when something is typed, what matches and the areas above it.
 * @param open codes of areas whose children show
 */
export function treeRows(areas: Areas, open: ReadonlySet<string>, typed: string): TreeRow[] {
  const text = fold(typed);
  const rows: TreeRow[] = [];
  const shown = text ? matches(areas, text) : null;
  const visit = (parent: string, depth: number) => {
    for (const area of areas.children.get(parent) ?? []) {
      if (shown && !shown.has(area.code)) continue;
      const hasChildren = areas.children.has(area.code);
      const hasShownChildren =
        shown !== null && (areas.children.get(area.code) ?? []).some((c) => shown.has(c.code));
      const isOpen = hasChildren && (shown ? hasShownChildren || open.has(area.code) : open.has(area.code));
      rows.push({ area, depth, hasChildren, isOpen, isMatch: shown?.get(area.code) ?? false });
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

/** Codes of the matches and of everything above them, with whether they match themselves. */
function matches(areas: Areas, text: string): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const visit = (parent: string): boolean => {
    let isAny = false;
    for (const { code, name_th, name_en } of areas.children.get(parent) ?? []) {
      const isBelow = visit(code);
      const isMatch = fold(name_th).includes(text) || fold(name_en).includes(text) || code.startsWith(text);
      if (!isBelow && !isMatch) continue;
      found.set(code, isMatch);
      isAny = true;
    }
    return isAny;
  };
  visit("");
  return found;
}

const PREFIXES = /^(ภาค|จังหวัด|จ\.|จว\.|กิ่งอำเภอ|อำเภอ|อ\.|ตำบล|ต\.|เขต|แขวง)/;

/** Small letters, no spaces, no prefix, one spelling of ำ and แ: how people type names. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\s+/g, "")
    .replace(PREFIXES, "")
    .replaceAll("ํา", "ำ")
    .replaceAll("เเ", "แ")
    .replaceAll(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}
