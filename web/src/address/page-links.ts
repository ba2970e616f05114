// Addresses of the pages beside the map, with the language that was asked for kept.
import { onServer } from "../lib/base.ts";

/** @param place TH, a region, an area or a local authority */
export function explainLink(
  indicator: string,
  place: string,
  fiscalYear: number,
  language: "th" | "en" | null,
): string {
  return onServer(
    `/explain/${indicator}/${place}${query({ fiscal_year: String(fiscalYear), lang: language })}`,
  );
}

/** @param fiscalYear of its figures; null: the last */
export function targetsLink(
  language: "th" | "en" | null,
  place = "TH",
  fiscalYear: number | null = null,
): string {
  return onServer(
    `/targets${query({ area: place === "TH" ? null : place, fiscal_year: yearOf(fiscalYear), lang: language })}`,
  );
}

/** The place on the map. @param indicator null: the map's own choice */
export function mapLink(
  place: string,
  indicator: string | null,
  fiscalYear: number | null,
  language: "th" | "en" | null,
): string {
  const area = place === "TH" ? null : place;
  return onServer(`/${query({ indicator, area, fiscal_year: yearOf(fiscalYear), lang: language })}`);
}

/** The record's card on the map; null for records that have none. @param type its table */
export function recordLink(type: string, id: string, language: "th" | "en" | null): string | null {
  if (type !== "plan" && type !== "organization") return null;
  // an organization is a point of the map
  return onServer(`/${query({ [type]: id, points: type === "organization" ? "1" : null, lang: language })}`);
}

/** @param place TH, a region, an area or a local authority @param fiscalYear of its figures; null: the last */
export function profileLink(place: string, fiscalYear: number | null, language: "th" | "en" | null): string {
  return onServer(`/areas/${place}${query({ fiscal_year: yearOf(fiscalYear), lang: language })}`);
}

/** @param version null: the one in force */
export function targetLink(indicator: string, version: number | null, language: "th" | "en" | null): string {
  return onServer(
    `/targets/${indicator}${query({ version: version === null ? null : String(version), lang: language })}`,
  );
}

const yearOf = (fiscalYear: number | null) => (fiscalYear === null ? null : String(fiscalYear));

function query(fields: Record<string, string | null>): string {
  const set = Object.entries(fields).filter((field): field is [string, string] => field[1] !== null);
  return set.length > 0 ? `?${new URLSearchParams(set)}` : "";
}
