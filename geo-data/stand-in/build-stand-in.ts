// The stand-in geography: real province outlines, real codes and names, invented district and tambon lines.
// For machines with neither network nor boundary files; README.md says where everything comes from.
import { setImmediate } from "node:timers/promises";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { surveyGround } from "./grow.ts";
import { buildMesh } from "./mesh.ts";
import { type NamedArea, readNames } from "./names.ts";
import { readOutlines } from "./outlines.ts";
import { partition } from "./partition.ts";
import { traceRegions } from "./rings.ts";
import { placeSeeds } from "./seeds.ts";
import { smoothLines } from "./smooth.ts";

/** Names are without จังหวัด, อำเภอ, เขต, ตำบล, แขวง; codes are official, of 6, 4 and 2 digits. */
export interface StandInProperties {
  code: string;
  name_th: string;
  name_en: string;
  district_code: string;
  district_name_th: string;
  district_name_en: string;
  province_code: string;
  province_name_th: string;
  province_name_en: string;
}

export type StandInFeature = Feature<Polygon | MultiPolygon, StandInProperties> & { id: string };

/** Every tambon in code order, WGS 84, six decimals; neighbours have the same vertices along their line. */
export type StandIn = Omit<FeatureCollection<Polygon | MultiPolygon, StandInProperties>, "features"> & {
  features: StandInFeature[];
};

export interface StandInOptions {
  /** Told after each stage how far the work is (0 to 1) and what comes next. */
  onProgress?: (fraction: number, note: string) => void;
}

/**
 * Makes the stand-in geography: always the same, on one core in about 20 seconds.
 * Throws when outlines, names and lookups do not fit each other.
 */
export async function buildStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const stage = async (fraction: number, note: string) => {
    options.onProgress?.(fraction, note);
    // Lets a progress line be drawn before the next long stretch of work.
    await setImmediate();
  };

  await stage(0, "reading names and province outlines");
  const names = readNames();
  const outlines = readOutlines();
  const provinceCodes = names.provinces.map(({ code }) => code);
  if (provinceCodes.join() !== outlines.codes.join()) {
    throw new Error("stand-in: names and outlines are not about the same provinces.");
  }
  const indexOfDistrict = new Map(names.districts.map(({ code }, index) => [code, index]));
  const parents = {
    province: names.tambon.map(({ code }) => provinceCodes.indexOf(code.slice(0, 2))),
    district: names.tambon.map(({ code }) => indexOfDistrict.get(code.slice(0, 4))!),
  };

  await stage(0.01, "placing tambon");
  const seeds = placeSeeds(names.tambon, outlines);
  await stage(0.06, "laying the mesh");
  const mesh = buildMesh(outlines, seeds);
  await stage(0.28, "drawing district and tambon lines");
  const labels = partition(mesh, surveyGround(mesh), seeds, parents);
  await stage(0.82, "smoothing lines");
  smoothLines(mesh, labels);
  await stage(0.99, "making polygons");
  const geometries = traceRegions(mesh, labels, names.tambon.length);
  await stage(1, "done");

  return {
    type: "FeatureCollection",
    features: names.tambon.map((tambon, index) =>
      toFeature(
        tambon,
        names.districts[parents.district[index]!]!,
        names.provinces[parents.province[index]!]!,
        geometries[index]!,
      ),
    ),
  };
}

function toFeature(
  tambon: NamedArea,
  district: NamedArea,
  province: NamedArea,
  geometry: Polygon | MultiPolygon,
): StandInFeature {
  return {
    type: "Feature",
    id: tambon.code,
    properties: {
      code: tambon.code,
      name_th: tambon.nameTh,
      name_en: tambon.nameEn,
      district_code: district.code,
      district_name_th: district.nameTh,
      district_name_en: district.nameEn,
      province_code: province.code,
      province_name_th: province.nameTh,
      province_name_en: province.nameEn,
    },
    geometry,
  };
}
