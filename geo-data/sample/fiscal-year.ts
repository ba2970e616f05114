// Fiscal years are named by the year they end in: CE inside (2021), พ.ศ. only in text people read (2564).

/** Years of the results framework that the sample covers, first to last. */
export const SAMPLE_YEARS = [2017, 2018, 2019, 2020, 2021] as const;
export const LAST_YEAR = SAMPLE_YEARS[SAMPLE_YEARS.length - 1]!;

/** The CE year in which the fiscal year of an ISO date ends: 2020-10-01 → 2021. */
export function fiscalYearOf(isoDate: string): number {
  const year = Number(isoDate.slice(0, 4));
  return Number(isoDate.slice(5, 7)) >= 10 ? year + 1 : year;
}

/** The Buddhist-era year for display: 2021 → 2564. */
export const buddhistYear = (year: number): number => year + 543;

/** The ISO date at a fractional CE year, as councils and funds are spread over time: 2014.5 → 2014-07-02. */
export function dateAt(fractionalYear: number): string {
  const year = Math.floor(fractionalYear);
  const start = Date.UTC(year, 0, 1);
  const length = Date.UTC(year + 1, 0, 1) - start;
  return new Date(start + Math.floor((fractionalYear - year) * length)).toISOString().slice(0, 10);
}
