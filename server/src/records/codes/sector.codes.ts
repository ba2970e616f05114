import { codeList } from "../code-list.ts";

const partnerCodes = {
  state: { th: "ภาครัฐ", en: "State", colors: ["#1b5fa8", "#9cc7ff"] },
  business: { th: "ภาคธุรกิจ", en: "Business", colors: ["#c2530a", "#ffb27a"] },
  social_enterprise: { th: "กิจการเพื่อสังคม", en: "Social enterprises", colors: ["#6a5200", "#e6cf6a"] },
  civil_society: { th: "ภาคประชาสังคม", en: "Civil society", colors: ["#1d6b3a", "#8fdca8"] },
  academic: { th: "สถาบันการศึกษา", en: "Academic institutions", colors: ["#5b3fa0", "#c9b5ff"] },
} as const;

/** Of partners. */
export const partnerSectors = codeList(
  "partner_sector",
  { th: "ภาคส่วนของภาคี", en: "Sectors of partners" },
  partnerCodes,
);

/** Of bodies in a cooperation mechanism, communities themselves among them. */
export const memberSectors = codeList(
  "member_sector",
  { th: "ภาคส่วนที่ร่วมกลไก", en: "Sectors in a mechanism" },
  { community: { th: "ภาคชุมชน", en: "Communities", colors: ["#8c2d6b", "#f0a3d3"] }, ...partnerCodes },
);
