// Fields that no kind declares: what every record has, where it lies, areas and local authorities, and a coverage beside them. The
// data dictionary and the columns of files have their words from here.
import type { CatalogueField } from "../modules/catalogue/catalogue.schema.ts";
import type { LocalText } from "../modules/vocabulary/vocabulary.schema.ts";
import type { CodeList } from "../records/code-list.ts";
import { certainties, figureStates, sampleExtents } from "../records/codes/figure.codes.ts";
import { localAuthorityExtents, localAuthorityKinds, placeLevels } from "../records/codes/place.codes.ts";
import type { KnownKind } from "../records/register.ts";

export type DescribedField = Pick<CatalogueField, "name" | "label" | "type"> &
  Partial<Pick<CatalogueField, "help" | "unit" | "is_required" | "is_computed">> & {
    list?: CodeList;
    /** a column of files has its code, and none its words */
    isCodeAlone?: true;
    /** beyond the columns of tables: where features have it too */
    isInFiles?: true;
  };

const field = (
  name: string,
  type: CatalogueField["type"],
  th: string,
  en: string,
  more: Partial<DescribedField> = {},
): DescribedField => ({ name, type, label: { th, en }, ...more });
const optional = { is_required: false };
const DEGREES: LocalText = { th: "องศา (WGS 84)", en: "degrees (WGS 84)" };

export const idField = field("id", "id", "รหัส", "Id");

/** The record that it is a part of. */
export function parentField({ parent, references }: KnownKind): DescribedField[] {
  const [named] = references;
  if (!parent || !named) return [];
  const { th, en } = named.kind.one;
  return [field(parent.column, "reference", `รหัสของ${th}`, `Id of the ${en.toLowerCase()}`)];
}

export const placeFields = {
  area: field("area_code", "place", "รหัสพื้นที่", "Code of the area"),
  province: field("province_code", "place", "รหัสจังหวัด", "Code of the province"),
  local_authority: field("local_authority_code", "place", "รหัส อปท.", "Code of the local authority"),
};

const tambonNames = [
  field("tambon_name_th", "text", "ตำบล/แขวง", "Tambon", optional),
  field("tambon_name_en", "text", "ตำบล/แขวง (อังกฤษ)", "Tambon in English", optional),
];
const districtNames = [
  field("district_name_th", "text", "อำเภอ/เขต", "District", optional),
  field("district_name_en", "text", "อำเภอ/เขต (อังกฤษ)", "District in English", optional),
];
const provinceNames = [
  field("province_name_th", "text", "จังหวัด", "Province", optional),
  field("province_name_en", "text", "จังหวัด (อังกฤษ)", "Province in English", optional),
];

/** Beside the code of a record's place, in files. */
export const placeNames = {
  area: [...tambonNames, ...districtNames, ...provinceNames],
  province: provinceNames,
  local_authority: [],
};

/** Where files draw a record, in tables; empty where nobody knows. */
export const degreeFields = [
  field("longitude", "position", "ลองจิจูด", "Longitude", { unit: DEGREES, ...optional }),
  field("latitude", "position", "ละติจูด", "Latitude", { unit: DEGREES, ...optional }),
];
/** The same as answers have it, of records that have a position of their own. */
export const positionField = field("position", "position", "พิกัด", "Position", {
  unit: DEGREES,
  ...optional,
});
export const pathField = field("area_path", "place", "จังหวัดลงมาถึงพื้นที่", "From the province down to the area");

export const commonFields = [
  field("source_id", "text", "รหัสแหล่งข้อมูล", "Source"),
  field("sample", "flag", "ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง", "Made up, not real"),
  field("revision", "count", "ฉบับแก้ไขที่", "Revision"),
  field("change_number", "count", "ลำดับการแก้ไข", "Place in the order of edits"),
  field("updated_at", "moment", "ปรับปรุงเมื่อ", "Updated"),
  field("ended_on", "date", "สิ้นสุดเมื่อ", "Ended on", optional),
  field("end_reason", "text", "เหตุผลที่สิ้นสุด", "Why it ended", optional),
];

const names = [
  field("name_th", "text", "ชื่อ", "Name"),
  field("name_en", "text", "ชื่อภาษาอังกฤษ", "Name in English"),
];

/** The columns of a table of areas, local authorities among them: in each file the same. */
export const areaColumns = [
  field("code", "id", "รหัส", "Code: R and a number, 2, 4 or 6 digits, L and digits"),
  field("level", "code", "ระดับ", "Level", { list: placeLevels }),
  field("kind", "code", "ประเภท อปท.", "Kind of the local authority", {
    list: localAuthorityKinds,
    ...optional,
  }),
  ...names,
  field("parent_code", "place", "รหัสพื้นที่ที่อยู่เหนือขึ้นไป", "Code of the area above", optional),
  ...districtNames,
  ...provinceNames,
  field("area_m2", "amount", "เนื้อที่", "Size", {
    unit: { th: "ตร.ม.", en: "m²" },
    is_computed: true,
    ...optional,
  }),
  field("boundary_version", "text", "ชุดแนวเขตการปกครอง", "Boundary version"),
  field("sample_boundary", "flag", "แนวเขตการปกครองสมมุติ", "Made-up boundaries"),
];

/** Of an area beyond those columns. */
export const areaFields = [
  field("ancestors", "place", "พื้นที่ที่อยู่เหนือขึ้นไปทั้งหมด", "Areas above it"),
  field("bbox", "position", "ขอบเขตพิกัด ตะวันตก ใต้ ตะวันออก เหนือ", "Extent: west, south, east, north", {
    unit: DEGREES,
  }),
  field("point", "position", "จุดภายในพื้นที่", "A point inside", { unit: DEGREES }),
  field("provinces", "place", "จังหวัดของภาค", "Provinces of a region", optional),
];

/** Of a local authority beyond those columns. */
export const authorityFields = [
  field("province", "place", "จังหวัด", "Province"),
  field("province_code", "place", "รหัสจังหวัด", "Code of the province"),
  field("extent", "code", "ขอบข่ายพื้นที่ที่ครอบคลุม", "Whether its tambon are known", {
    list: localAuthorityExtents,
    isInFiles: true,
  }),
  field("tambon", "place", "ตำบลที่เป็นของ อปท. ทั้งหมด", "Tambon that are wholly its own", optional),
  field("tambon_count", "count", "จำนวนตำบล", "Number of tambon"),
  field("valid_from", "date", "ใช้ตั้งแต่", "Valid from", optional),
  field("valid_to", "date", "ใช้ถึง", "Valid until", optional),
  ...commonFields.slice(0, 2).map((one) => ({ ...one, isInFiles: true as const })),
];

/** Of a coverage that a file is asked for with `indicator` (api.export_coverage). */
export const coverageFields = [
  field("indicator", "text", "รหัสตัวชี้วัด", "Indicator"),
  field("fiscal_year", "year", "ปีงบประมาณ (ค.ศ.)", "Fiscal year"),
  field("value", "amount", "ค่า", "Value", {
    ...optional,
    help: { th: "หน่วยตามตัวชี้วัด", en: "in the indicator's unit" },
  }),
  field("withheld_below", "count", "ส่วนที่ไม่แสดง น้อยกว่า", "Withheld, less than", optional),
  field("numerator", "amount", "ตัวตั้ง", "Numerator", optional),
  field("denominator", "amount", "ตัวหาร", "Denominator", optional),
  field("ratio", "amount", "อัตราส่วน", "Ratio", optional),
  field("units", "amount", "หน่วยที่นับ", "Units", optional),
  field("certainty", "code", "ความแน่นอน", "Certainty", { list: certainties, isCodeAlone: true, ...optional }),
  field("target", "amount", "ค่าเป้าหมาย", "Target", optional),
  field("state", "code", "สถานะ", "State", {
    list: figureStates,
    isCodeAlone: true,
    help: { th: "ตามเกณฑ์ของตัวชี้วัด", en: "as the indicator's rule says" },
    ...optional,
  }),
  field("sample_records", "code", "ข้อมูลสมมุติเบื้องหลังตัวเลข", "Made-up records behind the figure", {
    list: sampleExtents,
    ...optional,
  }),
  field("as_of", "moment", "ปรับปรุงฐานข้อมูลเมื่อ", "Data updated", optional),
  field(
    "small_figures_as_of",
    "moment",
    "ตัวเลข 1–4 ที่นำมารวมกัน ณ วันที่",
    "Figures of 1 to 4, added up, as of",
    optional,
  ),
  field("source_date", "date", "ข้อมูลต้นทาง ณ วันที่", "Day of the source", optional),
];
