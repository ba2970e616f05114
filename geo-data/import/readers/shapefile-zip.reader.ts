import { read as readShapefile } from "shapefile";
import { crsOfWkt, turnGeometry } from "../crs.ts";
import { decodeText, detectThaiEncoding } from "../decode-text.ts";
import { GeoDataError } from "../errors.ts";
import { MOST_FEATURES } from "../most.ts";
import type { Notes } from "../notes.ts";
import { shown } from "../quoted.ts";
import { allFromTambon, type RawRow, type Reader } from "../reader.ts";
import { type Layer, openShapefileZip } from "../shapefile-zip.ts";

const DELETED = 0x2a;
const cpgNames: [RegExp, string][] = [
  [/^(utf-?8|65001)$/i, "utf-8"],
  [/^((ansi|oem|cp|windows|x-windows|ms)?[\s_-]*874|tis-?620(-\d+)?|iso-?8859-?11)$/i, "windows-874"],
];

/** One shapefile out of a zip; text as UTF-8 or Windows-874, whichever the bytes are. */
export const read: Reader = async ({ source, bytes, file, notes }) => {
  const layer = openShapefileZip(source, bytes, file);
  const name = `${file}, ${layer.name}`;
  const crs = crsOfWkt(decodeText(layer.prj).text);
  if (crs.kind === "refused") throw new GeoDataError(`${name} ${crs.why}.`, crs.next);
  if (crs.kind === "turned") notes.add(`${file}: coordinates ${crs.how}`);
  const rows = await readRows(layer, name, notes);
  const turned = rows.map((row) =>
    crs.kind === "turned" ? { ...row, geometry: turnGeometry(row.geometry, crs.turn) } : row,
  );
  return allFromTambon(turned);
};

async function readRows({ shp, dbf, cpg }: Layer, name: string, notes: Notes): Promise<RawRow[]> {
  const table = Buffer.from(dbf.buffer, dbf.byteOffset, dbf.byteLength);
  const damaged = (why: string) =>
    new GeoDataError(`${name} is damaged: ${why}.`, "get the whole zip again; nothing was loaded.");
  if (table.length < 33 || shp.length < 100) throw damaged("its .shp or .dbf is shorter than a heading");
  const [declared, headBytes, rowBytes] = [
    table.readUInt32LE(4),
    table.readUInt16LE(8),
    table.readUInt16LE(10),
  ];
  if (headBytes + declared * rowBytes > table.length + 1) {
    throw damaged(`the .dbf says it has ${declared} rows and ends before`);
  }
  // counted first: a row of zeros is a million records, and takes minutes to read one by one
  const shapes = countShapes(shp);
  if (declared > MOST_FEATURES) {
    throw damaged(`the .dbf says it has ${declared} rows, and no more than ${MOST_FEATURES} are read`);
  }
  if (shapes !== null && shapes > declared) {
    throw damaged(`the .shp has more than the ${declared} shapes that the .dbf has rows for`);
  }
  const encoding = encodingOf(table, cpg, name, notes);
  let features: Awaited<ReturnType<typeof readShapefile>>["features"];
  try {
    ({ features } = await readShapefile(shp, dbf, { encoding }));
  } catch (cause) {
    throw damaged(cause instanceof Error ? cause.message : String(cause));
  }
  if (features.length !== declared) {
    throw damaged(`the .shp has ${features.length} readable shapes, the .dbf ${declared} rows`);
  }
  if (features.length === 0) throw new GeoDataError(`${name} has no shape in it.`, "name another file.");
  return features.flatMap(({ properties, geometry }, at) => {
    const place = `feature ${at + 1}`;
    if (table[headBytes + at * rowBytes] === DELETED) {
      notes.add(`${name}: rows marked as deleted left out`, place);
      return [];
    }
    return [{ properties: withoutPadding(properties ?? {}), geometry, place }];
  });
}

/** By the lengths that the records say; null where they are of no use, which reading them tells better. */
function countShapes(shp: Uint8Array): number | null {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength);
  let count = 0;
  for (let at = 100; at + 8 <= view.byteLength; count++) {
    const length = view.getInt32(at + 4) * 2;
    if (length < 0) return null;
    at += 8 + length;
  }
  return count;
}

/** Some programs fill a field with NUL and not with spaces; what is behind the first is not text. */
function withoutPadding(properties: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replace(/\0.*$/s, "").trim() : value,
    ]),
  );
}

/** The bytes decide, since a .cpg is often a program's default; where it says otherwise, that is told. */
function encodingOf(table: Buffer, cpg: Uint8Array | null, name: string, notes: Notes): string {
  const encoding = detectThaiEncoding(table.subarray(table.readUInt16LE(8)));
  const said = cpg ? decodeText(cpg).text.replace(/\0/g, "").trim() : "";
  const means = cpgNames.find(([pattern]) => pattern.test(said))?.[1];
  const hasThai = table.subarray(table.readUInt16LE(8)).some((byte) => byte >= 0x80);
  if (said && hasThai && means !== encoding) {
    notes.add(`${name}: the .cpg says ${shown(said, 20)}, the text is in ${encoding}, and was read so`);
  }
  return encoding;
}
