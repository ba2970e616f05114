// Agencies and other partners (ภาคี). Ministries and departments are real bodies; companies, foundations and social
// enterprises are invented. Only those that some link names become rows.
import type { SampleArea } from "./area.ts";
import type { Theme } from "./plan-texts.ts";
import { type Random, randomFor, uuidFor } from "./random.ts";
import { type PartnerRow, SAMPLE_SOURCE_ID } from "./rows.ts";

type Named = readonly [th: string, en: string];
/** An office and the themes it takes on. */
type Office = readonly [themes: readonly Theme[], ...Named];
const all: readonly Theme[] = ["social", "economy", "environment"];

const central: readonly Office[] = [
  [["social", "economy"], "กรมการพัฒนาชุมชน", "Community Development Department"],
  [all, "กรมส่งเสริมการปกครองท้องถิ่น", "Department of Local Administration"],
  [["economy"], "กรมส่งเสริมการเกษตร", "Department of Agricultural Extension"],
  [["environment"], "กรมทรัพยากรน้ำ", "Department of Water Resources"],
  [["environment"], "กรมชลประทาน", "Royal Irrigation Department"],
  [["economy", "environment"], "กรมพัฒนาที่ดิน", "Land Development Department"],
  [["environment"], "กรมป่าไม้", "Royal Forest Department"],
  [["social"], "กรมพัฒนาสังคมและสวัสดิการ", "Department of Social Development and Welfare"],
  [["social"], "กรมกิจการผู้สูงอายุ", "Department of Older Persons"],
  [["social"], "กรมส่งเสริมวัฒนธรรม", "Department of Cultural Promotion"],
  [["economy", "environment"], "สำนักงานการปฏิรูปที่ดินเพื่อเกษตรกรรม", "Agricultural Land Reform Office"],
  [["social"], "สำนักงานกองทุนสนับสนุนการสร้างเสริมสุขภาพ", "Thai Health Promotion Foundation"],
];

/** What every province has an office of: {p} is the province. */
const provincial: readonly Office[] = [
  [all, "องค์การบริหารส่วนจังหวัด{p}", "{P} Provincial Administrative Organization"],
  [
    ["social"],
    "สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัด{p}",
    "{P} Provincial Office of Social Development and Human Security",
  ],
  [["economy"], "สำนักงานเกษตรจังหวัด{p}", "{P} Provincial Agricultural Extension Office"],
  [
    ["environment"],
    "สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัด{p}",
    "{P} Provincial Office of Natural Resources and Environment",
  ],
  [["social", "economy"], "สำนักงานพัฒนาชุมชนจังหวัด{p}", "{P} Provincial Community Development Office"],
];

const universities: Record<SampleArea["dialect"], readonly Named[]> = {
  north: [
    ["มหาวิทยาลัยเชียงใหม่", "Chiang Mai University"],
    ["มหาวิทยาลัยแม่โจ้", "Maejo University"],
    ["มหาวิทยาลัยพะเยา", "University of Phayao"],
  ],
  isan: [
    ["มหาวิทยาลัยขอนแก่น", "Khon Kaen University"],
    ["มหาวิทยาลัยมหาสารคาม", "Mahasarakham University"],
    ["มหาวิทยาลัยอุบลราชธานี", "Ubon Ratchathani University"],
  ],
  central: [
    ["มหาวิทยาลัยเกษตรศาสตร์", "Kasetsart University"],
    ["มหาวิทยาลัยบูรพา", "Burapha University"],
    ["มหาวิทยาลัยนเรศวร", "Naresuan University"],
  ],
  south: [
    ["มหาวิทยาลัยสงขลานครินทร์", "Prince of Songkla University"],
    ["มหาวิทยาลัยวลัยลักษณ์", "Walailak University"],
    ["มหาวิทยาลัยทักษิณ", "Thaksin University"],
  ],
  bangkok: [
    ["มหาวิทยาลัยธรรมศาสตร์", "Thammasat University"],
    ["สถาบันเทคโนโลยีพระจอมเกล้าเจ้าคุณทหารลาดกระบัง", "King Mongkut's Institute of Technology Ladkrabang"],
  ],
};

const invented: readonly (readonly [sector: string, ...Named])[] = [
  ["business", "บริษัท ตัวอย่างรวงทองการเกษตร จำกัด", "Tuayang Ruang Thong Agriculture Co., Ltd."],
  ["business", "บริษัท ตัวอย่างพลังงานชุมชน จำกัด", "Tuayang Community Energy Co., Ltd."],
  ["business", "บริษัท ตัวอย่างวัสดุก่อสร้าง จำกัด", "Tuayang Building Materials Co., Ltd."],
  ["social_enterprise", "บริษัท ตัวอย่างตลาดเกื้อกูล วิสาหกิจเพื่อสังคม จำกัด", "Tuayang Fair Market Social Enterprise"],
  [
    "social_enterprise",
    "บริษัท ตัวอย่างท่องเที่ยวชุมชน วิสาหกิจเพื่อสังคม จำกัด",
    "Tuayang Community Travel Social Enterprise",
  ],
  ["civil_society", "มูลนิธิตัวอย่างเพื่อการพัฒนาชนบท", "Tuayang Foundation for Rural Development"],
  ["civil_society", "มูลนิธิตัวอย่างรักษ์ป่าและน้ำ", "Tuayang Forest and Water Foundation"],
  ["civil_society", "สมาคมตัวอย่างเครือข่ายคนไร้บ้าน", "Tuayang Homeless Network Association"],
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
        return this.#localAuthority(area);
      case "district":
        return area.isBangkok
          ? this.#add("state", rung, [
              `ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม สำนักงานเขต${area.districtTh}`,
              `Community Development and Welfare Section, ${area.districtEn} District Office`,
            ])
          : this.#add(
              "state",
              rung,
              [
                `สำนักงานพัฒนาชุมชนอำเภอ${area.districtTh}`,
                `${area.districtEn} District Community Development Office`,
              ],
              area.districtCode,
            );
      case "province": {
        if (area.isBangkok)
          return this.#add("state", rung, ["กรุงเทพมหานคร", "Bangkok Metropolitan Administration"]);
        const [, th, en] = pickOffice(random, provincial, theme);
        return this.#add("state", rung, [
          th.replace("{p}", area.provinceTh),
          en.replace("{P}", area.provinceEn),
        ]);
      }
      case "region":
        return this.#add("state", rung, [
          `สำนักงานบริหารยุทธศาสตร์กลุ่มจังหวัด${area.subRegion.labelTh}`,
          `Strategy Office of the ${area.subRegion.labelEn} Provinces`,
        ]);
      default: {
        const [, th, en] = pickOffice(random, central, theme);
        return this.#add("state", "central", [th, en]);
      }
    }
  }

  /** A partner outside the ladder: a university of that part of the country, or an invented company or foundation. */
  friend(random: Random, area: SampleArea): PartnerRow {
    if (random.chance(0.4)) return this.#add("academic", null, random.pick(universities[area.dialect]));
    const [sector, th, en] = random.pick(invented);
    return this.#add(sector, null, [th, en]);
  }

  /** Whether it is a municipality or an อบต. is invented: the register of areas does not say. */
  #localAuthority(area: SampleArea): PartnerRow {
    if (area.isBangkok) {
      return this.#add(
        "state",
        "local_authority",
        [`สำนักงานเขต${area.districtTh}`, `${area.districtEn} District Office`],
        area.districtCode,
      );
    }
    const isMunicipal = randomFor(`${this.#seed}/${area.code}/local-authority`).chance(
      area.isUrban ? 0.8 : 0.28,
    );
    return this.#add(
      "state",
      "local_authority",
      isMunicipal
        ? [`เทศบาลตำบล${area.nameTh}`, `${area.nameEn} Subdistrict Municipality`]
        : [`องค์การบริหารส่วนตำบล${area.nameTh}`, `${area.nameEn} Subdistrict Administrative Organization`],
      area.code,
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
