// The one shapefile that is meant in a zip: in folders, with endings in any case, beside what a Mac puts there.
import { unzipSync } from "fflate";
import { decodeText } from "./decode-text.ts";
import { GeoDataError } from "./errors.ts";
import type { BoundarySource } from "./source.schema.ts";
import { whatFile } from "./what-file.ts";

export interface Layer {
  /** of the .shp in the zip */
  name: string;
  shp: Uint8Array;
  dbf: Uint8Array;
  prj: Uint8Array;
  cpg: Uint8Array | null;
}

/** @throws GeoDataError when none or several are meant, or one lacks a part */
export function openShapefileZip(source: BoundarySource, bytes: Uint8Array, file: string): Layer {
  const wanted = (source.zip_member ?? "").toLowerCase();
  const { names, members } = unzip(bytes, file, wanted);
  const all = names.filter((name) => name.toLowerCase().endsWith(".shp"));
  const shapes = all.filter((name) => members.has(name));
  const [name] = shapes;
  if (name === undefined || shapes.length > 1) {
    const has = (all.length > 0 ? all : names).slice(0, 8).join(", ") || "nothing";
    throw new GeoDataError(
      `${file}: ${shapes.length === 0 ? "no" : shapes.length} shapefiles in the zip have "${source.zip_member ?? ""}" in their name; it has ${has}.`,
      `set "zip_member" in ${source.id}.source.json to a part of the one name that is meant; nothing was loaded.`,
    );
  }
  const part = (ending: string) =>
    members.get(name.slice(0, -4) + ending) ?? members.get(sameName(members, name, ending));
  const needed = (ending: string, next: string) => {
    const found = part(ending);
    if (found) return found;
    throw new GeoDataError(`${file}: ${name} comes without its ${ending}.`, `${next}; nothing was loaded.`);
  };
  return {
    name,
    shp: members.get(name)!,
    dbf: needed(".dbf", "get the whole zip"),
    prj: needed(".prj", "ask the publisher for it: without it nobody knows the datum of the coordinates"),
    cpg: part(".cpg") ?? null,
  };
}

function sameName(members: ReadonlyMap<string, Uint8Array>, name: string, ending: string): string {
  const wanted = (name.slice(0, -4) + ending).toLowerCase();
  return [...members.keys()].find((other) => other.toLowerCase() === wanted) ?? "";
}

/** All names, and the bytes of what belongs to a shapefile that may be meant: the rest may be large. */
function unzip(
  bytes: Uint8Array,
  file: string,
  wanted: string,
): { names: string[]; members: Map<string, Uint8Array> } {
  const what = whatFile(bytes);
  if (what !== "a zip") {
    throw new GeoDataError(
      `${file} is not a readable zip${what ? ` but ${what}` : ""}.`,
      "zip the .shp, .dbf, .prj and .cpg together, or download the zip again; nothing was loaded.",
    );
  }
  const names: string[] = [];
  const isNeeded = ({ name }: { name: string }) => {
    if (isOfAMac(name) || name.endsWith("/")) return false;
    names.push(thaiName(name));
    return /\.(shp|dbf|prj|cpg)$/i.test(name) && thaiName(name).toLowerCase().includes(wanted);
  };
  try {
    const found = Object.entries(unzipSync(bytes, { filter: isNeeded }));
    return { names, members: new Map(found.map(([name, content]) => [thaiName(name), content])) };
  } catch (cause) {
    throw new GeoDataError(
      `${file} is not a readable zip (${cause instanceof Error ? cause.message : cause}).`,
      "download it again; nothing was loaded.",
    );
  }
}

const isOfAMac = (name: string) => /(^|\/)(__MACOSX\/|\._|\.DS_Store$)/.test(name);

/** Names that are not marked as UTF-8 come byte by byte. */
function thaiName(name: string): string {
  return [...name].every((letter) => letter <= "\xFF") ? decodeText(Buffer.from(name, "latin1")).text : name;
}
