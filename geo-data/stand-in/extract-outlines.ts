// Cuts Thailand's provinces out of a Natural Earth admin-1 GeoJSON and writes province-outlines.topojson.
// Run once by hand (see README.md); the package that carries the world is 95 MB, its Thai part 0.1 MB.
import { readFileSync, writeFileSync } from "node:fs";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { quantize } from "topojson-client";
import { topology } from "topojson-server";
import type { GeometryCollection, Topology } from "topojson-specification";

/** Natural Earth as shipped has five decimals: this grid keeps every coordinate as it is. */
const DEGREES_PER_STEP = 1e-5;

const [input] = process.argv.slice(2);
if (!input) {
  console.error("Usage: npx tsx geo-data/stand-in/extract-outlines.ts <path to admin1.json>");
  process.exit(2);
}

const world = JSON.parse(readFileSync(input, "utf8")) as FeatureCollection<
  Polygon | MultiPolygon,
  { adm0_a3: string; iso_3166_2: string }
>;
const provinces = world.features
  .filter((feature) => feature.properties.adm0_a3 === "THA")
  .map((feature) => ({
    type: "Feature" as const,
    // ISO 3166-2 numbers Thai provinces by their official code: TH-38 is 38, Bueng Kan.
    id: feature.properties.iso_3166_2.replace("TH-", ""),
    properties: {},
    geometry: feature.geometry,
  }))
  .sort((a, b) => a.id.localeCompare(b.id));
if (provinces.length !== 77) {
  console.error(`${input}: expected 77 provinces of Thailand (adm0_a3 = THA), found ${provinces.length}.`);
  process.exit(1);
}

const collection: FeatureCollection = { type: "FeatureCollection", features: provinces };
const exact = topology({ province: collection }) as Topology<{ province: GeometryCollection<object> }>;
const outlines = quantize(exact, {
  scale: [DEGREES_PER_STEP, DEGREES_PER_STEP],
  translate: [97, 5],
});
delete (outlines as { bbox?: unknown }).bbox;
const target = new URL("./province-outlines.topojson", import.meta.url);
writeFileSync(target, `${JSON.stringify(outlines)}\n`);
console.log(`${target.pathname}: ${provinces.length} provinces, ${outlines.arcs.length} arcs.`);
