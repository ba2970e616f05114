// The columns of an exported table, from the fields that its collection declares. Both languages have the same columns in the
// same order; a code and its words stand side by side.
import { authorityWords, dayWords, levelWords, sampleWords } from "../../common/csv-words.ts";
import type { ExportColumn } from "../../common/export-formats.ts";
import { type Field, publicFields } from "../../records/record-kind.ts";
import type { KnownKind } from "../../records/register.ts";
import type { LocalText } from "../vocabulary/vocabulary.schema.ts";

const property = (name: string, th: string): ExportColumn => ({
  th,
  en: name,
  of: ({ properties }) => properties[name] ?? null,
});
const coded = (name: string, th: string, words: Record<string, LocalText>): ExportColumn[] => [
  property(name, `รหัส${th}`),
  {
    th,
    en: `${name}_name`,
    of: ({ properties }, lang) => words[String(properties[name])]?.[lang] ?? null,
  },
];
/** A year stands in both counts, a day in the reader's. */
const columnsOfField = ([name, { type, label, unit, list }]: [string, Field]): ExportColumn[] => {
  const th = unit ? `${label.th} (${unit.th})` : label.th;
  if (list) return coded(name, th, list.codes);
  if (type === "year") {
    return [
      property(name, `${th} (ค.ศ.)`),
      {
        th: `${th} (พ.ศ.)`,
        en: `${name}_be`,
        of: ({ properties }) => (properties[name] === null ? null : Number(properties[name]) + 543),
      },
    ];
  }
  if (type === "date") {
    return [property(name, th), { th: `${th} (ตามปฏิทินไทย)`, en: `${name}_th`, of: day(name) }];
  }
  if (type === "references") {
    return [
      {
        th,
        en: name,
        of: ({ properties }) => (properties[name] as unknown as string[] | null)?.join(" ") ?? null,
      },
    ];
  }
  return [property(name, th)];
};
const day =
  (name: string): ExportColumn["of"] =>
  ({ properties }) =>
    dayWords((properties[name] as string | null) ?? null, "th");

const areaNames: ExportColumn[] = [
  property("tambon_name_th", "ตำบล/แขวง"),
  property("tambon_name_en", "ตำบล/แขวง (อังกฤษ)"),
  property("district_name_th", "อำเภอ/เขต"),
  property("district_name_en", "อำเภอ/เขต (อังกฤษ)"),
];
const provinceNames: ExportColumn[] = [
  property("province_name_th", "จังหวัด"),
  property("province_name_en", "จังหวัด (อังกฤษ)"),
];

/** Where a point is drawn; empty where nobody knows. */
const degrees: ExportColumn[] = [0, 1].map((axis) => ({
  th: axis === 0 ? "ลองจิจูด" : "ละติจูด",
  en: axis === 0 ? "longitude" : "latitude",
  of: ({ geometry }) =>
    geometry?.type === "Point" ? ((geometry.coordinates as number[])[axis] ?? null) : null,
}));

const placeColumns = {
  area: [property("area_code", "รหัสพื้นที่"), ...areaNames, ...provinceNames, ...degrees],
  province: [property("province_code", "รหัสจังหวัด"), ...provinceNames, ...degrees],
  local_authority: [property("local_authority_code", "รหัส อปท.")],
};

const common: ExportColumn[] = [
  property("source_id", "รหัสแหล่งข้อมูล"),
  property("sample", "ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง"),
  property("revision", "ฉบับแก้ไขที่"),
  property("change_number", "ลำดับการแก้ไข"),
  property("updated_at", "ปรับปรุงเมื่อ"),
  property("ended_on", "สิ้นสุดเมื่อ"),
  property("end_reason", "เหตุผลที่สิ้นสุด"),
];

/** Of a coverage that is joined (api.export_coverage). */
const coverage: ExportColumn[] = [
  property("indicator", "รหัสตัวชี้วัด"),
  property("fiscal_year", "ปีงบประมาณ (ค.ศ.)"),
  property("value", "ค่า"),
  property("withheld_below", "ส่วนที่ไม่แสดง น้อยกว่า"),
  property("numerator", "ตัวตั้ง"),
  property("denominator", "ตัวหาร"),
  property("ratio", "อัตราส่วน"),
  property("units", "หน่วยที่นับ"),
  property("certainty", "ความแน่นอน"),
  property("target", "ค่าเป้าหมาย"),
  property("state", "สถานะ"),
  ...coded("sample_records", "ข้อมูลสมมุติเบื้องหลังตัวเลข", sampleWords),
  property("as_of", "ปรับปรุงฐานข้อมูลเมื่อ"),
  property("source_date", "ข้อมูลต้นทาง ณ วันที่"),
];

export function columnsOfKind(kind: KnownKind, withCoverage: boolean): ExportColumn[] {
  return [
    { th: "รหัส", en: "id", of: ({ id }) => id },
    ...(kind.parent ? [property(kind.parent.column, `รหัสของ${parentName(kind)}`)] : []),
    ...(kind.liesAt ? placeColumns[kind.liesAt.of] : []),
    ...publicFields(kind)
      .filter(([, { shownIn }]) => !shownIn || shownIn.includes("export"))
      .flatMap(columnsOfField),
    ...common,
    ...(withCoverage ? besideRecord : []),
  ];
}

const parentName = ({ references }: KnownKind) => references[0]?.kind.one.th ?? "";

/** A coverage's columns beside a record's own. What both call alike has a longer name in the feature (api.beside). */
const besideRecord = coverage.map(
  ({ th, en, of }): ExportColumn => ({
    th: `${th} ของตัวชี้วัด`,
    en: `coverage_${en}`,
    of: (feature, lang) => {
      const { properties } = feature;
      const longer = Object.entries(properties).filter(([name]) => name.startsWith("coverage_"));
      const asCoverage = Object.fromEntries(
        longer.map(([name, value]) => [name.slice("coverage_".length), value]),
      );
      return of({ ...feature, properties: { ...properties, ...asCoverage } }, lang);
    },
  }),
);

export function columnsOfAreas(withCoverage: boolean): ExportColumn[] {
  return [
    property("code", "รหัส"),
    ...coded("level", "ระดับ", levelWords),
    ...coded("kind", "ประเภท อปท.", authorityWords),
    property("name_th", "ชื่อ"),
    property("name_en", "ชื่อภาษาอังกฤษ"),
    property("parent_code", "รหัสพื้นที่ที่อยู่เหนือขึ้นไป"),
    ...areaNames.slice(2),
    ...provinceNames,
    property("area_m2", "เนื้อที่ (ตร.ม.)"),
    property("boundary_version", "ชุดแนวเขตการปกครอง"),
    property("sample_boundary", "แนวเขตการปกครองสมมุติ"),
    ...(withCoverage ? coverage : []),
  ];
}
