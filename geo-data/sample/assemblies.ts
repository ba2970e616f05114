// Assemblies (สมัชชา) of provinces and, here and there, of tambon, with the partners who were present.
import type { SampleArea } from "./area.ts";
import { buddhistYear, dateAt, LAST_YEAR } from "./fiscal-year.ts";
import type { PartnerBook } from "./partners.ts";
import { type Random, randomFor, uuidFor } from "./random.ts";
import { type AssemblyPartnerRow, type AssemblyRow, SAMPLE_SOURCE_ID } from "./rows.ts";

export interface AssemblyRows {
  assembly: AssemblyRow[];
  assembly_partner: AssemblyPartnerRow[];
}

const SHARE_OF_TAMBON = 0.012;
const themes = [
  ["housing", "ที่อยู่อาศัย", "housing", "ให้สำรวจครัวเรือนที่เดือดร้อนเรื่องที่อยู่อาศัยทุกหมู่บ้าน"],
  ["farmland", "ที่ดินทำกิน", "farmland", "ให้ตั้งคณะทำงานร่วมแก้ปัญหาที่ดินทำกิน"],
  ["welfare", "สวัสดิการชุมชน", "community welfare", "ให้ขยายสมาชิกกองทุนสวัสดิการชุมชน"],
  ["disaster", "การจัดการภัยพิบัติ", "disaster management", "ให้ทำแผนรับมือภัยพิบัติร่วมกัน"],
  ["economy", "เศรษฐกิจฐานราก", "grassroots economy", "ให้เชื่อมตลาดของวิสาหกิจชุมชนในพื้นที่"],
] as const;

/** @param tambon of one province, in code order */
export function makeProvinceAssemblies(
  seed: number,
  tambon: readonly SampleArea[],
  partners: PartnerBook,
): AssemblyRows {
  const [first] = tambon;
  if (!first) return { assembly: [], assembly_partner: [] };
  const { provinceCode, provinceTh, provinceEn } = first;
  const random = randomFor(`${seed}/${provinceCode}/assembly`);
  const made = Array.from({ length: random.integer(0, 3) }, (_, index) =>
    makeAssembly(`${seed}/${provinceCode}/assembly/${index}`, first, partners, {
      code: provinceCode,
      th: provinceCode === "10" ? provinceTh : `จังหวัด${provinceTh}`,
      en: provinceEn,
    }),
  );
  return {
    assembly: made.flatMap(({ assembly }) => assembly),
    assembly_partner: made.flatMap(({ assembly_partner }) => assembly_partner),
  };
}

export function makeTambonAssembly(seed: number, area: SampleArea, partners: PartnerBook): AssemblyRows {
  const key = `${seed}/${area.code}/assembly`;
  if (!randomFor(`${key}/chance`).chance(SHARE_OF_TAMBON)) return { assembly: [], assembly_partner: [] };
  return makeAssembly(key, area, partners, { code: area.code, th: area.fullTh, en: area.fullEn });
}

function makeAssembly(
  key: string,
  area: SampleArea,
  partners: PartnerBook,
  place: { code: string; th: string; en: string },
): AssemblyRows {
  const random = randomFor(key);
  const [theme, th, en, resolution] = random.pick(themes);
  const time = 2016.9 + (LAST_YEAR + 0.7 - 2016.9) * random.next();
  const id = uuidFor(key);
  return {
    assembly: [
      {
        id,
        area_code: place.code,
        theme,
        name_th: `สมัชชา${th}${place.th} พ.ศ. ${buddhistYear(Math.floor(time))} (สมมุติ)`,
        name_en: `Assembly on ${en}, ${place.en} (made up)`,
        held_on: dateAt(time),
        resolutions_th: random.chance(0.85) ? `1. ${resolution}\n2. ให้ติดตามผลและรายงานในสมัชชาครั้งต่อไป` : null,
        source_id: SAMPLE_SOURCE_ID,
      },
    ],
    assembly_partner: [...presentAt(random, area, partners)].map((partner_id) => ({
      assembly_id: id,
      partner_id,
    })),
  };
}

function presentAt(random: Random, area: SampleArea, partners: PartnerBook): Set<string> {
  const present = new Set([partners.agency(random, area, "province", "social").id]);
  for (let more = random.integer(0, 4); more > 0; more -= 1) present.add(partners.friend(random).id);
  return present;
}
