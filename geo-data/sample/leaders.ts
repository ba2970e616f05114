// Leaders with their trainings and participation. Names say that they are made up; most tambon have a few or none.
import type { SampleArea } from "./area.ts";
import { dateAt } from "./fiscal-year.ts";
import { type Random, randomFor, uuidFor } from "./random.ts";
import { type ParticipationRow, type PersonRow, SAMPLE_SOURCE_ID, type TrainingResultRow } from "./rows.ts";

/** Share of tambon with any leader on record, and how many those have: mean and spread (sigma of the logarithm). */
const WITH_LEADERS = 0.45;
const LEADERS = [3.9, 0.75] as const;
/** From the first day of the strategy to the last day of its fifth year, as fractional years. */
const FIRST_DAY = 2016.76;
const LAST_DAY = 2021.74;

const courses = ["ผู้นำการเปลี่ยนแปลง", "การจัดทำแผนพัฒนาตำบล", "การบริหารกองทุนสวัสดิการ", "ข้อมูลและแผนที่ชุมชน"];
const activities = ["เวทีแผนพัฒนาตำบล", "สภาองค์กรชุมชนตำบล", "สำรวจข้อมูลความเดือดร้อน", "คณะทำงานระดับจังหวัด"];

export interface LeaderRows {
  person: PersonRow[];
  training_result: TrainingResultRow[];
  participation: ParticipationRow[];
}

/** Leaders of a tambon: nearly all were trained, most passed, and four in five took part in something. */
export function makeLeaders(seed: number, area: SampleArea): LeaderRows {
  const rows: LeaderRows = { person: [], training_result: [], participation: [] };
  const random = randomFor(`${seed}/${area.code}/leaders`);
  if (!random.chance(WITH_LEADERS)) return rows;
  const count = Math.max(1, Math.round(random.heavy(...LEADERS)));
  for (let index = 0; index < count; index += 1) {
    const key = `${seed}/${area.code}/leader/${index}`;
    const own = randomFor(key);
    const id = uuidFor(key);
    rows.person.push({
      id,
      area_code: area.code,
      name_th: `ผู้นำสมมุติ ${area.code}-${index + 1}`,
      source_id: SAMPLE_SOURCE_ID,
    });
    if (own.chance(0.95)) {
      rows.training_result.push({
        id: uuidFor(`${key}/training`),
        person_id: id,
        course_th: own.pick(courses),
        completed_on: dayOf(own),
        passed: own.chance(0.92),
      });
    }
    if (own.chance(0.82)) {
      rows.participation.push({
        id: uuidFor(`${key}/participation`),
        person_id: id,
        activity_th: own.pick(activities),
        took_place_on: dayOf(own),
      });
    }
  }
  return rows;
}

/** A day of the strategy's five years; the earlier ones are a little rarer. */
const dayOf = (random: Random) => dateAt(FIRST_DAY + (LAST_DAY - FIRST_DAY) * random.next() ** 0.85);
