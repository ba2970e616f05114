// Addresses of the pages beside the map, with the language that was asked for kept.

/** @param place TH, a region, an area or a local authority */
export function explainLink(
  indicator: string,
  place: string,
  fiscalYear: number,
  language: "th" | "en" | null,
): string {
  return `/explain/${indicator}/${place}${query({ fiscal_year: String(fiscalYear), lang: language })}`;
}

export function targetsLink(language: "th" | "en" | null): string {
  return `/targets${query({ lang: language })}`;
}

function query(fields: Record<string, string | null>): string {
  const set = Object.entries(fields).filter((field): field is [string, string] => field[1] !== null);
  return set.length > 0 ? `?${new URLSearchParams(set)}` : "";
}
