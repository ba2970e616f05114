// From a publisher's rows to ours: our codes, names without prefixes, repaired names, shapes on the grid and
// wound as RFC 7946 has it. Pure. Nothing is judged here but what cannot be understood at all; see check-areas.
import { cleanCode, cleanText } from "./clean-text.ts";
import { conformGeometry } from "./conform-geometry.ts";
import type { NameRepair } from "./lookups.ts";
import { MOST_NAME_LETTERS } from "./most.ts";
import { Notes } from "./notes.ts";
import { quoted, quotedJson, shown } from "./quoted.ts";
import type { RawLevels, RawRow } from "./reader.ts";
import type { BoundarySource } from "./source.schema.ts";
import type { GridPolygon } from "./topology/coverage.ts";

export type Level = "province" | "district" | "tambon";

export interface NamedArea {
  code: string;
  name_th: string;
  name_en: string;
  /** where the file has it, as in "feature 3" */
  place: string;
}
export interface ConformedTambon extends NamedArea {
  polygons: GridPolygon[];
}
export interface Conformed {
  province: NamedArea[];
  district: NamedArea[];
  tambon: ConformedTambon[];
  /** What could not be understood, one sentence each, naming the area. */
  problems: string[];
  /** Codes whose Thai name was repaired. */
  repaired: string[];
}

/** Whole words only: an abbreviation may be part of a name (จ.ป.ร.). */
const prefixes: Record<Level, RegExp> = {
  province: /^จังหวัด/,
  district: /^(กิ่งอำเภอ|อำเภอ|เขต)/,
  tambon: /^(ตำบล|แขวง)/,
};

export function conform(
  source: BoundarySource,
  raw: RawLevels,
  repairs: readonly NameRepair[],
  notes = new Notes(),
): Conformed {
  const problems: string[] = [];
  const repaired: string[] = [];
  const repairOf = new Map(repairs.map((repair) => [repair.code, repair]));

  const nameArea = (level: Level, { properties, place }: RawRow, index: number): NamedArea => {
    const columns = source.columns[level];
    const where = place ?? `feature ${index + 1}`;
    const text = (column: string, log: Notes) => {
      const value = properties[column] ?? "";
      if (typeof value === "string" || typeof value === "number") {
        if (typeof value === "string" && value.length > MOST_NAME_LETTERS) {
          problems.push(tooLong(level, value, `${where}, ${column}`));
          // what is left is no name, and is not looked at any further
          return value.slice(0, MOST_NAME_LETTERS);
        }
        return cleanText(String(value), log, `${where}, ${column}`);
      }
      const what = value instanceof Date ? "a date" : quotedJson(value);
      problems.push(`${level} has ${what} where its code or name should be (${where}, ${column})`);
      return "";
    };
    // districts and provinces are repeated in each tambon's row: what was turned is told once
    const log = level === "tambon" || raw[level] !== raw.tambon ? notes : new Notes();
    const [th, en] = [text(columns.name_th, log), text(columns.name_en, log)];
    const rawCode = cleanCode(text(columns.code, log), log, `${where}, ${columns.code}`);
    const code = rawCode.startsWith(source.code_prefix) ? rawCode.slice(source.code_prefix.length) : rawCode;
    const plain = th.replace(prefixes[level], "").trim();
    const repair = repairOf.get(code);
    if (repair?.found !== plain || repair.name_th === plain)
      return { code, name_th: plain, name_en: en, place: where };
    repaired.push(code);
    return { code, name_th: repair.name_th, name_en: en, place: where };
  };

  const tambon = raw.tambon.map((row, index) => {
    const named = nameArea("tambon", row, index);
    return { ...named, polygons: conformGeometry(row.geometry, named, problems) };
  });
  const parents = (level: "province" | "district") => {
    const named = raw[level].map((row, index) => nameArea(level, row, index));
    return raw[level] === raw.tambon ? mergeRepeated(level, named, tambon, problems) : named;
  };
  const byCode = (a: NamedArea, b: NamedArea) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
  return {
    province: parents("province").toSorted(byCode),
    district: parents("district").toSorted(byCode),
    tambon: tambon.toSorted(byCode),
    problems,
    repaired: [...new Set(repaired)],
  };
}

const tooLong = (level: Level, value: string, where: string) =>
  `${level} has ${quoted(value)} where its code or name should be, of ${value.length} letters; no name has more than ${MOST_NAME_LETTERS} (${where})`;

/** In flat formats every tambon repeats its district and province: once is enough, if they agree. */
function mergeRepeated(
  level: "province" | "district",
  named: readonly NamedArea[],
  tambon: readonly NamedArea[],
  problems: string[],
): NamedArea[] {
  const merged = new Map<string, NamedArea>();
  named.forEach((area, row) => {
    const { code, place } = tambon[row]!;
    if (!code.startsWith(area.code)) {
      problems.push(
        `tambon ${shown(code) || "without a code"} says its ${level} is ${shown(area.code) || "(blank)"}, but its code says otherwise (${place})`,
      );
      return;
    }
    const before = merged.get(area.code);
    if (!before) merged.set(area.code, area);
    else if (before.name_th !== area.name_th || before.name_en !== area.name_en) {
      problems.push(
        `${level} ${shown(area.code)} is called ${quoted(before.name_th)} (${shown(before.name_en)}) and, at tambon ${shown(code)}, ${quoted(area.name_th)} (${shown(area.name_en)}; ${place})`,
      );
    }
  });
  return [...merged.values()];
}
