// Years are CE inside (the year a Thai fiscal year ends in); พ.ศ. exists only where a person reads.

/** 2021 → 2564 in Thai, "2021 (B.E. 2564)" in English. */
export function fiscalYearText(fiscalYear: number, language: "th" | "en"): string {
  const buddhist = fiscalYear + 543;
  return language === "th" ? String(buddhist) : `${fiscalYear} (B.E. ${buddhist})`;
}

/** A day as people write it: พ.ศ. in Thai, CE in English. @param iso date or time, ISO 8601 */
export function dateText(iso: string, language: "th" | "en"): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const locale = language === "th" ? "th-TH-u-ca-buddhist" : "en-GB";
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "Asia/Bangkok",
  })
    .format(date)
    .replace(/^พ\.ศ\. /, "");
}
