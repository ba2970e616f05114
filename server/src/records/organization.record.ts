import { z } from "zod";
import { organizationKinds } from "./codes/organization-kind.codes.ts";
import { baht, code, count, date, optional, recordKind, text } from "./record-kind.ts";

export const kind = recordKind({
  id: "organization",
  collection: "organizations",
  one: { th: "องค์กรชุมชน", en: "Community organization" },
  many: { th: "องค์กรชุมชน", en: "Community organizations" },
  description: {
    th: "องค์กรชุมชนทุกประเภทในตำบล สภาองค์กรชุมชนของกรุงเทพมหานครอยู่ที่เขต",
    en: "Community organizations of all kinds in a tambon; a council of Bangkok is at its district.",
  },
  tab: { th: "องค์กรชุมชน", en: "Organizations" },
  counted: { th: "องค์กร", en: ["organization", "organizations"] },
  place: { of: "area", levels: ["tambon", "district"], isPoint: true },
  title: "name",
  variant: "kind",
  life: "lasting",
  period: { from: "registered_on" },
  fields: {
    kind: code(organizationKinds, "ประเภท", "Kind", { isFilter: true }),
    name_th: text("ชื่อ", "Name", { isSortable: true }),
    name_en: optional(text("ชื่อภาษาอังกฤษ", "Name in English")),
    registered_on: optional(
      date("จดแจ้ง/จดทะเบียน/จัดตั้งเมื่อ", "Registered or established on", {
        isSortable: true,
        labelBy: {
          field: "kind",
          labels: {
            council: { th: "จดแจ้งเมื่อ", en: "Registered on" },
            community_enterprise: { th: "จดทะเบียนเมื่อ", en: "Registered on" },
            "": { th: "จัดตั้งเมื่อ", en: "Established on" },
          },
        },
      }),
    ),
    member_count: optional(
      count("สมาชิก", "Members", {
        help: {
          th: "จำนวนคน ของสภาองค์กรชุมชนคือจำนวนองค์กรสมาชิก",
          en: "persons; of a council its member organizations",
        },
        isSortable: true,
        isSmallCount: true,
        labelBy: {
          field: "kind",
          labels: {
            council: { th: "องค์กรสมาชิก (องค์กร)", en: "Member organizations" },
            "": { th: "สมาชิก (คน)", en: "Members (persons)" },
          },
        },
      }),
    ),
    office_address: optional(text("ที่ตั้งสำนักงาน", "Office address", { shownIn: ["card", "export", "form"] })),
    fund_balance_thb: optional(baht("เงินกองทุน", "Fund balance")),
  },
  more: {
    plans: z
      .array(z.object({ id: z.uuid(), title_th: z.string(), title_en: z.string().nullable() }))
      .describe("plans that name it as their owner"),
  },
});
