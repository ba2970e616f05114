// A zipped shapefile as small as the format allows, for tests of the reader.
import { strToU8, zipSync } from "fflate";
import type { RawRow } from "./reader.ts";

const FIELD_BYTES = 60;
const wgs84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]]]';

export interface Unusual {
  name?: string;
  projection?: string;
  /** What fills the rest of a field: a space, or NUL as some programs do. */
  padding?: string;
  /** Names of the members in the zip. */
  rename?: (name: string) => string;
  /** What else is in the zip. */
  beside?: Record<string, Uint8Array>;
  /** The .shp or .dbf as it would be after an accident. */
  break?: (members: { shp: Uint8Array; dbf: Uint8Array }) => { shp: Uint8Array; dbf: Uint8Array };
}

/** @param encode turns text into the bytes of the .dbf */
export function makeShapefileZip(
  rows: readonly RawRow[],
  encode: (text: string) => Uint8Array,
  { name = "small_adm3", projection = wgs84, padding = " ", rename = (same) => same, ...rest }: Unusual = {},
): Uint8Array {
  const whole = { shp: makeShp(rows), dbf: makeDbf(rows, encode, padding) };
  const { shp, dbf } = rest.break?.(whole) ?? whole;
  return zipSync({
    [rename(`${name}.shp`)]: shp,
    [rename(`${name}.dbf`)]: dbf,
    [rename(`${name}.prj`)]: strToU8(projection),
    ...rest.beside,
  });
}

function makeShp(rows: readonly RawRow[]): Uint8Array {
  const records = rows.map(({ geometry }, index) => {
    if (geometry === null) return makeNullShape(index);
    if (geometry.type !== "MultiPolygon") throw new Error("only MultiPolygons");
    // a shapefile tells outer rings, clockwise, from holes, which run the other way; ours all come alike
    const rings = geometry.coordinates.flatMap((polygon) =>
      polygon.map((ring, at) => (at === 0 ? ring.toReversed() : ring)),
    );
    const points = rings.flat();
    const record = Buffer.alloc(8 + 44 + rings.length * 4 + points.length * 16);
    record.writeInt32BE(index + 1, 0);
    record.writeInt32BE((record.length - 8) / 2, 4);
    record.writeInt32LE(5, 8);
    record.writeInt32LE(rings.length, 44);
    record.writeInt32LE(points.length, 48);
    let at = 52;
    let first = 0;
    for (const ring of rings) {
      at = record.writeInt32LE(first, at);
      first += ring.length;
    }
    for (const [x, y] of points) {
      at = record.writeDoubleLE(x!, at);
      at = record.writeDoubleLE(y!, at);
    }
    return record;
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + records.reduce((sum, record) => sum + record.length, 0)) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(5, 32);
  return Buffer.concat([header, ...records]);
}

function makeNullShape(index: number): Buffer {
  const record = Buffer.alloc(12);
  record.writeInt32BE(index + 1, 0);
  record.writeInt32BE(2, 4);
  return record;
}

function makeDbf(rows: readonly RawRow[], encode: (text: string) => Uint8Array, padding: string): Uint8Array {
  const fields = Object.keys(rows[0]!.properties);
  const header = Buffer.alloc(32 + fields.length * 32 + 1);
  header.writeUInt8(3, 0);
  header.writeUInt8(120, 1);
  header.writeUInt8(1, 2);
  header.writeUInt8(1, 3);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(1 + fields.length * FIELD_BYTES, 10);
  fields.forEach((field, index) => {
    header.write(field.slice(0, 10), 32 + index * 32, "latin1");
    header.write("C", 32 + index * 32 + 11, "latin1");
    header.writeUInt8(FIELD_BYTES, 32 + index * 32 + 16);
  });
  header.writeUInt8(13, header.length - 1);
  const records = rows.map(({ properties }) => {
    const record = Buffer.alloc(1 + fields.length * FIELD_BYTES, padding);
    record[0] = 0x20;
    fields.forEach((field, index) => {
      record.set(encode(String(properties[field])).subarray(0, FIELD_BYTES), 1 + index * FIELD_BYTES);
    });
    return record;
  });
  return Buffer.concat([header, ...records, Buffer.from([26])]);
}
