// Which tambon have said that their records are complete, by dataset and fiscal year, and where a dataset does not
// apply. Without these rows no record would mean "unknown", never zero.
import type { ProvinceTraits, SampleArea } from "./area.ts";
import { LAST_YEAR, SAMPLE_YEARS } from "./fiscal-year.ts";
import { randomFor } from "./random.ts";
import { type AreaReportRow, SAMPLE_SOURCE_ID } from "./rows.ts";

export type Dataset = "organization" | "plan" | "housing" | "leader";

/** Each year back from the last, this much smaller a share of tambon had reported. */
const GROWTH_PER_YEAR = 0.055;

const reasons: Record<"plan" | "housing", readonly (readonly [th: string, en: string])[]> = {
  plan: [
    [
      "พื้นที่เกือบทั้งตำบลเป็นเขตอนุรักษ์ ไม่มีชุมชนที่จัดทำแผน",
      "Almost all of the tambon is a protected area; no community plans there",
    ],
    ["จัดทำแผนร่วมกับตำบลข้างเคียงเป็นแผนเดียว", "Planned together with the neighbouring tambon, as one plan"],
  ],
  housing: [
    [
      "ไม่มีครัวเรือนที่เข้าเกณฑ์ผู้มีรายได้น้อยตามผลการสำรวจ",
      "The survey found no household that meets the low-income criteria",
    ],
    [
      "พื้นที่ทั้งหมดเป็นที่ราชการ ไม่มีที่อยู่อาศัยของประชาชน",
      "All of the land is in official use; nobody lives there privately",
    ],
  ],
};

/** Whether plans or housing do not apply to a tambon: about one in two hundred each. */
export function appliesTo(seed: number, area: SampleArea, dataset: "plan" | "housing"): boolean {
  return !randomFor(`${seed}/${area.code}/not-applicable/${dataset}`).chance(0.005);
}

/** The reports of a tambon. Once complete it stays complete, so the share only grows. */
export function makeReports(seed: number, area: SampleArea, traits: ProvinceTraits): AreaReportRow[] {
  const rows: AreaReportRow[] = [];
  for (const dataset of ["organization", "plan", "housing", "leader"] as const) {
    const random = randomFor(`${seed}/${area.code}/report/${dataset}`);
    const luck = random.next();
    const reason =
      (dataset === "plan" || dataset === "housing") && !appliesTo(seed, area, dataset)
        ? random.pick(reasons[dataset])
        : null;
    for (const year of SAMPLE_YEARS) {
      const share = traits.reported[dataset] - GROWTH_PER_YEAR * (LAST_YEAR - year);
      if (!reason && luck >= share) continue;
      rows.push({
        area_code: area.code,
        dataset,
        fiscal_year: year,
        state: reason ? "not_applicable" : "complete",
        reason_th: reason?.[0] ?? null,
        reason_en: reason?.[1] ?? null,
        source_id: SAMPLE_SOURCE_ID,
      });
    }
  }
  return rows;
}
