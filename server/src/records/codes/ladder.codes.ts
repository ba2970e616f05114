// What a step of a plan item says: how far up, in which state, and by what it is supported.
import { codeList } from "../code-list.ts";

const ORDER = "they stand in an order, which hues would hide";

const agencyCodes = {
  local_authority: { th: "อปท.", en: "Local authority" },
  district: { th: "อำเภอ", en: "District" },
  province: { th: "จังหวัด", en: "Province" },
  region: { th: "ภาค", en: "Region" },
  central: { th: "หน่วยงานส่วนกลาง", en: "Central agency" },
};

/** In the order of the ladder. */
export const rungs = codeList(
  "rung",
  { th: "ขั้นของหน่วยงาน", en: "Rungs of the ladder" },
  { community: { th: "ชุมชน", en: "Community" }, ...agencyCodes },
  { uncolored: ORDER },
);

/** Above the community. */
export const agencyRungs = codeList(
  "agency_rung",
  { th: "ระดับของหน่วยงาน", en: "Levels of agencies" },
  agencyCodes,
  { uncolored: ORDER },
);

/** In the order in which an item climbs; `declined` leaves the ladder and stands below all others. */
export const linkStates = codeList(
  "link_state",
  { th: "สถานะของรายการในแผน", en: "States of plan items" },
  {
    proposed: { th: "เสนอ", en: "Proposed" },
    accepted: { th: "รับพิจารณา", en: "Accepted for consideration" },
    included: { th: "บรรจุในแผน", en: "Included in a plan" },
    funded: { th: "ได้รับงบประมาณ", en: "Funded" },
    in_progress: { th: "อยู่ระหว่างดำเนินการ", en: "In progress" },
    done: { th: "แล้วเสร็จ", en: "Done" },
    declined: { th: "ไม่ผ่านการพิจารณา", en: "Declined" },
  },
  { uncolored: ORDER },
);

/** The furthest of a plan's items; none: nothing was ever proposed. */
export const furthestStates = codeList(
  "furthest_state",
  { th: "สถานะสูงสุดของแผน", en: "Furthest states of plans" },
  { none: { th: "ยังไม่ได้เสนอ", en: "Not proposed" }, ...linkStates.codes },
  { uncolored: ORDER },
);

/** Whether baht was granted to a plan's items. */
export const grantStates = codeList(
  "grant_state",
  { th: "งบประมาณที่แผนได้รับ", en: "Grants to plans" },
  {
    none: { th: "ยังไม่ได้รับ", en: "None" },
    some: { th: "ได้รับแล้ว", en: "Some" },
    unknown: { th: "ได้รับแต่ไม่มียอดในทะเบียน", en: "Granted, but no amount on record" },
  },
  { uncolored: "they are told in words, beside the amount" },
);

export const supportKinds = codeList(
  "support_kind",
  { th: "การสนับสนุน", en: "Kinds of support" },
  {
    budget: { th: "งบประมาณ", en: "Budget", colors: ["#1d6b3a", "#8fdca8"] },
    staff: { th: "บุคลากร", en: "Staff", colors: ["#5b3fa0", "#c9b5ff"] },
    materials: { th: "วัสดุ", en: "Materials", colors: ["#c2530a", "#ffb27a"] },
  },
);

export const planThemes = codeList(
  "plan_theme",
  { th: "ด้านของแผน", en: "Themes of plans" },
  {
    social: { th: "สังคม", en: "Social", colors: ["#8c2d6b", "#f0a3d3"] },
    economy: { th: "เศรษฐกิจ", en: "Economy", colors: ["#c2530a", "#ffb27a"] },
    environment: {
      th: "ทรัพยากรและสิ่งแวดล้อม",
      en: "Resources and environment",
      colors: ["#1d6b3a", "#8fdca8"],
    },
  },
);
