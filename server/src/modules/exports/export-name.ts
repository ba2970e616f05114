// What an exported file is called: all that was asked, so that two questions never give one name.
import { levelWords } from "../../common/csv-words.ts";
import type { NamePart } from "../../common/file-name.ts";
import type { ExportRequest } from "./exports.sql.ts";

export const collectionNames = {
  areas: { th: "พื้นที่", en: "areas" },
  organizations: { th: "องค์กรชุมชน", en: "organizations" },
  plans: { th: "แผนพัฒนาชุมชนท้องถิ่น", en: "plans" },
} as const;

/** @param places names of the places asked for, where they are few; their codes stand beside them in any case */
export function exportName(
  what: keyof typeof collectionNames,
  { level, indicator, fiscal_year, filter }: ExportRequest,
  places: readonly string[],
): { thai: NamePart[]; ascii: NamePart[] } {
  const { within = [], ...others } = filter;
  const ofRecords = "fiscal_year" in others ? others.fiscal_year : null;
  const conditions = Object.entries(others).flatMap(([field, value]) =>
    value === undefined || field === "fiscal_year" ? [] : [field, ...[value].flat().map(String)],
  );
  const inThai = (year: number | null | undefined) => (year ? `ปีงบ-${year + 543}` : null);
  const inCe = (year: number | null | undefined) => (year ? `fy${year}` : null);
  const { th, en } = collectionNames[what];
  const levels = what === "areas" ? { th: levelWords[level].th, en: level } : { th: null, en: null };
  return {
    thai: [
      th,
      levels.th,
      ...places.map((kept) => ({ kept })),
      ...within,
      inThai(ofRecords),
      ...conditions,
      indicator,
      inThai(fiscal_year),
    ],
    ascii: [en, levels.en, ...within, inCe(ofRecords), ...conditions, indicator, inCe(fiscal_year)],
  };
}
