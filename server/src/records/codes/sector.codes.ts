import { codeList } from "../code-list.ts";

const partnerCodes = {
  state: { th: "ภาครัฐ", en: "State" },
  business: { th: "ภาคธุรกิจ", en: "Business" },
  social_enterprise: { th: "กิจการเพื่อสังคม", en: "Social enterprises" },
  civil_society: { th: "ภาคประชาสังคม", en: "Civil society" },
  academic: { th: "สถาบันการศึกษา", en: "Academic institutions" },
};

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
  { community: { th: "ภาคชุมชน", en: "Communities" }, ...partnerCodes },
);
