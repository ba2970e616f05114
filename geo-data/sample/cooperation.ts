// Cooperation mechanisms of provinces, with members, pilot areas and declarations. By the last year about three in five
// provinces have everything the criteria ask for; the others lack one thing or two.
import type { SampleArea } from "./area.ts";
import { buddhistYear, dateAt, LAST_YEAR, SAMPLE_YEARS } from "./fiscal-year.ts";
import { type Random, randomFor, uuidFor } from "./random.ts";
import {
  type AreaReportRow,
  type CommunityDeclarationRow,
  type CooperationMechanismRow,
  type CooperationMemberRow,
  type CooperationPilotAreaRow,
  SAMPLE_SOURCE_ID,
} from "./rows.ts";

export interface CooperationRows {
  cooperation_mechanism: CooperationMechanismRow[];
  cooperation_member: CooperationMemberRow[];
  cooperation_pilot_area: CooperationPilotAreaRow[];
  community_declaration: CommunityDeclarationRow[];
  area_report: AreaReportRow[];
}

/** Chance of each part to be there in the end. */
const PART = 0.9;
const members: readonly (readonly [sector: string, name: string])[] = [
  ["community", "เครือข่ายสภาองค์กรชุมชนจังหวัด{p}"],
  ["community", "เครือข่ายกองทุนสวัสดิการชุมชนจังหวัด{p}"],
  ["state", "สำนักงานสมมุติด้านพัฒนาสังคม จังหวัด{p}"],
  ["state", "สำนักงานสมมุติด้านท้องถิ่น จังหวัด{p}"],
  ["academic", "วิทยาลัยชุมชนสมมุติ จังหวัด{p}"],
  ["civil_society", "ประชาคมสมมุติ จังหวัด{p}"],
  ["business", "ชมรมธุรกิจสมมุติ จังหวัด{p}"],
];
const themes = ["housing", "farmland", "welfare", "disaster", "landscape", "economy"];

/** @param tambon of one province, in code order */
export function makeCooperation(seed: number, tambon: readonly SampleArea[]): CooperationRows {
  const rows: CooperationRows = {
    cooperation_mechanism: [],
    cooperation_member: [],
    cooperation_pilot_area: [],
    community_declaration: [],
    area_report: [],
  };
  const [first] = tambon;
  if (!first) return rows;
  const { provinceCode, provinceTh, provinceEn } = first;
  const key = `${seed}/${provinceCode}/cooperation`;
  const random = randomFor(key);
  if (random.chance(0.06)) return rows;
  for (const year of SAMPLE_YEARS) rows.area_report.push(report(provinceCode, year));
  if (random.chance(0.06)) return rows;

  // everything happens at its time between the beginning and the last year
  const begun = 2016.8 + 2.6 * random.next();
  const later = () => Math.min(LAST_YEAR + 0.7, begun + 0.2 + 2.4 * random.next());
  const hasMou = random.chance(PART);
  const hasPlan = random.chance(PART);
  const signed = later();
  const planned = Math.min(LAST_YEAR, Math.ceil(later()));
  const id = uuidFor(key);
  rows.cooperation_mechanism.push({
    id,
    province_code: provinceCode,
    name_th: `กลไกความร่วมมือพัฒนาจังหวัด${provinceTh}`.replace("จังหวัดกรุงเทพ", "กรุงเทพ"),
    name_en: `${provinceEn} cooperation mechanism`,
    established_on: dateAt(begun),
    mou_signed_on: hasMou ? dateAt(signed) : null,
    mou_until: hasMou && random.chance(0.4) ? dateAt(signed + 4) : null,
    mou_evidence:
      hasMou && random.chance(0.95) ? `บันทึกข้อตกลง (สมมุติ) พ.ศ. ${buddhistYear(Math.floor(signed))}` : null,
    work_plan_first_fiscal_year: hasPlan ? planned : null,
    work_plan_last_fiscal_year: hasPlan ? planned + 4 : null,
    work_plan_evidence: hasPlan && random.chance(0.95) ? "แผนงานความร่วมมือระดับจังหวัด (สมมุติ)" : null,
    source_id: SAMPLE_SOURCE_ID,
  });
  const wanted = random.chance(PART) ? random.integer(5, members.length) : random.integer(2, 4);
  members.slice(0, wanted).forEach(([sector, name], index) => {
    rows.cooperation_member.push({
      id: uuidFor(`${key}/member/${index}`),
      mechanism_id: id,
      sector,
      name_th: name
        .replace("จังหวัด{p}", provinceCode === "10" ? "{p}" : "จังหวัด{p}")
        .replace("{p}", provinceTh),
      joined_on: dateAt(begun + 0.3 * random.next()),
    });
  });
  if (random.chance(PART)) {
    for (let index = random.integer(1, 3); index > 0; index -= 1) {
      rows.cooperation_pilot_area.push({
        id: uuidFor(`${key}/pilot/${index}`),
        mechanism_id: id,
        area_code: random.pick(tambon).code,
        theme: random.pick(themes),
        started_on: dateAt(later()),
      });
    }
  }
  if (random.chance(PART)) {
    for (let index = random.integer(1, 3); index > 0; index -= 1) {
      rows.community_declaration.push(declaration(`${key}/declaration/${index}`, random, tambon, later()));
    }
  }
  return rows;
}

function declaration(
  key: string,
  random: Random,
  tambon: readonly SampleArea[],
  time: number,
): CommunityDeclarationRow {
  const area = random.pick(tambon);
  return {
    id: uuidFor(key),
    area_code: area.code,
    title_th: `เจตนารมณ์ชุมชน${area.fullTh} (สมมุติ)`,
    declared_on: dateAt(time),
    evidence: random.chance(0.8) ? "เอกสารประกาศเจตนารมณ์ (สมมุติ)" : null,
    source_id: SAMPLE_SOURCE_ID,
  };
}

const report = (area_code: string, fiscal_year: number): AreaReportRow => ({
  area_code,
  dataset: "cooperation",
  fiscal_year,
  state: "complete",
  reason_th: null,
  reason_en: null,
  source_id: SAMPLE_SOURCE_ID,
});
