import { memberSectors } from "./codes/sector.codes.ts";
import { code, date, optional, recordKind, reference, text } from "./record-kind.ts";

export const kind = recordKind({
  id: "cooperation_member",
  collection: "cooperation_members",
  one: { th: "สมาชิกของกลไกความร่วมมือ", en: "Member of a cooperation mechanism" },
  many: { th: "สมาชิกของกลไกความร่วมมือ", en: "Members of cooperation mechanisms" },
  description: {
    th: "หน่วยงานหรือองค์กรที่ร่วมกลไกความร่วมมือ มิใช่ตัวบุคคล",
    en: "Bodies, never persons, that take part in a cooperation mechanism.",
  },
  counted: { th: "สมาชิก", en: ["member", "members"] },
  parent: { kind: "cooperation_mechanism", column: "mechanism_id" },
  title: "name",
  life: "lasting",
  period: { from: "joined_on" },
  fields: {
    sector: code(memberSectors, "ภาคส่วน", "Sector", { isFilter: true }),
    name_th: text("ชื่อ", "Name", { isSortable: true }),
    partner_id: optional(reference("partner", "ภาคี", "Partner")),
    joined_on: date("เข้าร่วมเมื่อ", "Joined on", { isSortable: true }),
  },
});
