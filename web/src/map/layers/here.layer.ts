// Where the person is: a dot, and a circle as wide as the device is unsure.
import { circle, featureCollection, point } from "@turf/turf";
import type { MapLayer, Sources } from "../map-layer.ts";

const SOURCE = "here";

export const layer: MapLayer = {
  id: "here",
  order: 70,
  sources: ({ here }): Sources => {
    if (!here) return {};
    const at: [number, number] = [here.lon, here.lat];
    const data = featureCollection<GeoJSON.Polygon | GeoJSON.Point>([
      circle(at, Math.max(1, here.accuracyM), { units: "meters", steps: 48 }),
      point(at),
    ]);
    return { [SOURCE]: { type: "geojson", data } };
  },
  layers: ({ here, palette }) =>
    !here
      ? []
      : [
          {
            id: "here-accuracy",
            type: "fill",
            source: SOURCE,
            filter: ["==", ["geometry-type"], "Polygon"],
            paint: { "fill-color": palette.here, "fill-opacity": 0.16 },
          },
          {
            id: "here-dot",
            type: "circle",
            source: SOURCE,
            filter: ["==", ["geometry-type"], "Point"],
            paint: {
              "circle-radius": 7,
              "circle-color": palette.here,
              "circle-stroke-color": palette.labelHalo,
              "circle-stroke-width": 2.5,
            },
          },
        ],
};
