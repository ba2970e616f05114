// Need surveys (ข้อมูลความเดือดร้อน): one round, in the first two years, in most tambon.
import type { ProvinceTraits, SampleArea } from "./area.ts";
import { buddhistYear, SAMPLE_YEARS } from "./fiscal-year.ts";
import { randomFor, uuidFor } from "./random.ts";
import { type NeedSurveyRow, SAMPLE_SOURCE_ID } from "./rows.ts";

/** Share of tambon with a survey; households in need, mean and spread (sigma of the logarithm) in town and country. */
const SURVEYED = 0.85;
const TOWN = [130, 0.7] as const;
const COUNTRYSIDE = [52, 0.6] as const;

/** The survey of a tambon, or none. Some tambon have a handful of households in need. */
export function makeNeedSurveys(seed: number, area: SampleArea, traits: ProvinceTraits): NeedSurveyRow[] {
  const key = `${seed}/${area.code}/need-survey`;
  const random = randomFor(key);
  if (!random.chance(SURVEYED)) return [];
  const [mean, sigma] = area.isUrban ? TOWN : COUNTRYSIDE;
  const inNeed = Math.max(1, Math.round(random.heavy(mean * traits.housingFactor, sigma)));
  const year = random.pick(SAMPLE_YEARS.slice(0, 2));
  return [
    {
      id: uuidFor(key),
      area_code: area.code,
      fiscal_year: year,
      households_surveyed: inNeed + Math.round(random.heavy(900, 0.5)),
      households_in_need: inNeed,
      evidence: random.chance(0.9) ? `รายงานสำรวจข้อมูลความเดือดร้อน (สมมุติ) พ.ศ. ${buddhistYear(year)}` : null,
      source_id: SAMPLE_SOURCE_ID,
    },
  ];
}
