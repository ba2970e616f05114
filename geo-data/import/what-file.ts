// Files come with the wrong name or ending: what the first bytes say a file is.
import { GeoDataError } from "./errors.ts";

const signatures: [string, number[]][] = [
  ["an old Excel or Word file (.xls, .doc)", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["a gzip file", [0x1f, 0x8b]],
  ["a 7z archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["a RAR archive", [0x52, 0x61, 0x72, 0x21]],
  ["a GeoPackage or another SQLite file", [...Buffer.from("SQLite format 3\0")]],
  ["the .shp of a shapefile, without the files beside it", [0, 0, 0x27, 0x0a]],
  ["text in UTF-32", [0xff, 0xfe, 0, 0]],
  ["text in UTF-32", [0, 0, 0xfe, 0xff]],
];

/** @returns what the file is, with its article, or null for text that may be anything */
export function whatFile(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) {
    const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (raw.includes("xl/workbook")) return "an Excel workbook (.xlsx)";
    return raw.includes("opendocument.spreadsheet") ? "an OpenDocument spreadsheet (.ods)" : "a zip";
  }
  const known = signatures.find(([, signature]) => startsWith(bytes, signature));
  if (known) return known[0];
  const head = new TextDecoder().decode(bytes.subarray(0, 1_000)).trimStart();
  if (/^<(!doctype html|html|table|head|meta)/i.test(head)) return "a web page (HTML)";
  if (/^<[?\w]/.test(head)) return /<kml/i.test(head) ? "KML" : "XML";
  return null;
}

/** @throws GeoDataError when the file is no text @param wanted what it should be, as in "a CSV file" */
export function refuseOther(bytes: Uint8Array, file: string, wanted: string, next: string): void {
  const what = whatFile(bytes);
  if (what) throw new GeoDataError(`${file} is ${what}, not ${wanted}; nothing was loaded.`, next);
}

const startsWith = (bytes: Uint8Array, signature: number[]) =>
  signature.every((byte, at) => bytes[at] === byte);
