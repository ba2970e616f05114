// Thailand's neighbours and its own coast, drawn under everything: Natural Earth (public domain), from the npm
// package world-atlas. 1:10m around Thailand, where people look closely; 1:50m out to where a wide window ends.
// Import it as "virtual:context-land?url".
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bboxClip } from "@turf/turf";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, GeometryObject, Topology } from "topojson-specification";
import type { Plugin } from "vite";

type Box = [west: number, south: number, east: number, north: number];
type Shape = GeoJSON.MultiPolygon | GeoJSON.MultiLineString;

const NEAR: Box = [93, 2, 110, 24];
const FAR: Box = [72, -11, 130, 36];
/** What lies around NEAR, in four boxes that meet without overlap. */
const AROUND: Box[] = [
  [FAR[0], FAR[1], NEAR[0], FAR[3]],
  [NEAR[2], FAR[1], FAR[2], FAR[3]],
  [NEAR[0], FAR[1], NEAR[2], NEAR[1]],
  [NEAR[0], NEAR[3], NEAR[2], FAR[3]],
];
const THAILAND = "764";

export function contextLand(): Plugin {
  const file = join(import.meta.dirname, "../node_modules/.cache/context-land.json");
  return {
    name: "context-land",
    buildStart() {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(makeContextLand()));
    },
    resolveId(id) {
      return id.startsWith("virtual:context-land") ? `${file}?url&no-inline` : null;
    },
  };
}

/** GeoJSON of land and of the borders on it; `kind` is home (Thailand), neighbour, border or home-border. */
function makeContextLand(): GeoJSON.FeatureCollection<Shape> {
  // 0.001° is about 110 m, finer than Natural Earth 1:10m itself; 0.01° does for what is seen from afar
  return {
    type: "FeatureCollection",
    features: [...shapes("countries-10m", [NEAR], 1000), ...shapes("countries-50m", AROUND, 100)],
  };
}

function shapes(name: string, boxes: Box[], precision: number): GeoJSON.Feature<Shape>[] {
  const path = createRequire(import.meta.url).resolve(`world-atlas/${name}.json`);
  const topology = JSON.parse(readFileSync(path, "utf8")) as Topology<{ countries: GeometryCollection }>;
  const { countries } = topology.objects;
  const rounded = (line: GeoJSON.Position[]) => round(line, precision);
  const found: GeoJSON.Feature<Shape>[] = [];
  for (const box of boxes) {
    for (const { id, geometry } of feature(topology, countries).features) {
      if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") continue;
      const clipped = bboxClip(geometry, box).geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon;
      const polygons = clipped.type === "Polygon" ? [clipped.coordinates] : clipped.coordinates;
      const coordinates = polygons
        .map((rings) => rings.map(rounded).filter((ring) => ring.length > 3))
        .filter((rings) => rings.length > 0);
      if (coordinates.length === 0) continue;
      const kind = id === THAILAND ? "home" : "neighbour";
      found.push({ type: "Feature", properties: { kind }, geometry: { type: "MultiPolygon", coordinates } });
    }
    const isHome = (country: GeometryObject) => country.id === THAILAND;
    const borders = [
      { kind: "border", lines: mesh(topology, countries, (a, b) => a !== b && !isHome(a) && !isHome(b)) },
      {
        kind: "home-border",
        lines: mesh(topology, countries, (a, b) => a !== b && (isHome(a) || isHome(b))),
      },
    ];
    for (const { kind, lines } of borders) {
      const clipped = bboxClip(lines, box).geometry as GeoJSON.LineString | GeoJSON.MultiLineString;
      const parts = clipped.type === "LineString" ? [clipped.coordinates] : clipped.coordinates;
      const coordinates = parts.map(rounded).filter((line) => line.length > 1);
      if (coordinates.length === 0) continue;
      found.push({
        type: "Feature",
        properties: { kind },
        geometry: { type: "MultiLineString", coordinates },
      });
    }
  }
  return found;
}

/** Rounds, and drops the points that rounding made equal to the one before. */
function round(line: GeoJSON.Position[], precision: number): GeoJSON.Position[] {
  const rounded = line.map(([lon = 0, lat = 0]) => [
    Math.round(lon * precision) / precision,
    Math.round(lat * precision) / precision,
  ]);
  return rounded.filter(
    ([lon, lat], i) => i === 0 || lon !== rounded[i - 1]?.[0] || lat !== rounded[i - 1]?.[1],
  );
}
