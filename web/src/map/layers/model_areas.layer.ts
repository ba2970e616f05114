// Model areas, at the point of their tambon; from afar several as one.
import { modelAreaThemes } from "@phuenthi/server/records/codes/area-theme.codes";
import { numberText } from "../../lib/number-text.ts";
import type { MapLayer } from "../map-layer.ts";
import {
  colorsOf,
  countOf,
  legendOf,
  placeOf,
  recordMarks,
  recordSource,
  textOf,
  valueText,
} from "../record-points.ts";

const ID = "model_areas";

const themes = { field: "theme", several: "themes", colors: colorsOf(modelAreaThemes) };

export const layer: MapLayer = {
  id: ID,
  order: 64,
  switch: {
    text: { th: "พื้นที่ต้นแบบ", en: "Model areas" },
    collection: ID,
    legend: ({ theme }) =>
      legendOf("diamond", themes.colors, theme, { th: "หลายด้าน", en: "Of several themes" }),
    hits: [ID],
    hover: (properties, language) => {
      const note = valueText(properties, themes, language);
      const name = textOf(properties, `name_${language}`);
      if (name) return { title: name, note };
      const count = numberText(countOf(properties), language);
      return { title: language === "th" ? `พื้นที่ต้นแบบ ${count} แห่ง` : `${count} model areas`, note };
    },
    opens: placeOf,
  },
  sources: recordSource(ID),
  layers: (state) =>
    recordMarks(state, {
      id: ID,
      shape: "diamond",
      ...themes,
      beside: [-9, -15],
    }),
};
