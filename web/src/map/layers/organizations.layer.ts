// Organizations: one circle per cluster from afar (the server clusters), one dot per organization from close by.
import { organizationKinds } from "@phuenthi/server/records/codes/organization-kind.codes";
import { ownField } from "../../lib/filter.ts";
import { numberText } from "../../lib/number-text.ts";
import { REGULAR } from "../fonts.ts";
import type { MapLayer } from "../map-layer.ts";
import { byValue, colorsOf, countOf, legendOf, recordSource, textOf } from "../record-points.ts";

const ID = "organizations";
const CLUSTER = "organization-cluster";
const POINT = "organization-point";

const kinds = colorsOf(organizationKinds);

export const layer: MapLayer = {
  id: ID,
  // above the names of areas: what is drawn on top is placed first, and the names make way for it
  order: 65,
  switch: {
    text: { th: "องค์กรชุมชน", en: "Organizations" },
    formerly: "points",
    collection: "organizations",
    // kinds that the filter leaves out are left out here too
    legend: ({ theme, filter }) => {
      const wanted = filter.own[ownField("organizations", "kind")] ?? [];
      const shown = Object.entries(kinds).filter(([kind]) => wanted.length === 0 || wanted.includes(kind));
      return legendOf("circle", Object.fromEntries(shown), theme, {
        th: "หลายองค์กร",
        en: "Several together",
      });
    },
    hits: [POINT, CLUSTER],
    hover: (properties, language) => {
      const name = textOf(properties, `name_${language}`);
      const kind = kinds[textOf(properties, "kind") ?? ""]?.text[language];
      if (name) return { title: name, note: kind };
      const count = numberText(countOf(properties), language);
      return { title: language === "th" ? `${count} องค์กร` : `${count} organizations` };
    },
    opens: (properties) => {
      const id = textOf(properties, "id");
      return id ? { type: "organization", id } : null;
    },
  },
  sources: recordSource(ID),
  layers: ({ palette, recordTiles, language }) => {
    if (!recordTiles[ID]) return [];
    const common = { source: ID, "source-layer": ID };
    return [
      {
        id: CLUSTER,
        type: "circle",
        ...common,
        filter: [">", ["get", "count"], 1],
        paint: {
          "circle-color": palette.cluster,
          "circle-opacity": 0.88,
          // the server draws a cluster for every 64 pixels
          "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1, 8, 10, 12, 40, 17],
          "circle-stroke-color": palette.labelHalo,
          "circle-stroke-width": 1.5,
        },
      },
      {
        id: POINT,
        type: "circle",
        ...common,
        filter: ["==", ["get", "count"], 1],
        paint: {
          "circle-color": byValue("kind", kinds, palette),
          "circle-radius": ["interpolate", ["linear"], ["zoom"], 5, 3.5, 11, 5.5, 15, 8],
          "circle-stroke-color": palette.labelHalo,
          "circle-stroke-width": 1.5,
        },
      },
      {
        id: "organization-count",
        type: "symbol",
        ...common,
        filter: [">", ["get", "count"], 1],
        layout: {
          "text-field": [
            "case",
            [">=", ["get", "count"], 1000],
            ["concat", ["to-string", ["/", ["round", ["/", ["get", "count"], 100]], 10]], "k"],
            ["to-string", ["get", "count"]],
          ],
          "text-font": [REGULAR],
          "text-size": 11,
          "text-allow-overlap": true,
          // as wide as the circle
          "text-padding": 8,
        },
        paint: { "text-color": palette.clusterText },
      },
      {
        id: "organization-name",
        type: "symbol",
        ...common,
        minzoom: 13,
        filter: ["==", ["get", "count"], 1],
        layout: {
          "text-field": ["get", `name_${language}`],
          "text-font": [REGULAR],
          "text-size": 11,
          "text-anchor": "top",
          "text-offset": [0, 0.8],
          "text-max-width": 9,
        },
        paint: { "text-color": palette.label, "text-halo-color": palette.labelHalo, "text-halo-width": 1.5 },
      },
    ];
  },
};
