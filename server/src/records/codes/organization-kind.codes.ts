import { codeList } from "../code-list.ts";

export const organizationKinds = codeList(
  "organization_kind",
  { th: "ประเภทองค์กรชุมชน", en: "Kinds of community organizations" },
  {
    council: { th: "สภาองค์กรชุมชน", en: "Community council", colors: ["#8c2d6b", "#f0a3d3"] },
    welfare_fund: { th: "กองทุนสวัสดิการชุมชน", en: "Welfare fund", colors: ["#c2530a", "#ffb27a"] },
    savings_group: { th: "กลุ่มออมทรัพย์", en: "Savings group", colors: ["#6a5200", "#e6cf6a"] },
    housing_cooperative: {
      th: "สหกรณ์/เครือข่ายที่อยู่อาศัย",
      en: "Housing cooperative",
      colors: ["#1b5fa8", "#9cc7ff"],
    },
    community_enterprise: { th: "วิสาหกิจชุมชน", en: "Community enterprise", colors: ["#1d6b3a", "#8fdca8"] },
    network: { th: "เครือข่าย", en: "Network", colors: ["#5b3fa0", "#c9b5ff"] },
    land_group: { th: "กลุ่มที่ดินทำกิน", en: "Land group", colors: ["#7a4a2b", "#deb395"] },
    other: { th: "อื่น ๆ", en: "Other", colors: ["#4c555b", "#cbd3d8"] },
  },
);
