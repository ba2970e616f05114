// The official codes and names of the stand-in: the package's list, repaired by lookups/stand-in-names.csv.
// The package also has a point per tambon; most of those that the lookup adds have none.
import { readFileSync } from "node:fs";
import { districts as packageDistricts } from "@bilions/thailand-address/dist/address/districts.js";
import { provinces as packageProvinces } from "@bilions/thailand-address/dist/address/provinces.js";
import { subDistricts as packageTambon } from "@bilions/thailand-address/dist/address/sub_districts.js";
import { readCsv } from "../import/csv.ts";

/** A province, district or tambon: official code of 2, 4 or 6 digits and names without จังหวัด, อำเภอ, ตำบล. */
export interface NamedArea {
  code: string;
  nameTh: string;
  nameEn: string;
}

/** A tambon with a point in degrees (WGS 84), where one is known. */
export interface NamedTambon extends NamedArea {
  point: { lon: number; lat: number } | null;
}

export interface Names {
  provinces: NamedArea[];
  districts: NamedArea[];
  tambon: NamedTambon[];
}

const repairsFile = new URL("../lookups/stand-in-names.csv", import.meta.url);

/** All three lists in code order. Throws when a repair fits nothing or a parent is missing. */
export function readNames(): Names {
  const areas = new Map<string, NamedTambon>();
  for (const row of [...packageProvinces, ...packageDistricts]) {
    areas.set(String(row.code), {
      code: String(row.code),
      nameTh: row.name_in_thai.replace(/^เขต /, ""),
      nameEn: row.name_in_english,
      point: null,
    });
  }
  for (const row of packageTambon) {
    areas.set(String(row.code), {
      code: String(row.code),
      nameTh: row.name_in_thai,
      nameEn: row.name_in_english,
      point: { lon: Number(row.longitude), lat: Number(row.latitude) },
    });
  }
  applyRepairs(areas);

  const sorted = [...areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const { code } of sorted) {
    if (code.length > 2 && !areas.has(code.slice(0, -2))) {
      throw new Error(`stand-in names: ${code} has no parent ${code.slice(0, -2)} in the list.`);
    }
  }
  return {
    provinces: sorted.filter((area) => area.code.length === 2),
    districts: sorted.filter((area) => area.code.length === 4),
    tambon: sorted.filter((area) => area.code.length === 6),
  };
}

function applyRepairs(areas: Map<string, NamedTambon>): void {
  const rows = readCsv(readFileSync(repairsFile), {
    file: "geo-data/lookups/stand-in-names.csv",
    columns: ["code", "action", "name_th", "name_en", "lon", "lat", "reason"],
  });
  for (const { line, cells } of rows) {
    const { code, action, name_th: nameTh, name_en: nameEn, lon, lat } = cells;
    const point = lon && lat ? { lon: Number(lon), lat: Number(lat) } : null;
    const known = areas.get(code);
    if (action === "add" && !known) areas.set(code, { code, nameTh, nameEn, point });
    else if (action === "rename" && known) areas.set(code, { ...known, nameTh, nameEn });
    else if (action === "drop" && known) areas.delete(code);
    else {
      throw new Error(
        `lookups/stand-in-names.csv line ${line}: cannot ${action} ${code}, the package ${
          known ? "has it" : "does not have it"
        }. Correct or remove the row.`,
      );
    }
  }
}
