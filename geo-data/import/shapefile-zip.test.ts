import { crc32 } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { makeShapefileZip, type Unusual } from "./shapefile-zip.fixture.ts";
import { openShapefileZip } from "./shapefile-zip.ts";
import { makeSmallCountry, smallSource } from "./small-country.fixture.ts";

const LISTED = Buffer.from("PK\x01\x02");
const utf8 = (text: string): Uint8Array => Buffer.from(text);
const makeZip = (unusual: Unusual = {}) => Buffer.from(makeShapefileZip(makeSmallCountry(), utf8, unusual));
const open = (bytes: Uint8Array, zip_member: string | null = null) =>
  openShapefileZip({ ...smallSource, zip_member }, bytes, "office.zip");

/** Where the list at the end of the zip speaks of a member. */
function listedAt(zip: Buffer, name: string): number {
  for (let at = zip.indexOf(LISTED); at >= 0; at = zip.indexOf(LISTED, at + 4)) {
    if (zip.toString("latin1", at + 46, at + 46 + zip.readUInt16LE(at + 28)) === name) return at;
  }
  throw new Error(`no ${name}`);
}

/** The zip with a number of its list changed. */
function changed(name: string, change: (zip: Buffer, at: number) => void, unusual?: Unusual): Buffer {
  const zip = makeZip(unusual);
  change(zip, listedAt(zip, name));
  return zip;
}

describe("openShapefileZip", () => {
  it("reads a zip in the long form for large files, with a comment at its end", () => {
    const zip = makeZip();
    const at = listedAt(zip, "small_adm3.dbf");
    const sizes = Buffer.alloc(20);
    sizes.writeUInt16LE(1, 0);
    sizes.writeUInt16LE(16, 2);
    sizes.writeBigUInt64LE(BigInt(zip.readUInt32LE(at + 24)), 4);
    sizes.writeBigUInt64LE(BigInt(zip.readUInt32LE(at + 20)), 12);
    zip.writeUInt32LE(0xffffffff, at + 20);
    zip.writeUInt32LE(0xffffffff, at + 24);
    zip.writeUInt16LE(20, at + 30);
    const end = at + 46 + zip.readUInt16LE(at + 28);
    const long = Buffer.concat([zip.subarray(0, end), sizes, zip.subarray(end), Buffer.from("a comment")]);
    long.writeUInt16LE(9, long.length - 9 - 2);
    expect(open(long).dbf).toEqual(open(makeZip()).dbf);
  });

  it.each<[string, () => Uint8Array, RegExp]>([
    [
      "one changed byte in its .dbf",
      () => {
        const dbf = strToU8("x".repeat(200));
        const zip = Buffer.from(
          zipSync({ "a.shp": dbf, "a.prj": dbf, "a.dbf": [dbf, { level: 0 }] }, { level: 0 }),
        );
        zip[zip.indexOf("a.dbf") + 5 + 100]! ^= 1;
        return zip;
      },
      /^office\.zip is damaged: a\.dbf was changed after it was packed: its CRC-32 is another\.\nNext: download the zip again/,
    ],
    [
      "one changed byte in its .shp",
      () => changed("small_adm3.shp", (zip, at) => zip.writeUInt32LE(crc32("other"), at + 16)),
      /^office\.zip is damaged: small_adm3\.shp was changed after it was packed/,
    ],
    [
      "a password",
      () => changed("small_adm3.dbf", (zip, at) => zip.writeUInt16LE(1, at + 8)),
      /^office\.zip: small_adm3\.dbf is locked with a password\.\nNext: unpack it with the password/,
    ],
    [
      "LZMA",
      () => changed("small_adm3.shp", (zip, at) => zip.writeUInt16LE(14, at + 10)),
      /small_adm3\.shp is packed with LZMA, which is not read here\.\nNext: .*Deflate/,
    ],
    [
      "bzip2",
      () => changed("small_adm3.prj", (zip, at) => zip.writeUInt16LE(12, at + 10)),
      /small_adm3\.prj is packed with bzip2/,
    ],
    [
      "a .shp of 3 GB",
      () => changed("small_adm3.shp", (zip, at) => zip.writeUInt32LE(3_000_000_000, at + 24)),
      /^office\.zip: small_adm3\.shp, unpacked, has 3\.0 GB, and no more than 268 MB are read\.\nNext: /,
    ],
    [
      "a .dbf of 4 GB",
      () => changed("small_adm3.dbf", (zip, at) => zip.writeUInt32LE(4_000_000_000, at + 24)),
      /small_adm3\.dbf, unpacked, has 4\.0 GB/,
    ],
    [
      "a .prj of a megabyte",
      () => makeZip({ projection: " ".repeat(1e6) }),
      /small_adm3\.prj, unpacked, has 1\.0 MB, and no more than 66 KB are read\.\nNext: .*a line or two/,
    ],
    [
      "a .cpg of a megabyte",
      () => makeZip({ beside: { "small_adm3.cpg": new Uint8Array(1e6) } }),
      /small_adm3\.cpg, unpacked, has 1\.0 MB/,
    ],
    [
      "a member that unpacks to more than it says",
      () => changed("small_adm3.shp", (zip, at) => zip.writeUInt32LE(100, at + 24)),
      /damaged: small_adm3\.shp cannot be unpacked/,
    ],
    [
      "a member that unpacks to less than it says",
      () => changed("small_adm3.shp", (zip, at) => zip.writeUInt32LE(200_000, at + 24)),
      /damaged: small_adm3\.shp unpacks to \d+ bytes where the zip says 200000/,
    ],
    ["its end missing", () => makeZip().subarray(0, -60), /not a readable zip: it has no list of members/],
    [
      "a list that is not whole",
      () => changed("small_adm3.shp", (zip, at) => zip.writeUInt16LE(0xffff, at + 28)),
      /^office\.zip is not a readable zip: /,
    ],
    [
      "two .dbf that differ in case from its .shp",
      () =>
        makeZip({
          rename: (name) => name.replace("3.dbf", "3.Dbf"),
          beside: { "small_adm3.DBF": strToU8("x") },
        }),
      /^office\.zip has small_adm3\.Dbf twice\./,
    ],
    [
      "a zip inside",
      () => zipSync({ "ตำบล.zip": makeZip() }),
      /^office\.zip has no shapefile in it; it has ตำบล\.zip\.\nNext: unpack it, and load the zip that is inside \(ตำบล\.zip\)/,
    ],
    [
      "names that move the cursor",
      () => makeZip({ beside: { "\x1B[2J\nNext: rm -rf/other.shp": strToU8("x") } }),
      /^office\.zip has 2 shapefiles: small_adm3\.shp, \\u001b\[2J\\nNext: rm -rf\/other\.shp\.\nNext: set "zip_member"/,
    ],
    [
      "a name of 60,000 letters",
      () => makeZip({ name: "x".repeat(60_000), rename: (name) => name.replace(".dbf", ".db") }),
      /^office\.zip: x{60}… comes without its \.dbf\.\nNext/,
    ],
  ])("refuses %s", (_, make, message) => {
    const bytes = make();
    expect(() => open(bytes)).toThrow(message);
    expect(() => open(bytes)).toThrow(/^[^\n\p{Cc}]+\nNext: [^\n\p{Cc}]+$/u);
  });
});
