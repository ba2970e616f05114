import { codeList } from "../code-list.ts";

export const housingProgrammes = codeList(
  "housing_programme",
  { th: "ประเภทโครงการที่อยู่อาศัย", en: "Housing programmes" },
  {
    baan_mankong_urban: { th: "บ้านมั่นคงเมือง", en: "Baan Mankong, urban", colors: ["#5b3fa0", "#c9b5ff"] },
    baan_mankong_rural: { th: "บ้านมั่นคงชนบท", en: "Baan Mankong, rural", colors: ["#a34a00", "#ffbf8a"] },
    baan_phor_phiang_rural: {
      th: "บ้านพอเพียงชนบท",
      en: "Baan Phor Phiang, rural",
      colors: ["#93003f", "#ff9fb5"],
    },
    other: { th: "อื่น ๆ", en: "Other", colors: ["#4c555b", "#cbd3d8"] },
  },
);

export const tenures = codeList(
  "tenure",
  { th: "สิทธิในที่ดิน", en: "Tenure" },
  {
    own_land: { th: "ที่ดินของตนเอง", en: "Own land", colors: ["#1d6b3a", "#8fdca8"] },
    cooperative_land: { th: "ที่ดินของสหกรณ์", en: "Land of a cooperative", colors: ["#5b3fa0", "#c9b5ff"] },
    long_lease: { th: "เช่าระยะยาว", en: "Long lease", colors: ["#c2530a", "#ffb27a"] },
    public_land: { th: "ที่ดินของรัฐ", en: "Public land", colors: ["#1b5fa8", "#9cc7ff"] },
    other: { th: "อื่น ๆ", en: "Other", colors: ["#4c555b", "#cbd3d8"] },
  },
);
