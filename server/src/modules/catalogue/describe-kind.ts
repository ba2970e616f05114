// A kind's declaration in the words of the data dictionary.
import type { CodeList } from "../../records/code-list.ts";
import { filterFieldsOf, sortsOf } from "../../records/record-contract.ts";
import { collectionPath, type Field, isPublic } from "../../records/record-kind.ts";
import type { KnownKind } from "../../records/register.ts";
import { fieldsOf } from "../collections/collections.schema.ts";
import type { LocalText } from "../vocabulary/vocabulary.schema.ts";
import type { Catalogue, CatalogueCollection, CatalogueField } from "./catalogue.schema.ts";

type Described = Omit<CatalogueCollection, "count" | "sources" | "sample_records" | "updated_at">;

const plain = (
  name: string,
  type: CatalogueField["type"],
  th: string,
  en: string,
  more: Partial<CatalogueField> = {},
): CatalogueField => ({
  name,
  label: { th, en },
  help: null,
  type,
  unit: null,
  is_required: true,
  is_computed: false,
  told: "always",
  code_list: null,
  refers_to: null,
  ...more,
});

const fieldOf = ([name, field]: [string, Field], refersTo: string | null): CatalogueField =>
  plain(name, field.type, field.label.th, field.label.en, {
    help: field.help ?? null,
    unit: field.unit ?? null,
    is_required: field.isRequired,
    is_computed: field.isComputed ?? false,
    told: toldOf(field),
    code_list: field.list?.id ?? null,
    refers_to: refersTo,
  });

function toldOf({ isUntold, isSensitive, isSmallCount }: Field): CatalogueField["told"] {
  if (isUntold) return "never";
  if (isSensitive) return "in_sums_only";
  return isSmallCount ? "from_five_on" : "always";
}

const placeFields = {
  area: plain("area_code", "place", "รหัสพื้นที่", "Code of the area"),
  province: plain("province_code", "place", "รหัสจังหวัด", "Code of the province"),
  local_authority: plain("local_authority_code", "place", "รหัส อปท.", "Code of the local authority"),
};

const common: CatalogueField[] = [
  plain("source_id", "text", "รหัสแหล่งข้อมูล", "Source"),
  plain("sample", "flag", "ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง", "Made up, not real"),
  plain("revision", "count", "ฉบับแก้ไขที่", "Revision"),
  plain("change_number", "count", "ลำดับการแก้ไข", "Place in the order of edits"),
  plain("updated_at", "moment", "ปรับปรุงเมื่อ", "Updated"),
  plain("ended_on", "date", "สิ้นสุดเมื่อ", "Ended on", { is_required: false }),
  plain("end_reason", "text", "เหตุผลที่สิ้นสุด", "Why it ended", { is_required: false }),
];

const exportsOf = (path: string, formats: readonly string[]) =>
  formats.map((format) => ({ format, address: `/api/export/${path}.${format}` }));

export function describeKind(kind: KnownKind, formats: readonly string[]): Described {
  const path = collectionPath(kind);
  const isOpen = isPublic(kind);
  const targets = new Map(kind.references.map((one) => [one.column, one.kind.collection]));
  return {
    id: kind.collection,
    one: kind.one,
    many: kind.many,
    description: kind.description,
    is_open: isOpen,
    lies_at: kind.liesAt?.of ?? "country",
    part_of: (kind.parent && targets.get(kind.parent.column)) ?? null,
    parts: kind.referredBy.filter(({ field }) => field === null).map((one) => one.kind.collection),
    life: kind.life,
    filter: isOpen ? Object.keys(filterFieldsOf(kind)) : [],
    sort: isOpen ? sortsOf(kind) : [],
    fields: [
      plain("id", "id", "รหัส", "Id"),
      ...(kind.parent
        ? [
            plain(
              kind.parent.column,
              "reference",
              `รหัสของ${kind.references[0]?.kind.one.th}`,
              `Id of the ${kind.references[0]?.kind.one.en.toLowerCase()}`,
              {
                refers_to: targets.get(kind.parent.column) ?? null,
              },
            ),
          ]
        : []),
      ...(kind.liesAt ? [placeFields[kind.liesAt.of]] : []),
      ...(kind.place?.of === "area" && kind.place.isPoint
        ? [
            plain("position", "position", "พิกัด", "Position", {
              is_required: false,
              unit: { th: "องศา (WGS 84)", en: "degrees (WGS 84)" },
            }),
          ]
        : []),
      ...Object.entries(kind.fields).map((entry) => fieldOf(entry, targets.get(entry[0]) ?? null)),
      ...common,
    ],
    list: isOpen ? `/api/${path}` : null,
    exports: isOpen ? exportsOf(path, formats) : [],
  };
}

const names: CatalogueField[] = [
  plain("name_th", "text", "ชื่อ", "Name"),
  plain("name_en", "text", "ชื่อภาษาอังกฤษ", "Name in English"),
];
const M2: LocalText = { th: "ตารางเมตร", en: "m²" };

/** Areas and local authorities: reference data, not records. */
export function describePlaces(formats: readonly string[]): { areas: Described; authorities: Described } {
  const all = { is_open: true, part_of: null, life: "lasting" as const, sort: [], parts: [] };
  return {
    areas: {
      ...all,
      id: "areas",
      one: { th: "พื้นที่", en: "Area" },
      many: { th: "พื้นที่", en: "Areas" },
      description: {
        th: "จังหวัด อำเภอ/เขต และตำบล/แขวงตามแนวเขตการปกครองที่ใช้อยู่ พร้อมรหัสและชื่อ",
        en: "Provinces, districts and tambon of the boundaries in force, with codes and names.",
      },
      lies_at: "country",
      filter: [...fieldsOf.areas],
      fields: [
        plain("code", "id", "รหัส", "Code: 2, 4 or 6 digits"),
        plain("level", "text", "ระดับ", "Level"),
        ...names,
        plain("parent_code", "place", "รหัสพื้นที่ที่อยู่เหนือขึ้นไป", "Code of the area above", { is_required: false }),
        plain("area_m2", "amount", "เนื้อที่", "Size", { unit: M2, is_computed: true }),
        plain("boundary_version", "text", "ชุดแนวเขตการปกครอง", "Boundary version"),
        plain("sample_boundary", "flag", "แนวเขตการปกครองสมมุติ", "Made-up boundaries"),
      ],
      list: "/api/areas",
      exports: exportsOf("areas", formats),
    },
    authorities: {
      ...all,
      id: "local_authorities",
      one: { th: "องค์กรปกครองส่วนท้องถิ่น", en: "Local authority" },
      many: { th: "องค์กรปกครองส่วนท้องถิ่น", en: "Local authorities" },
      description: {
        th: "องค์กรปกครองส่วนท้องถิ่น (อปท.) และเขตของกรุงเทพมหานคร พร้อมตำบลที่ครอบคลุม",
        en: "Local authorities and the districts of Bangkok, with the tambon they cover.",
      },
      lies_at: "province",
      filter: [...fieldsOf.local_authorities],
      fields: [
        plain("code", "id", "รหัส", "Code: L and digits"),
        plain("kind", "text", "ประเภท อปท.", "Kind"),
        ...names,
        plain("province_code", "place", "รหัสจังหวัด", "Code of the province"),
        plain(
          "extent",
          "text",
          "ขอบข่ายพื้นที่ที่ครอบคลุม",
          "Whether its tambon are known: whole, part, province, unknown",
        ),
        plain("tambon", "place", "ตำบลที่เป็นของ อปท. ทั้งหมด", "Tambon that are wholly its own"),
      ],
      list: "/api/local-authorities",
      exports: exportsOf("areas", formats).map(({ format, address }) => ({
        format,
        address: `${address}?level=local_authority`,
      })),
    },
  };
}

export const describeCodes = ({ id, title, codes }: CodeList): Catalogue["code_lists"][number] => ({
  id,
  title,
  codes: Object.entries(codes).map(([code, { th, en, colors }]) => ({
    code,
    th,
    en,
    colors: colors ? [colors[0], colors[1]] : null,
  })),
});
