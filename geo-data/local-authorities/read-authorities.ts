// A list of local authorities as its publisher has it → ours. Says what did not match; guesses nothing.
import { parseCsv } from "../import/csv.ts";
import { GeoDataError } from "../import/errors.ts";
import type { LocalAuthoritySource } from "../import/source.schema.ts";
import { bangkokDistricts, type LocalAuthorities, type RegisteredArea } from "./authority.ts";

/**
 * A tambon is had whole when exactly one authority names it, and no authority that lists nothing has its seat
 * there; else each has a part. A provincial organization and Bangkok lie over the others and have no tambon.
 * @param text the file
 * @param areas the register the codes must be in
 * @throws GeoDataError naming the line, for a kind that is not declared or a code that comes twice
 */
export function readAuthorities(
  source: LocalAuthoritySource,
  text: string,
  areas: RegisteredArea[],
): LocalAuthorities {
  const wrong = (what: string) =>
    new GeoDataError(what, `correct geo-data/sources/${source.id}.source.json, or the file it describes.`);
  const known = new Set(areas.map(({ code }) => code));
  const bangkok = bangkokDistricts(areas);
  const result: LocalAuthorities = { ...bangkok, unmatched: [] };
  const seen = new Set(bangkok.authorities.map(({ code }) => code));
  const holders = new Map<string, string[]>();
  const disputedSeats = new Set<string>();

  for (const [index, row] of parseCsv(text).entries()) {
    const line = `${source.file_name}, line ${index + 2}`;
    const cell = (column: keyof LocalAuthoritySource["columns"]) => {
      const value = row[source.columns[column]];
      if (value === undefined) throw wrong(`${line}: there is no column ${source.columns[column]}.`);
      return value.trim();
    };
    const code = cell("code");
    const name = cell("name_th");
    const kind = source.special[code] ?? source.special[name] ?? source.kinds[cell("kind")];
    if (!kind) throw wrong(`${line}: no kind is declared for "${cell("kind")}".`);
    if (!name || !cell("name_en")) throw wrong(`${line}: ${code} has no name in Thai and English.`);
    if (seen.has(code)) throw wrong(`${line}: code ${code} comes twice.`);
    seen.add(code);
    if (!known.has(code.slice(0, 2))) {
      result.unmatched.push(`${kind} ${code} ${name}: no province ${code.slice(0, 2)} in the register`);
      continue;
    }
    result.authorities.push({
      code,
      kind,
      name_th: name,
      name_en: cell("name_en"),
      province_code: code.slice(0, 2),
    });
    if (kind === "provincial_organization" || kind === "bangkok") continue;

    const covered = cell("covered").split(/\s+/).filter(Boolean);
    const found = [...new Set(covered)].filter((tambon) => known.has(tambon));
    for (const tambon of covered.filter((tambon) => !known.has(tambon))) {
      result.unmatched.push(`${kind} ${code} ${name}: no tambon ${tambon} in the register`);
    }
    if (covered.length === 0) {
      result.unmatched.push(`${kind} ${code} ${name}: the list names no tambon`);
      disputedSeats.add(cell("seat") || code);
    }
    for (const tambon of found) holders.set(tambon, [...(holders.get(tambon) ?? []), code]);
  }

  for (const [area_code, codes] of holders) {
    const extent = codes.length === 1 && !disputedSeats.has(area_code) ? "whole" : "part";
    for (const local_authority_code of codes) {
      result.covered.push({ local_authority_code, area_code, extent });
    }
  }
  const held = new Set(result.covered.map(({ area_code }) => area_code));
  for (const { code, name_th } of areas.filter(({ level, code }) => level === "tambon" && !held.has(code))) {
    result.unmatched.push(`tambon ${code} ${name_th}: no authority names it`);
  }
  return result;
}
