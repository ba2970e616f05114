// The one shapefile that is meant in a zip: in folders, with endings in any case, beside what a Mac puts there.
import { GeoDataError } from "./errors.ts";
import { MOST, refuseLarge, smaller } from "./most.ts";
import { listed, shown } from "./quoted.ts";
import type { BoundarySource } from "./source.schema.ts";
import { whatFile } from "./what-file.ts";
import { listMembers, type Member, unpack, ZipDamage } from "./zip.ts";

export interface Layer {
  /** of the .shp in the zip, as messages call it */
  name: string;
  shp: Uint8Array;
  dbf: Uint8Array;
  prj: Uint8Array;
  cpg: Uint8Array | null;
}

const STORED = 0;
const DEFLATE = 8;
const methods: Record<number, string> = {
  9: "Deflate64",
  12: "bzip2",
  14: "LZMA",
  93: "Zstandard",
  95: "XZ",
  98: "PPMd",
  99: "AES encryption",
};
const ANEW = "zip the .shp, .dbf, .prj and .cpg of the tambon together";

/** @throws GeoDataError when none or several are meant, one lacks a part, or a part is not as it was packed */
export function openShapefileZip(source: BoundarySource, bytes: Uint8Array, file: string): Layer {
  const members = list(bytes, file);
  const shp = chooseShape(source, members, file);
  const stem = shp.name.slice(0, -4);
  const part = (ending: string, most: number) => {
    const name = stem + ending;
    const alike = members.filter((member) => member.name.toLowerCase() === name.toLowerCase());
    const exact = alike.filter((member) => member.name === name);
    const [found, second] = exact.length > 0 ? exact : alike;
    if (!found) return null;
    if (second) {
      throw new GeoDataError(
        `${file} has ${shown(found.name)} twice.`,
        `${ANEW}, each once; nothing was loaded.`,
      );
    }
    return open(bytes, found, file, most);
  };
  const needed = (ending: string, next: string) => {
    const found = part(ending, ending === ".prj" ? MOST.side : MOST.part);
    if (found) return found;
    throw new GeoDataError(
      `${file}: ${shown(shp.name)} comes without its ${ending}.`,
      `${next}; nothing was loaded.`,
    );
  };
  return {
    name: shown(shp.name),
    // what is small and may be refused comes first
    prj: needed(".prj", "ask the publisher for it: without it nobody knows the datum of the coordinates"),
    cpg: part(".cpg", MOST.side),
    dbf: needed(".dbf", "get the whole zip"),
    shp: open(bytes, shp, file, MOST.part),
  };
}

/** What people put there: no folders, and nothing that a Mac adds by itself. */
function list(bytes: Uint8Array, file: string): Member[] {
  const what = whatFile(bytes);
  if (what !== "a zip") {
    throw new GeoDataError(
      `${file} is not a readable zip${what ? ` but ${what}` : ""}.`,
      `${ANEW}, or download the zip again; nothing was loaded.`,
    );
  }
  try {
    return listMembers(bytes).filter(({ name }) => !isOfAMac(name) && !name.endsWith("/"));
  } catch (cause) {
    if (!(cause instanceof ZipDamage)) throw cause;
    throw new GeoDataError(
      `${file} is not a readable zip: ${cause.message}.`,
      "download it again; nothing was loaded.",
    );
  }
}

function chooseShape(source: BoundarySource, members: readonly Member[], file: string): Member {
  const wanted = source.zip_member ?? "";
  const all = members.filter(({ name }) => name.toLowerCase().endsWith(".shp"));
  const names = (all.length > 0 ? all : members).map(({ name }) => name);
  if (all.length === 0) {
    const inner = names.find((name) => name.toLowerCase().endsWith(".zip"));
    throw new GeoDataError(
      `${file} has no shapefile in it; it has ${listed(names) || "nothing"}.`,
      inner === undefined
        ? `${ANEW}, or set "format" in ${source.id}.source.json to what the file is; nothing was loaded.`
        : `unpack it, and load the zip that is inside (${shown(inner)}); nothing was loaded.`,
    );
  }
  const meant = all.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()));
  const [found] = meant;
  if (found && meant.length === 1) return found;
  throw new GeoDataError(
    wanted === ""
      ? `${file} has ${meant.length} shapefiles: ${listed(names)}.`
      : `${file}: ${found ? meant.length : "no"} shapefiles in the zip have "${wanted}" in their name; it has ${listed(names)}.`,
    `set "zip_member" in ${source.id}.source.json to a part of the one name that is meant; nothing was loaded.`,
  );
}

function open(bytes: Uint8Array, member: Member, file: string, most: number): Uint8Array {
  const name = shown(member.name);
  if (member.isEncrypted) {
    throw new GeoDataError(
      `${file}: ${name} is locked with a password.`,
      "unpack it with the password and zip it anew without; nothing was loaded.",
    );
  }
  if (member.method !== STORED && member.method !== DEFLATE) {
    throw new GeoDataError(
      `${file}: ${name} is packed with ${methods[member.method] ?? `method ${member.method}`}, which is not read here.`,
      "unpack it, and zip it anew in the usual way (Deflate); nothing was loaded.",
    );
  }
  const next =
    most === MOST.side ? "get the file from the publisher anew: it should be a line or two" : smaller.zip;
  refuseLarge(`${file}: ${name}, unpacked,`, member.size, most, next);
  try {
    return unpack(bytes, member);
  } catch (cause) {
    if (!(cause instanceof ZipDamage)) throw cause;
    throw new GeoDataError(
      `${file} is damaged: ${name} ${cause.message}.`,
      "download the zip again, or ask for it again; nothing was loaded.",
    );
  }
}

const isOfAMac = (name: string) => /(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(name);
