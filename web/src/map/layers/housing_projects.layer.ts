// Housing projects, at the point of their tambon: how many, and of which programme. Households are told by the indicator,
// which withholds small figures.
import { bahtText, numberText } from "../../lib/number-text.ts";
import type { MapLayer } from "../map-layer.ts";
import { palettes } from "../palette.ts";
import { type Colors, countOf, legendOf, recordMarks, recordSource, textOf } from "../record-points.ts";
import { wordsOf } from "../words.ts";

const ID = "housing_projects";

const programmes: Colors = {
  baan_mankong_urban: { light: "#5b3fa0", dark: "#c9b5ff", text: wordsOf("programme.baan_mankong_urban") },
  baan_mankong_rural: { light: "#a34a00", dark: "#ffbf8a", text: wordsOf("programme.baan_mankong_rural") },
  baan_phor_phiang_rural: {
    light: "#93003f",
    dark: "#ff9fb5",
    text: wordsOf("programme.baan_phor_phiang_rural"),
  },
  other: { light: "#4c555b", dark: "#cbd3d8", text: wordsOf("programme.other") },
};

export const layer: MapLayer = {
  id: ID,
  order: 63,
  switch: {
    text: { th: "โครงการที่อยู่อาศัย", en: "Housing projects" },
    legend: ({ theme }) =>
      legendOf("square", programmes, theme, {
        color: palettes[theme].cluster,
        text: { th: "หลายประเภทโครงการ", en: "Of several programmes" },
      }),
    hits: [ID],
    hover: (properties, language) => {
      const count = numberText(countOf(properties), language);
      const programme =
        Number(properties.programmes) === 1
          ? programmes[textOf(properties, "programme") ?? ""]?.text[language]
          : undefined;
      const budget = typeof properties.budget_thb === "number" ? properties.budget_thb : null;
      const baht = budget === null ? undefined : bahtText(budget, language);
      return {
        title: language === "th" ? `โครงการที่อยู่อาศัย ${count} โครงการ` : `Housing projects: ${count}`,
        note: [programme, baht && (language === "th" ? `งบประมาณ ${baht}` : `budget ${baht}`)]
          .filter(Boolean)
          .join(" · "),
      };
    },
    opens: (properties) => {
      const id = textOf(properties, "area_code");
      return id ? { type: "area", id } : null;
    },
  },
  sources: recordSource(ID),
  layers: (state) =>
    recordMarks(state, {
      id: ID,
      shape: "square",
      field: "programme",
      several: "programmes",
      colors: programmes,
      beside: [9, -15],
    }),
};
