// Model areas (พื้นที่ต้นแบบ) and lessons written down of them, here and there.
import type { SampleArea } from "./area.ts";
import { dateAt, LAST_YEAR, SAMPLE_YEARS } from "./fiscal-year.ts";
import { randomFor, uuidFor } from "./random.ts";
import { type LessonRow, type ModelAreaRow, SAMPLE_SOURCE_ID } from "./rows.ts";

const SHARE_OF_TAMBON = 0.017;
const themes = [
  ["housing", "ที่อยู่อาศัย", "housing"],
  ["farmland", "ที่ดินทำกิน", "farmland"],
  ["welfare", "สวัสดิการชุมชน", "community welfare"],
  ["disaster", "การจัดการภัยพิบัติ", "disaster management"],
  ["landscape", "ภูมินิเวศน์", "landscape"],
] as const;

/** @param organizationId an organization of the tambon that keeps the model area, or null */
export function makeModelAreas(
  seed: number,
  area: SampleArea,
  organizationId: string | null,
): { model_area: ModelAreaRow[]; lesson: LessonRow[] } {
  const key = `${seed}/${area.code}/model-area`;
  const random = randomFor(key);
  if (!random.chance(SHARE_OF_TAMBON)) return { model_area: [], lesson: [] };
  const [theme, th, en] = random.pick(themes);
  const id = uuidFor(key);
  const since = random.pick(SAMPLE_YEARS);
  const lessons = random.integer(0, 2);
  return {
    model_area: [
      {
        id,
        area_code: area.code,
        theme,
        name_th: `พื้นที่ต้นแบบด้าน${th} ${area.fullTh}`,
        name_en: `Model area for ${en}, ${area.fullEn}`,
        since_fiscal_year: since,
        organization_id: organizationId,
        source_id: SAMPLE_SOURCE_ID,
      },
    ],
    lesson: Array.from({ length: lessons }, (_, index) => ({
      id: uuidFor(`${key}/lesson/${index}`),
      area_code: area.code,
      model_area_id: id,
      title_th: `ถอดบทเรียนด้าน${th} ${area.fullTh} (สมมุติ ${index + 1})`,
      summary_th: `สรุปวิธีทำงานของชุมชนด้าน${th} ปัจจัยที่ทำให้สำเร็จ และข้อที่ควรระวัง ข้อความนี้สมมุติขึ้น ไม่ใช่เรื่องจริง`,
      published_on: dateAt(Math.min(LAST_YEAR + 0.7, since + 0.2 + random.next())),
      source_id: SAMPLE_SOURCE_ID,
    })),
  };
}
