// Model areas, at the point of their tambon; from afar several as one.
import { numberText } from "../../lib/number-text.ts";
import type { MapLayer } from "../map-layer.ts";
import { palettes } from "../palette.ts";
import { type Colors, countOf, legendOf, recordMarks, recordSource, textOf } from "../record-points.ts";
import { wordsOf } from "../words.ts";

const ID = "model_areas";

const themes: Colors = {
  housing: { light: "#a3195b", dark: "#ff9bd0", text: wordsOf("model_theme.housing") },
  farmland: { light: "#7a5200", dark: "#e8c07a", text: wordsOf("model_theme.farmland") },
  welfare: { light: "#c2410c", dark: "#ffab7a", text: wordsOf("model_theme.welfare") },
  disaster: { light: "#8f1d1d", dark: "#ff8f85", text: wordsOf("model_theme.disaster") },
  landscape: { light: "#3f6212", dark: "#c5e07a", text: wordsOf("model_theme.landscape") },
};

export const layer: MapLayer = {
  id: ID,
  order: 64,
  switch: {
    text: { th: "พื้นที่ต้นแบบ", en: "Model areas" },
    legend: ({ theme }) =>
      legendOf("diamond", themes, theme, {
        color: palettes[theme].cluster,
        text: { th: "หลายด้าน", en: "Of several themes" },
      }),
    hits: [ID],
    hover: (properties, language) => {
      const count = countOf(properties);
      const theme =
        Number(properties.themes) === 1
          ? themes[textOf(properties, "theme") ?? ""]?.text[language]
          : undefined;
      const name = textOf(properties, `name_${language}`);
      if (name) return { title: name, note: theme };
      const number = numberText(count, language);
      return { title: language === "th" ? `พื้นที่ต้นแบบ ${number} แห่ง` : `${number} model areas`, note: theme };
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
      shape: "diamond",
      field: "theme",
      several: "themes",
      colors: themes,
      beside: [-9, -15],
    }),
};
