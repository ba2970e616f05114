import { z } from "zod";
import {
  furthestStates,
  grantStates,
  linkStates,
  planThemes,
  rungs,
  supportKinds,
} from "./codes/ladder.codes.ts";
import { baht, code, count, optional, recordKind, reference, text, year } from "./record-kind.ts";

const UNRECORDED = { th: "ไม่มียอดในทะเบียน", en: "not on record" };

/** What a sum of grants is, wherever it is told. */
export const grantedThb = z
  .number()
  .nullable()
  .describe("Thai baht on record; null where budget was granted and no amount is on record");
export const unrecordedGrants = z
  .number()
  .int()
  .describe(
    "steps whose budget was granted without an amount on record: where there are any, granted_thb is a least",
  );

export const kind = recordKind({
  id: "plan",
  collection: "plans",
  one: { th: "แผนพัฒนาชุมชนท้องถิ่น", en: "Community development plan" },
  many: { th: "แผนพัฒนาชุมชนท้องถิ่น", en: "Community development plans" },
  description: {
    th: "แผนพัฒนาชุมชนท้องถิ่นของตำบล ระยะ 3–5 ปี กับขั้นที่รายการในแผนไปถึง",
    en: "Community development plans of tambon, of three to five years, and how far their items have come.",
  },
  note: {
    th: "สถานะและงบประมาณเป็นค่าล่าสุดในทะเบียน",
    en: "states and baht are the latest on record",
  },
  tab: { th: "แผน", en: "Plans" },
  counted: { th: "ฉบับ", en: ["plan", "plans"] },
  place: { of: "area", levels: ["tambon"] },
  title: "title",
  life: "lasting",
  period: { from: "first_fiscal_year", to: "last_fiscal_year" },
  fields: {
    title_th: text("ชื่อแผน", "Title", { isSortable: true }),
    title_en: optional(text("ชื่อแผนภาษาอังกฤษ", "Title in English")),
    first_fiscal_year: year("ปีงบประมาณแรก", "First fiscal year", { isSortable: true }),
    last_fiscal_year: year("ปีงบประมาณสุดท้าย", "Last fiscal year"),
    organization_id: optional(reference("organization", "องค์กรเจ้าของแผน", "Organization that owns it")),
    item_count: count("รายการในแผน", "Items", { isComputed: true, shownIn: ["table", "export"] }),
    linked_item_count: count("รายการที่เชื่อมโยง", "Linked items", {
      isComputed: true,
      shownIn: ["card", "export"],
      help: {
        th: "รายการที่บรรจุในแผนของหน่วยงานรัฐหรือ อปท. โดยมีหลักฐาน",
        en: "items included, with evidence, in the plan of a state agency or local authority",
      },
    }),
    linked_and_supported_item_count: count("รายการที่เชื่อมโยงและได้รับการสนับสนุน", "Linked and supported items", {
      isComputed: true,
      help: {
        th: "ในจำนวนนั้น รายการที่ได้รับงบประมาณ บุคลากร หรือวัสดุด้วย เป้าหมาย 1.1 นับจากรายการนี้",
        en: "of those, the ones that were granted budget, staff or materials as well: what target 1.1 counts by",
      },
    }),
    best_state: optional(
      code(linkStates, "สถานะสูงสุด", "Furthest state", { isComputed: true, isSortable: true }),
    ),
    asked_thb: optional(
      baht("งบประมาณที่เสนอ", "Asked", {
        isComputed: true,
        none: UNRECORDED,
        shownIn: ["card", "export"],
        help: { th: "ว่างเมื่อไม่มีรายการใดบอกยอด", en: "null where no item says how much" },
      }),
    ),
    granted_thb: optional(
      baht("งบประมาณที่ได้รับ", "Granted", {
        isComputed: true,
        isSortable: true,
        none: UNRECORDED,
        help: {
          th: "ว่างเมื่อได้รับงบประมาณแต่ไม่มียอดในทะเบียน",
          en: "null where budget was granted and no amount is on record",
        },
      }),
    ),
    unrecorded_grants: count("ขั้นที่ไม่มียอดในทะเบียน", "Grants without an amount", {
      isComputed: true,
      shownIn: ["export"],
      help: {
        th: "ขั้นที่ได้รับงบประมาณแต่ไม่มียอด ถ้ามี งบประมาณที่ได้รับเป็นยอดอย่างน้อย",
        en: "steps whose budget was granted without an amount on record: where there are any, granted_thb is a least",
      },
    }),
  },
  sortColumns: { best_state: "state_height", granted_thb: "granted_thb" },
  filters: {
    state: {
      list: linkStates,
      label: { th: "มีรายการอยู่ที่สถานะ", en: "An item stands at" },
    },
    best_state: {
      list: furthestStates,
      label: { th: "สถานะสูงสุด", en: "Furthest state" },
      help: {
        th: "ขั้นสูงสุดของรายการใดรายการหนึ่ง none คือไม่มีรายการใดเสนอ",
        en: "the furthest state of any of a plan's items; none: no item was ever proposed",
      },
      column: "furthest_state",
    },
    granted: {
      list: grantStates,
      label: { th: "งบประมาณที่ได้รับ", en: "Granted" },
      help: {
        th: "unknown คือได้รับแต่ไม่มียอดในทะเบียน",
        en: "whether baht was granted to a plan's items; unknown: granted, but no amount is on record",
      },
      column: "granted",
    },
  },
  more: {
    organization: z.object({ id: z.uuid(), name_th: z.string(), name_en: z.string().nullable() }).nullable(),
    items: z.array(
      z.object({
        id: z.uuid(),
        item_number: z.number().int(),
        theme: planThemes.schema,
        title_th: z.string(),
        asked_thb: z.number().nullable().describe("Thai baht"),
        links: z.array(
          z.object({
            rung: rungs.schema,
            fiscal_year: z.number().int(),
            state: linkStates.schema,
            partner: z
              .object({ name_th: z.string(), name_en: z.string().nullable(), sector: z.string() })
              .nullable(),
            evidence: z.string().nullable(),
            support_kind: supportKinds.schema.nullable(),
            decline_reason: z.string().nullable(),
            asked_thb: z.number().nullable().describe("Thai baht"),
            granted_thb: z.number().nullable().describe("Thai baht"),
          }),
        ),
      }),
    ),
  },
});
