import { linkStates, rungs, supportKinds } from "./codes/ladder.codes.ts";
import { baht, code, optional, recordKind, reference, text, year } from "./record-kind.ts";

export const kind = recordKind({
  id: "plan_item_link",
  collection: "plan_item_links",
  one: { th: "ขั้นของรายการในแผน", en: "Step of a plan item" },
  many: { th: "ขั้นของรายการในแผน", en: "Steps of plan items" },
  description: {
    th: "แต่ละขั้นที่รายการในแผนขึ้นไปถึง ตั้งแต่ชุมชน อปท. จนถึงหน่วยงานส่วนกลาง พร้อมสถานะ หลักฐาน และงบประมาณ",
    en: "Each step of an item up the ladder from the community to a central agency, with state, evidence and baht.",
  },
  counted: { th: "ขั้น", en: ["step", "steps"] },
  parent: { kind: "plan_item", column: "plan_item_id" },
  period: { from: "fiscal_year" },
  fields: {
    rung: code(rungs, "ขั้น", "Rung", { isFilter: true }),
    partner_id: optional(reference("partner", "หน่วยงานหรือภาคี", "Agency or partner")),
    fiscal_year: year("ปีงบประมาณ", "Fiscal year", { isSortable: true }),
    state: code(linkStates, "สถานะ", "State", { isFilter: true }),
    decline_reason: optional(text("เหตุผลที่ไม่ผ่านการพิจารณา", "Why it was declined")),
    evidence: optional(text("หลักฐาน", "Evidence")),
    support_kind: optional(code(supportKinds, "การสนับสนุน", "Support", { isFilter: true })),
    asked_thb: optional(baht("งบประมาณที่เสนอ", "Asked", { isSortable: true })),
    granted_thb: optional(baht("งบประมาณที่ได้รับ", "Granted", { isSortable: true })),
  },
});
