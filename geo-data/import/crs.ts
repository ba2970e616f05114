// Which coordinates a file has. WGS 84 is known by its numbers, never by a word in a name; what differs is turned into
// WGS 84 where the file itself says how, else refused.
import type { Geometry, Position } from "geojson";
import proj4 from "proj4";
import { quoted, quotedJson, shown } from "./quoted.ts";
import { bare, type ReadWkt, readWkt } from "./wkt.ts";

export type Crs =
  | { kind: "wgs84" }
  /** @param how what is said of it */
  | { kind: "turned"; name: string; how: string; turn: (position: Position) => Position }
  | { kind: "refused"; why: string; next: string };

const DEGREE = Math.PI / 180;
const WGS84_RF = 298.257223563;
const wgs84Datum = /^(d)?(wgs(19)?84|worldgeodeticsystem(of)?(19)?84)(ensemble|g\d+|transit)*$/;
const unnamedDatum = /^(d)?(unknown|unnamed|unspecified|notspecified|custom)/;

const reproject = (from = "") =>
  `reproject it first: ogr2ogr ${from && `-s_srs ${from} `}-t_srs EPSG:4326 out.geojson <file>; nothing was loaded.`;
const refused = (why: string, next = reproject()): Crs => ({ kind: "refused", why, next });

/** @param text WKT of a .prj, or an EPSG code or PROJ string that somebody put there */
export function crsOfWkt(text: string): Crs {
  const trimmed = text.trim();
  if (trimmed === "") return refused("says nothing about its coordinates (an empty .prj)", ASK);
  const code = /^(?:EPSG|ESRI|OGC|urn)[:\s][\w:.]+$/i.exec(trimmed);
  if (code) return crsOfName(trimmed);
  let wkt: ReadWkt;
  try {
    wkt = readWkt(trimmed);
  } catch (cause) {
    const why =
      cause instanceof Error && cause.message.startsWith("a system") ? cause.message : "no readable WKT";
    return refused(
      `says ${quoted(trimmed.slice(0, 500).replace(/\s+/g, " "))} about its coordinates, which is ${why}`,
      ASK,
    );
  }
  return judge(wkt);
}

/** Along the axes, or along and around them with a scale. */
const isShift = ({ length }: readonly number[]) => length === 3 || length === 7;

const ASK = 'ask the publisher for the .prj (for WGS 84: GEOGCS["GCS_WGS_1984",…]); nothing was loaded.';

function judge(wkt: ReadWkt): Crs {
  const { datum, ellipsoid, projection } = wkt;
  const named = `${shown(wkt.name) || "a system without a name"} (datum ${shown(datum)})`;
  const off = (value: number, wanted: number, within: number) => !(Math.abs(value - wanted) <= within);
  const isEllipsoid = !off(ellipsoid.a, 6_378_137, 0.001) && !off(ellipsoid.rf, WGS84_RF, 1e-6);
  if (wkt.toWgs84 && !(isShift(wkt.toWgs84) && wkt.toWgs84.every(Number.isFinite))) {
    return refused(
      `is in ${named}, whose TOWGS84 is not three or seven numbers but ${shown(wkt.toWgs84.join(", ")) || "nothing"}`,
    );
  }
  const shift = wkt.toWgs84?.some((value) => value !== 0) ? wkt.toWgs84 : null;
  const saysZero = wkt.toWgs84 !== null && shift === null;
  if (off(wkt.angle, DEGREE, 1e-10)) return refused(`is in ${named}, which does not count in degrees`);
  if (off(wkt.primeMeridian, 0, 1e-9)) return refused(`is in ${named}, which does not count from Greenwich`);

  const claims = wgs84Datum.test(bare(datum)) || (unnamedDatum.test(bare(datum)) && saysZero);
  if (claims && (!isEllipsoid || shift)) {
    return refused(
      `is in ${named}, which contradicts itself: the ellipsoid or TOWGS84 is not that of WGS 84`,
    );
  }
  if (!claims && !shift) {
    return refused(
      `is in ${named}, which is not WGS 84 and does not say how to get there (TOWGS84)`,
      reproject(/^indian_?\s?1975/i.test(datum) && !projection ? "EPSG:4240" : ""),
    );
  }
  if (claims && !projection) return { kind: "wgs84" };

  const base = `+a=${ellipsoid.a} +rf=${ellipsoid.rf} +towgs84=${(shift ?? [0, 0, 0]).join(",")}`;
  const plane = projection ? planeOf(projection) : "+proj=longlat";
  if (plane === null) return refused(`is in ${named}, a projection that is not read here`);
  const how = shift ? ` by its own TOWGS84 (${shift.join(", ")}), good to some metres` : "";
  return turned(named, `${plane} ${base} +no_defs`, `turned from ${named} into WGS 84${how}`);
}

/** Transverse Mercator (UTM 47N and 48N among them) as a PROJ string, or null. */
function planeOf({ method, parameters, metres }: NonNullable<ReadWkt["projection"]>): string | null {
  if (!["transversemercator", "gausskruger"].includes(method)) return null;
  const first = (...names: string[]) =>
    names.map((name) => parameters[name]).find((value) => value !== undefined);
  const values = {
    lon_0: first("centralmeridian", "longitudeofnaturalorigin"),
    lat_0: first("latitudeoforigin", "latitudeofnaturalorigin") ?? 0,
    k: first("scalefactor", "scalefactoratnaturalorigin") ?? 1,
    x_0: first("falseeasting") ?? 0,
    y_0: first("falsenorthing") ?? 0,
  };
  if (values.lon_0 === undefined || metres !== 1) return null;
  return `+proj=tmerc ${Object.entries(values)
    .map(([name, value]) => `+${name}=${value}`)
    .join(" ")} +units=m`;
}

function turned(name: string, definition: string, how: string): Crs {
  const { forward } = proj4(definition, "+proj=longlat +datum=WGS84 +no_defs");
  return {
    kind: "turned",
    name,
    how,
    turn: ([x, y]) => (Number.isFinite(x) && Number.isFinite(y) ? forward([x!, y!]) : [x!, y!]),
  };
}

/** By authority and code; a number alone is EPSG's. */
const known = new Map<string, Crs>(
  ["EPSG:4326", "EPSG:4979", "OGC:CRS84", "OGC:CRS84H", "CRS:84", "WGS84"].map((code) => [
    code,
    { kind: "wgs84" },
  ]),
);
for (const zone of [47, 48]) {
  const name = `WGS 84 / UTM zone ${zone}N`;
  known.set(
    `EPSG:326${zone}`,
    turned(name, `+proj=utm +zone=${zone} +datum=WGS84`, `turned from ${name} into WGS 84`),
  );
}
const webMercator = turned("Web Mercator", "EPSG:3857", "turned from Web Mercator (EPSG:3857) into WGS 84");
for (const code of ["EPSG:3857", "EPSG:900913"]) known.set(code, webMercator);

const otherNames = new Map([
  ["EPSG:4239", "Indian 1954"],
  ["EPSG:4240", "Indian 1975"],
  ["EPSG:4131", "Indian 1960"],
  ["EPSG:24047", "Indian 1975 / UTM zone 47N"],
  ["EPSG:24048", "Indian 1975 / UTM zone 48N"],
  ["EPSG:23947", "Indian 1954 / UTM zone 47N"],
  ["EPSG:23948", "Indian 1954 / UTM zone 48N"],
]);

/** The ways to write authority and code, each from its beginning to its end. */
const names = [
  /^(EPSG|OGC|CRS):{1,2}(\w+)$/,
  /^URN:(?:X-)?OGC:DEF:CRS:(EPSG|OGC):[\d.]*:(\w+)$/,
  /^HTTPS?:\/\/(?:WWW\.)?OPENGIS\.NET\/DEF\/CRS\/(EPSG|OGC)\/[\d.]+\/(\w+)\/?$/,
  /^HTTPS?:\/\/(?:WWW\.)?OPENGIS\.NET\/GML\/SRS\/(EPSG)\.XML#(\d+)$/,
  /^HTTPS?:\/\/(?:WWW\.)?SPATIALREFERENCE\.ORG\/REF\/(EPSG)\/(\d+)\/?$/,
];

/** As in EPSG:4326, or null where the text is no name of that kind. */
function codeOf(name: string): string | null {
  const upper = name.trim().toUpperCase();
  if (/^WGS ?84$/.test(upper)) return "WGS84";
  if (upper === "CRS84") return "OGC:CRS84";
  for (const pattern of names) {
    const [, authority, code] = pattern.exec(upper) ?? [];
    if (code !== undefined) return `${authority}:${code}`;
  }
  return /^\d{4,6}$/.test(upper) ? `EPSG:${upper}` : null;
}

/** @param name as in EPSG:4326, urn:ogc:def:crs:OGC:1.3:CRS84, http://www.opengis.net/def/crs/EPSG/0/4326 */
function crsOfName(name: string): Crs {
  if (name.trim() === "") return refused("has a crs whose name is blank", MEMBER);
  const code = codeOf(name);
  const found = code === null ? undefined : known.get(code);
  if (found) return found;
  const means = code !== null && otherNames.has(code) ? `, ${otherNames.get(code)}` : "";
  return refused(
    `is in ${shown(name)}${means}, not in WGS 84`,
    reproject(code !== null && /^EPSG:\d{4,6}$/.test(code) ? code : ""),
  );
}

/** The member `crs` of old GeoJSON and of TopoJSON; RFC 7946 has none, and is WGS 84. */
export function crsOfMember(member: unknown): Crs {
  if (member === undefined) return { kind: "wgs84" };
  if (member === null) return refused('says "crs": null, that nobody knows its coordinates', MEMBER);
  const { type, properties } = (typeof member === "object" ? member : {}) as Record<string, unknown>;
  const { name, code } = (properties ?? {}) as Record<string, unknown>;
  if (typeof name === "string") return /\[/.test(name) ? crsOfWkt(name) : crsOfName(name);
  if (String(type).toUpperCase() === "EPSG" && code !== undefined) return crsOfName(`EPSG:${code}`);
  return refused(`has a member crs that does not name a system: ${quotedJson(member)}`, MEMBER);
}

const MEMBER =
  "find out which coordinates it has, and save it as GeoJSON of RFC 7946 (WGS 84, no crs); nothing was loaded.";

/** A copy of the polygons with every position turned; anything else is left for the checks to name. */
export function turnGeometry(
  geometry: Geometry | null,
  turn: (position: Position) => Position,
): Geometry | null {
  if (geometry?.type !== "Polygon" && geometry?.type !== "MultiPolygon") return geometry;
  // no deeper than polygons are: whatever is there instead stays for the checks
  const each = (part: unknown, depth: number): unknown => {
    if (!Array.isArray(part)) return part;
    if (depth > 0) return part.map((inner) => each(inner, depth - 1));
    return typeof part[0] === "number" && typeof part[1] === "number" ? turn(part as Position) : part;
  };
  return {
    ...geometry,
    coordinates: each(geometry.coordinates, geometry.type === "Polygon" ? 2 : 3),
  } as Geometry;
}
