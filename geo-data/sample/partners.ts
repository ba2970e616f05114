// Agencies and other partners (ภาคี). Every name says that it is made up: what they included, granted and wrote is, and
// must not stand against a real department, university or company. Only those that some link names become rows.
import type { SampleArea } from "./area.ts";
import type { Theme } from "./plan-texts.ts";
import { type Random, uuidFor } from "./random.ts";
import { type PartnerRow, SAMPLE_SOURCE_ID } from "./rows.ts";

type Named = readonly [th: string, en: string];
/** What an office is for, and the themes it takes on. */
type Office = readonly [themes: readonly Theme[], ...Named];
const all: readonly Theme[] = ["social", "economy", "environment"];

const central: readonly Office[] = [
  [["social", "economy"], "พัฒนาชุมชน", "community development"],
  [all, "ปกครองท้องถิ่น", "local administration"],
  [["economy"], "ส่งเสริมการเกษตร", "agricultural extension"],
  [["environment"], "แหล่งน้ำ", "water"],
  [["economy", "environment"], "ที่ดิน", "land"],
  [["environment"], "ป่าไม้", "forests"],
  [["social"], "สวัสดิการสังคม", "social welfare"],
  [["social"], "ผู้สูงอายุ", "older persons"],
  [["social"], "วัฒนธรรม", "culture"],
  [["social"], "สุขภาพ", "health"],
];

const provincial: readonly Office[] = [
  [all, "ท้องถิ่น", "local affairs"],
  [["social"], "พัฒนาสังคม", "social development"],
  [["economy"], "การเกษตร", "agriculture"],
  [["environment"], "สิ่งแวดล้อม", "the environment"],
  [["social", "economy"], "พัฒนาชุมชน", "community development"],
];

/** Outside the ladder: none of them exists. */
const friends: readonly (readonly [sector: string, ...Named])[] = [
  ["academic", "มหาวิทยาลัยสมมุติแห่งที่หนึ่ง", "First Imaginary University"],
  ["academic", "มหาวิทยาลัยสมมุติแห่งที่สอง", "Second Imaginary University"],
  ["academic", "วิทยาลัยชุมชนสมมุติ", "Imaginary Community College"],
  ["business", "บริษัทสมมุติรวงทองการเกษตร จำกัด", "Imaginary Ruang Thong Agriculture Co., Ltd."],
  ["business", "บริษัทสมมุติพลังงานท้องถิ่น จำกัด", "Imaginary Local Energy Co., Ltd."],
  ["business", "บริษัทสมมุติวัสดุก่อสร้าง จำกัด", "Imaginary Building Materials Co., Ltd."],
  ["social_enterprise", "วิสาหกิจเพื่อสังคมสมมุติตลาดเกื้อกูล", "Imaginary Fair Market Social Enterprise"],
  ["social_enterprise", "วิสาหกิจเพื่อสังคมสมมุติท่องเที่ยวชุมชน", "Imaginary Village Travel Social Enterprise"],
  ["civil_society", "มูลนิธิสมมุติเพื่อการพัฒนาชนบท", "Imaginary Foundation for Rural Development"],
  ["civil_society", "มูลนิธิสมมุติรักษ์ป่าและน้ำ", "Imaginary Forest and Water Foundation"],
  ["civil_society", "สมาคมสมมุติเครือข่ายคนไร้บ้าน", "Imaginary Homeless Network Association"],
];

const pickOffice = (random: Random, offices: readonly Office[], theme: Theme): Office =>
  random.pick(offices.filter(([themes]) => themes.includes(theme)));

/** The partners of one run: the same partner is one row, however many links name it. */
export class PartnerBook {
  readonly #rows = new Map<string, PartnerRow>();
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Rows of all partners named so far, in a fixed order. */
  list(): PartnerRow[] {
    return [...this.#rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The agency on a rung of the ladder that an area's plan goes to. */
  agency(random: Random, area: SampleArea, rung: string, theme: Theme): PartnerRow {
    switch (rung) {
      case "local_authority":
        // of no kind: whether a municipality or an อบต. has the tambon is for the register of local authorities to say
        return area.isBangkok
          ? this.#ofDistrict(area, rung)
          : this.#add(
              "state",
              rung,
              [`อปท. สมมุติใน${area.fullTh}`, `Imaginary local authority in ${area.fullEn}`],
              area.code,
            );
      case "district":
        return area.isBangkok
          ? this.#ofDistrict(area, rung)
          : this.#add(
              "state",
              rung,
              [
                `สำนักงานสมมุติด้านพัฒนาชุมชน อำเภอ${area.districtTh}`,
                `Imaginary office of community development, ${area.districtEn} District`,
              ],
              area.districtCode,
            );
      case "province": {
        const [, th, en] = pickOffice(random, provincial, theme);
        return this.#add("state", rung, [
          `สำนักงานสมมุติด้าน${th} ${area.isBangkok ? "" : "จังหวัด"}${area.provinceTh}`,
          `Imaginary office of ${en}, ${area.provinceEn}`,
        ]);
      }
      case "region":
        return this.#add("state", rung, [
          `สำนักงานสมมุติกลุ่มจังหวัด${area.subRegion.labelTh}`,
          `Imaginary office of the ${area.subRegion.labelEn} provinces`,
        ]);
      default: {
        const [, th, en] = pickOffice(random, central, theme);
        return this.#add("state", "central", [`กรมสมมุติด้าน${th}`, `Imaginary department of ${en}`]);
      }
    }
  }

  /** A partner outside the ladder. */
  friend(random: Random): PartnerRow {
    const [sector, th, en] = random.pick(friends);
    return this.#add(sector, null, [th, en]);
  }

  #ofDistrict(area: SampleArea, rung: string): PartnerRow {
    return this.#add(
      "state",
      rung,
      [`สำนักงานสมมุติของเขต${area.districtTh}`, `Imaginary office of ${area.districtEn} District`],
      `${area.districtCode}/${rung}`,
    );
  }

  /** `place` tells bodies of one name apart: tambon and district names repeat across the country. */
  #add(sector: string, rung: string | null, [th, en]: Named, place = ""): PartnerRow {
    const key = `${this.#seed}/partner/${place}/${th}`;
    let row = this.#rows.get(key);
    if (!row) {
      row = { id: uuidFor(key), sector, rung, name_th: th, name_en: en, source_id: SAMPLE_SOURCE_ID };
      this.#rows.set(key, row);
    }
    return row;
  }
}
