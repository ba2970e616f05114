// How much of anything is taken. A country in the finest lines has a fraction of it; what is larger is no such file, or
// would not fit into memory, and is refused before it is read.
import { GeoDataError } from "./errors.ts";

const MiB = 2 ** 20;

/** in bytes */
export const MOST = {
  /** a zip, as it is */
  zip: 512 * MiB,
  /** a .shp or .dbf, unpacked: eight million points, or 30 KB for each tambon */
  part: 256 * MiB,
  /** a .prj or .cpg, which are a line or two */
  side: 64 * 1024,
  json: 256 * MiB,
  csv: 32 * MiB,
} as const;

/** The next step for what is larger. */
export const smaller = {
  zip: "keep the columns that are declared and fewer points (ogr2ogr -select … -simplify 0.000005), or load a part of the country",
  json: "write six decimals (ogr2ogr -lco COORDINATE_PRECISION=6) and the columns that are declared, or load it as a zipped shapefile",
  csv: "take out what does not belong to the list",
} as const;

/** The country has some 7,400 tambon. */
export const MOST_FEATURES = 100_000;

/** The longest place name of Thailand has 40 letters; Bangkok's ceremonial one 169. */
export const MOST_NAME_LETTERS = 200;

const units = [
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "KB"],
] as const;

/** As in "3.2 GB". */
export function inWords(bytes: number): string {
  const [unit, name] = units.find(([size]) => bytes >= size) ?? [1, "bytes"];
  const value = bytes / unit;
  return `${value < 10 && unit > 1 ? value.toFixed(1) : Math.round(value)} ${name}`;
}

/** @throws GeoDataError when it is larger than is taken */
export function refuseLarge(what: string, bytes: number, most: number, next: string): void {
  if (bytes <= most) return;
  throw new GeoDataError(
    `${what} has ${inWords(bytes)}, and no more than ${inWords(most)} are read.`,
    `${next}; nothing was loaded.`,
  );
}
