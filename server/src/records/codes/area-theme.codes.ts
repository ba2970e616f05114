import { codeList } from "../code-list.ts";

const modelCodes = {
  housing: { th: "ที่อยู่อาศัย", en: "Housing", colors: ["#1b5fa8", "#9cc7ff"] },
  farmland: { th: "ที่ดินทำกิน", en: "Farmland", colors: ["#7a4a2b", "#deb395"] },
  welfare: { th: "สวัสดิการชุมชน", en: "Community welfare", colors: ["#c2530a", "#ffb27a"] },
  disaster: { th: "การจัดการภัยพิบัติ", en: "Disaster management", colors: ["#8c2d6b", "#f0a3d3"] },
  landscape: { th: "ภูมินิเวศน์", en: "Landscape", colors: ["#1d6b3a", "#8fdca8"] },
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
    economy: { th: "เศรษฐกิจฐานราก", en: "Grassroots economy" },
    other: { th: "อื่น ๆ", en: "Other" },
  },
);
