// Sea, neighbours and Thailand's own coast, under everything.
import { CONTEXT_LAND, type MapLayer } from "../map-layer.ts";

/** Zoom from which the boundaries' own coast is finer than that of the context. */
const FROM_CLOSE_BY = 6.5;

export const layer: MapLayer = {
  id: "land",
  order: 10,
  sources: ({ contextLandUrl }) => ({
    [CONTEXT_LAND]: {
      type: "geojson",
      data: contextLandUrl,
      attribution: "Natural Earth",
      // the shapes are no finer than this
      maxzoom: 9,
      tolerance: 0.2,
    },
  }),
  layers: ({ palette }) => [
    { id: "sea", type: "background", paint: { "background-color": palette.sea } },
    {
      id: "land",
      type: "fill",
      source: CONTEXT_LAND,
      filter: ["==", ["get", "kind"], "neighbour"],
      paint: { "fill-color": palette.neighbour, "fill-antialias": false },
    },
    {
      // from close by this coast is too coarse: it would stand out of the true one
      id: "home",
      type: "fill",
      source: CONTEXT_LAND,
      maxzoom: FROM_CLOSE_BY,
      filter: ["==", ["get", "kind"], "home"],
      paint: { "fill-color": palette.land, "fill-antialias": false },
    },
    {
      // some 6 km of land along the border, so that no sea shows between a coarse neighbour and the true border
      id: "home-border",
      type: "line",
      source: CONTEXT_LAND,
      minzoom: FROM_CLOSE_BY,
      filter: ["==", ["get", "kind"], "home-border"],
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.neighbour,
        "line-width": ["interpolate", ["exponential", 2], ["zoom"], 6, 6, 14, 1536],
      },
    },
    {
      id: "land-line",
      type: "line",
      source: CONTEXT_LAND,
      filter: ["==", ["get", "kind"], "border"],
      paint: { "line-color": palette.neighbourLine, "line-width": 0.7 },
    },
  ],
};
