// Rows without a database: some hundred tambon of six provinces, each a square.
import { describe, expect, it } from "vitest";
import { type SampleArea, sampleArea } from "./area.ts";
import { fiscalYearOf } from "./fiscal-year.ts";
import { type GenerateOptions, SampleGenerator } from "./generate.ts";
import { isInside, type Shape } from "./polygon.ts";
import type { SampleRows } from "./rows.ts";

const provinces = [
  ["10", "กรุงเทพมหานคร", "Bangkok"],
  ["20", "ชลบุรี", "Chon Buri"],
  ["30", "นครราชสีมา", "Nakhon Ratchasima"],
  ["50", "เชียงใหม่", "Chiang Mai"],
  ["80", "นครศรีธรรมราช", "Nakhon Si Thammarat"],
  ["94", "ปัตตานี", "Pattani"],
] as const;

const areas: SampleArea[] = provinces.flatMap(([code, provinceTh, provinceEn], province) =>
  Array.from({ length: 60 }, (_, index) =>
    sampleArea({
      code: `${code}${String(1 + Math.floor(index / 10)).padStart(2, "0")}${String(1 + (index % 10)).padStart(2, "0")}`,
      nameTh: index % 7 === 0 ? "ในเมือง" : `ท่าข้าม${"กขคงจฉชซญฐ"[index % 10]}`,
      nameEn: "Tha Kham",
      districtTh: "บางปะอิน",
      districtEn: "Bang Pa-in",
      provinceTh,
      provinceEn,
      point: { lon: 100 + province + 0.05, lat: 10 + index / 10 + 0.05 },
    }),
  ),
);

function shapeOf({ point: { lon, lat } }: SampleArea): Shape {
  const [west, south, east, north] = [lon - 0.05, lat - 0.05, lon + 0.05, lat + 0.05];
  const ring = Float64Array.of(west, south, east, south, east, north, west, north, west, south);
  return { rings: [ring], west, south, east, north };
}

function generate(options: Partial<GenerateOptions> = {}, order = areas): SampleRows {
  const generator = new SampleGenerator({ seed: 2560, areas, organizations: 3000, plans: 1200, ...options });
  for (const area of order) generator.add(area, shapeOf(area));
  generator.addCountry({ authorityCodes: Array.from({ length: 40 }, (_, index) => `9${index}`) });
  return generator.rows();
}

const rows = generate();
const byId = (list: { id: string }[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

describe("SampleGenerator", () => {
  it("makes identical rows from the same seed", () => {
    expect(generate()).toEqual(rows);
  });

  it("does not depend on the order in which areas come", () => {
    const reversed = generate({}, [...areas].reverse());
    expect(byId(reversed.organization)).toEqual(byId(rows.organization));
    expect(byId(reversed.plan_item_link)).toEqual(byId(rows.plan_item_link));
    expect(reversed.partner).toEqual(rows.partner);
  });

  it("makes other rows from another seed", () => {
    const ids = new Set(rows.organization.map(({ id }) => id));
    expect(generate({ seed: 1 }).organization.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  it("keeps what a tambon has when more are asked for", () => {
    const more = new Map(generate({ organizations: 6000 }).organization.map((row) => [row.id, row]));
    expect(rows.organization.filter((row) => more.get(row.id) === undefined)).toEqual([]);
    expect(rows.organization.map((row) => more.get(row.id))).toEqual(rows.organization);
  });

  it("makes exactly as many as asked, also fewer than there would be councils", () => {
    expect([rows.organization.length, rows.plan.length]).toEqual([3000, 1200]);
    const few = generate({ organizations: 40, plans: 0 });
    expect([few.organization.length, few.plan.length]).toEqual([40, 0]);
    expect(new Set(few.organization.map(({ kind }) => kind)).size).toBeGreaterThan(2);
  });

  it("scales its default size with the number of tambon", () => {
    const small = generate({ organizations: undefined, plans: undefined });
    expect([small.organization.length, small.plan.length]).toEqual([
      Math.round((12_000 * areas.length) / 7425),
      Math.round((6_000 * areas.length) / 7425),
    ]);
  });

  it("gives a unit one council, in Bangkok the district, and none where one is already", () => {
    const councils = rows.organization.filter(({ kind }) => kind === "council");
    const units = councils.map((row) => row.area_code);
    expect(new Set(units).size).toBe(units.length);
    expect(units.filter((code) => code.startsWith("10")).every((code) => code.length === 4)).toBe(true);
    const again = generate({ unitsWithCouncil: new Set(units) });
    expect(again.organization.filter(({ kind }) => kind === "council")).toEqual([]);
  });

  it("puts positions inside their area and leaves some out", () => {
    const shapes = new Map(areas.map((area) => [area.code, shapeOf(area)]));
    let placed = 0;
    for (const { position, area_code } of rows.organization) {
      const point = position?.match(/^SRID=4326;POINT\((\S+) (\S+)\)$/);
      if (!point) continue;
      placed++;
      const shape = shapes.get(area_code) ?? shapes.get(`${area_code}01`)!;
      expect(isInside(shape, { lon: Number(point[1]), lat: Number(point[2]) })).toBe(true);
    }
    expect(placed / rows.organization.length).toBeGreaterThan(0.8);
    expect(placed / rows.organization.length).toBeLessThan(0.9);
  });

  it("links within the plan's years or before the sample ends, and says why it declined", () => {
    const plans = new Map(rows.plan.map((plan) => [plan.id, plan]));
    const items = new Map(rows.plan_item.map((item) => [item.id, plans.get(item.plan_id)!]));
    for (const link of rows.plan_item_link) {
      const plan = items.get(link.plan_item_id)!;
      expect(link.fiscal_year).toBeGreaterThanOrEqual(plan.first_fiscal_year);
      expect(link.fiscal_year).toBeLessThanOrEqual(Math.min(2021, plan.last_fiscal_year));
      expect(link.state === "declined").toBe(link.decline_reason !== null);
    }
    const included = rows.plan_item_link.filter(({ state }) => state === "included");
    expect(included.some(({ evidence }) => evidence === null)).toBe(true);
  });

  it("grants no item more than it asked for, all steps together", () => {
    const granted = new Map<string, number>();
    for (const { plan_item_id: id, granted_thb } of rows.plan_item_link) {
      granted.set(id, (granted.get(id) ?? 0) + (granted_thb ?? 0));
    }
    expect([...granted.values()].some((baht) => baht > 0)).toBe(true);
    for (const { id, asked_thb } of rows.plan_item) {
      expect(granted.get(id) ?? 0).toBeLessThanOrEqual(asked_thb ?? 0);
    }
  });

  it("reports more tambon complete each year", () => {
    const counts = [2017, 2018, 2019, 2020, 2021].map(
      (year) => rows.area_report.filter((row) => row.fiscal_year === year && row.state === "complete").length,
    );
    expect([...counts].sort((a, b) => a - b)).toEqual(counts);
    expect(counts[0]).toBeLessThan(counts[4]!);
  });

  it("registers nothing before the Act or after the sample's last year", () => {
    for (const { registered_on, ended_on } of rows.organization) {
      for (const date of [registered_on, ended_on]) {
        if (date === null) continue;
        expect(date >= "2008-04-01").toBe(true);
        expect(fiscalYearOf(date)).toBeLessThanOrEqual(2021);
      }
    }
  });
});

describe("names and texts", () => {
  const thai = [
    ...rows.organization.map((row) => row.name_th),
    ...rows.plan.map((row) => row.title_th),
    ...rows.plan_item.map((row) => row.title_th),
    ...rows.housing_project.map((row) => row.name_th),
    ...rows.partner.map((row) => row.name_th),
    ...rows.plan_item_link.flatMap((row) => [row.evidence, row.decline_reason]),
    ...rows.cooperation_mechanism.map((row) => row.name_th),
    ...rows.cooperation_member.map((row) => row.name_th),
    ...rows.community_declaration.map((row) => row.title_th),
    ...rows.model_area.map((row) => row.name_th),
    ...rows.lesson.flatMap((row) => [row.title_th, row.summary_th]),
    ...rows.area_report.map((row) => row.reason_th),
  ].filter((text) => text !== null);
  const english = [
    ...rows.organization.map((row) => row.name_en),
    ...rows.plan.map((row) => row.title_en),
    ...rows.partner.map((row) => row.name_en),
  ].filter((text) => text !== null);

  it("are normalised, single-spaced and complete", () => {
    for (const text of [...thai, ...english]) {
      expect(text).toBe(text.normalize("NFC"));
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/\s{2}|[{}]|undefined|null/);
    }
  });

  it("say that whoever gave evidence, support or a review is made up", () => {
    for (const { name_th, name_en } of rows.partner) {
      expect(name_th).toContain("สมมุติ");
      expect(name_en).toMatch(/imaginary/i);
    }
    for (const { sector, name_th } of rows.cooperation_member) {
      if (sector !== "community") expect(name_th).toContain("สมมุติ");
    }
    const evidence = [
      ...rows.plan_item_link.map((row) => row.evidence),
      ...rows.quality_review.flatMap((row) => [row.evidence, row.reviewer_th]),
      ...rows.need_survey.map((row) => row.evidence),
      ...rows.cooperation_mechanism.flatMap((row) => [row.mou_evidence, row.work_plan_evidence]),
      ...rows.community_declaration.map((row) => row.evidence),
      ...rows.kpi_report.map((row) => row.evidence),
      ...rows.person.map((row) => row.name_th),
    ].filter((text) => text !== null);
    expect(evidence.length).toBeGreaterThan(100);
    expect(evidence.filter((text) => !text.includes("สมมุติ"))).toEqual([]);
  });

  it("claim no kind of local authority, which only its register knows", () => {
    expect(thai.filter((text) => /องค์การบริหารส่วน|อบต\.|เทศบาล|อบจ\./.test(text))).toEqual([]);
  });

  it("say no word twice", () => {
    expect(thai.filter((text) => /([ก-๙]{4,})\1/.test(text))).toEqual([]);
    expect(english.filter((text) => /\b(\w{3,}) \1\b/i.test(text))).toEqual([]);
  });

  it("have no Latin letter in Thai and no Thai letter in English", () => {
    expect(thai.filter((text) => /[A-Za-z]/.test(text))).toEqual([]);
    expect(english.filter((text) => /[฀-๿]/.test(text))).toEqual([]);
  });

  it("have no mark without a consonant before it", () => {
    // above and below vowels and tone marks cannot begin a word or follow a leading vowel
    expect(thai.filter((text) => /(^|[\s\d–(]|[เ-ไ])[ัิ-ฺ็-๎]/.test(text))).toEqual([]);
  });

  it("do not repeat inside a tambon", () => {
    const keys = rows.organization.map((row) => `${row.area_code} ${row.name_th}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("exist in English for a good part", () => {
    const share =
      rows.organization.filter(({ name_en }) => name_en !== null).length / rows.organization.length;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.85);
  });
});
