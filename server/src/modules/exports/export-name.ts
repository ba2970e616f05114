// What an exported file is called.
import type { FileNames } from "../../common/attachment.ts";
import type { Lang } from "../../common/csv-words.ts";
import { placeLevels } from "../../records/codes/place.codes.ts";
import type { KnownKind } from "../../records/register.ts";
import type { ExportRequest } from "./exports.sql.ts";

/**
 * @param kind null: areas
 * @param lang null: it has no words
 * @param places names of the places asked for, where they are few; their codes stand beside them in any case
 */
export function exportName(
  kind: KnownKind | null,
  { level, indicator, fiscal_year, filter }: ExportRequest,
  places: readonly string[],
  lang: Lang | null,
): FileNames {
  const { within = [], fiscal_year: ofRecords, ...others } = filter;
  const conditions = Object.entries(others).flatMap(([field, value]) =>
    value === undefined ? [] : [field, ...[value].flat().map(String)],
  );
  const inThai = (year: number | null | undefined) => (year ? `ปีงบ-${year + 543}` : null);
  const inCe = (year: number | null | undefined) => (year ? `fy${year}` : null);
  const { th, en } = kind ? { th: kind.many.th, en: kind.collection } : { th: "พื้นที่", en: "areas" };
  const language = lang === "en" ? lang : null;
  const levels = kind ? { th: null, en: null } : { th: placeLevels.codes[level].th, en: level };
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
      language,
    ],
    ascii: [en, levels.en, ...within, inCe(ofRecords), ...conditions, indicator, inCe(fiscal_year), language],
  };
}
