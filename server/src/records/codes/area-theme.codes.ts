import { codeList } from "../code-list.ts";

const modelCodes = {
  housing: { th: "ที่อยู่อาศัย", en: "Housing", colors: ["#a3195b", "#ff9bd0"] },
  farmland: { th: "ที่ดินทำกิน", en: "Farmland", colors: ["#7a5200", "#e8c07a"] },
  welfare: { th: "สวัสดิการชุมชน", en: "Community welfare", colors: ["#c2410c", "#ffab7a"] },
  disaster: { th: "การจัดการภัยพิบัติ", en: "Disaster management", colors: ["#8f1d1d", "#ff8f85"] },
  landscape: { th: "ภูมินิเวศน์", en: "Landscape", colors: ["#3f6212", "#c5e07a"] },
} as const;

/** Of model areas. */
export const modelAreaThemes = codeList(
  "model_area_theme",
  { th: "ด้านของพื้นที่ต้นแบบ", en: "Themes of model areas" },
  modelCodes,
);

/** Of pilot areas and assemblies. */
export const areaThemes = codeList(
  "area_theme",
  { th: "ประเด็นงานในพื้นที่", en: "Themes of work in areas" },
  {
    ...modelCodes,
    economy: { th: "เศรษฐกิจฐานราก", en: "Grassroots economy", colors: ["#1b5fa8", "#9cc7ff"] },
    other: { th: "อื่น ๆ", en: "Other", colors: ["#4c555b", "#cbd3d8"] },
  },
);
