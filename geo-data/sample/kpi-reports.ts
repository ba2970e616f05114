// Reported KPIs of the institution, quarter by quarter.
import { buddhistYear, SAMPLE_YEARS } from "./fiscal-year.ts";
import { randomFor } from "./random.ts";
import { type KpiReportRow, SAMPLE_SOURCE_ID } from "./rows.ts";

/** What each is out of, and its share in the first and the last year. */
const kpis = [
  { indicator: "governance-efficiency", denominator: 100, from: 0.7, to: 0.84 },
  { indicator: "staff-ability", denominator: 286, from: 0.68, to: 0.79 },
];

export function makeKpiReports(seed: number): KpiReportRow[] {
  return kpis.flatMap(({ indicator, denominator, from, to }) =>
    SAMPLE_YEARS.flatMap((year, index) =>
      [1, 2, 3, 4].map((quarter) => {
        const random = randomFor(`${seed}/kpi/${indicator}/${year}/${quarter}`);
        const yearEnd = from + ((to - from) * index) / (SAMPLE_YEARS.length - 1);
        const share = yearEnd - 0.02 * (4 - quarter) + 0.01 * random.normal();
        return {
          indicator_id: indicator,
          fiscal_year: year,
          quarter,
          numerator: Math.round(denominator * Math.min(1, share)),
          denominator,
          evidence: `รายงานผลตัวชี้วัดไตรมาส ${quarter} ปีงบประมาณ ${buddhistYear(year)} (สมมุติ)`,
          // the month after the quarter's end: January, April, July, October
          reported_on: `${year}-${["01", "04", "07", "10"][quarter - 1]}-15`,
          source_id: SAMPLE_SOURCE_ID,
        };
      }),
    ),
  );
}
