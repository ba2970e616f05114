// Organizations: one circle per cluster from afar (the server clusters), one dot per organization from close by.
import type { ExpressionSpecification } from "maplibre-gl";
import { REGULAR } from "../fonts.ts";
import { type MapLayer, ORGANIZATIONS, type Sources } from "../map-layer.ts";
import type { Palette } from "../palette.ts";

export const POINT_LAYER = "organization-point";
export const CLUSTER_LAYER = "organization-cluster";

const kindColor = ({ kinds }: Palette) =>
  [
    "match",
    ["get", "kind"],
    ...Object.entries(kinds).flat(),
    kinds.other,
  ] as unknown as ExpressionSpecification;

export const layer: MapLayer = {
  id: "organizations",
  // above the names of areas: what is drawn on top is placed first, and the names make way for it
  order: 65,
  sources: ({ organizationTiles, showPoints }): Sources =>
    organizationTiles && showPoints ? { [ORGANIZATIONS]: { type: "vector", ...organizationTiles } } : {},
  layers: ({ palette, organizationTiles, showPoints }) => {
    if (!organizationTiles || !showPoints) return [];
    const common = { source: ORGANIZATIONS, "source-layer": "organizations" };
    return [
      {
        id: CLUSTER_LAYER,
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
        id: POINT_LAYER,
        type: "circle",
        ...common,
        filter: ["==", ["get", "count"], 1],
        paint: {
          "circle-color": kindColor(palette),
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
          "text-field": ["get", "name_th"],
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
