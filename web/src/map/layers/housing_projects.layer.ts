// Housing projects, at the point of their tambon: how many, and of which programme. Households are told by the indicator,
// which withholds small figures.
import { housingProgrammes } from "@phuenthi/server/records/codes/housing.codes";
import { bahtText, numberText } from "../../lib/number-text.ts";
import type { MapLayer } from "../map-layer.ts";
import {
  colorsOf,
  countOf,
  legendOf,
  placeOf,
  recordMarks,
  recordSource,
  valueText,
} from "../record-points.ts";

const ID = "housing_projects";

const programmes = { field: "programme", several: "programmes", colors: colorsOf(housingProgrammes) };

export const layer: MapLayer = {
  id: ID,
  order: 63,
  switch: {
    text: { th: "โครงการที่อยู่อาศัย", en: "Housing projects" },
    collection: ID,
    legend: ({ theme }) =>
      legendOf("square", programmes.colors, theme, { th: "หลายประเภทโครงการ", en: "Of several programmes" }),
    hits: [ID],
    hover: (properties, language) => {
      const count = numberText(countOf(properties), language);
      const programme = valueText(properties, programmes, language);
      const budget = typeof properties.budget_thb === "number" ? properties.budget_thb : null;
      const baht = budget === null ? undefined : bahtText(budget, language);
      return {
        title: language === "th" ? `โครงการที่อยู่อาศัย ${count} โครงการ` : `Housing projects: ${count}`,
        note: [programme, baht && (language === "th" ? `งบประมาณ ${baht}` : `budget ${baht}`)]
          .filter(Boolean)
          .join(" · "),
      };
    },
    opens: placeOf,
  },
  sources: recordSource(ID),
  layers: (state) =>
    recordMarks(state, {
      id: ID,
      shape: "square",
      ...programmes,
      beside: [9, -15],
    }),
};
