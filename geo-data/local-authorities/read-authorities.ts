// A list of local authorities as its publisher has it → ours. Says what did not match; guesses nothing.
import { cleanCode, plainDigits, spoiltCode } from "../import/clean-text.ts";
import { readCsv } from "../import/csv.ts";
import { GeoDataError } from "../import/errors.ts";
import { MOST_NAME_LETTERS } from "../import/most.ts";
import { Notes } from "../import/notes.ts";
import { quoted, shown } from "../import/quoted.ts";
import type { LocalAuthoritySource } from "../import/source.schema.ts";
import { bangkokDistricts, type LocalAuthorities, type RegisteredArea } from "./authority.ts";

/**
 * A tambon is had whole when exactly one authority names it, and no authority that lists nothing has its seat
 * there; else each has a part. A provincial organization and Bangkok lie over the others and have no tambon.
 * @param input the file, as bytes or text
 * @param areas the register the codes must be in
 * @throws GeoDataError naming line and column, for a kind that is not declared or a code that comes twice
 */
export function readAuthorities(
  source: LocalAuthoritySource,
  input: Uint8Array | string,
  areas: RegisteredArea[],
  notes = new Notes(),
): LocalAuthorities {
  const { columns, file_name: file } = source;
  const known = new Set(areas.map(({ code }) => code));
  const bangkok = bangkokDistricts(areas);
  const result: LocalAuthorities = { ...bangkok, unmatched: [] };
  const seen = new Set(bangkok.authorities.map(({ code }) => code));
  const holders = new Map<string, string[]>();
  const disputedSeats = new Set<string>();

  const wanted = { file, columns: Object.values(columns), others: "allowed", notes } as const;
  for (const { line, cells } of readCsv(input, wanted)) {
    const cell = (column: keyof typeof columns) => cells[columns[column]]!;
    const wrong = (column: keyof typeof columns, why: string) =>
      new GeoDataError(
        `${file} line ${line}, ${columns[column]}: ${quoted(cell(column))} ${why}.`,
        `correct the line, or, when it is right, geo-data/sources/${source.id}.source.json; nothing was loaded.`,
      );
    const code = cleanCode(cell("code"), notes, `line ${line}, ${columns.code}`);
    const name = cell("name_th");
    const kind = source.special[code] ?? source.special[name] ?? source.kinds[cell("kind")];
    if (!kind) throw wrong("kind", "is no kind that is declared");
    if (!/^[0-9]{2,8}$/.test(code)) throw wrong("code", `is no code of 2 to 8 digits${spoiltCode(code, 2)}`);
    if (!/[\u0E01-\u0E2E]/.test(name)) throw wrong("name_th", `is no Thai name for ${code}`);
    for (const column of ["name_th", "name_en"] as const) {
      const { length } = cell(column);
      if (length > MOST_NAME_LETTERS) {
        throw wrong(column, `has ${length} letters, and no name has more than ${MOST_NAME_LETTERS}`);
      }
    }
    if (!cell("name_en")) throw wrong("name_en", `is no English name for ${code}`);
    if (seen.has(code)) throw wrong("code", "is there a second time");
    seen.add(code);
    if (!known.has(code.slice(0, 2))) {
      result.unmatched.push(
        `${kind} ${code} ${shown(name)}: no province ${code.slice(0, 2)} in the register`,
      );
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

    const covered = plainDigits(cell("covered"))
      .split(/[\s,;]+/)
      .filter(Boolean);
    const found = [...new Set(covered)].filter((tambon) => known.has(tambon));
    for (const tambon of covered.filter((tambon) => !known.has(tambon))) {
      result.unmatched.push(`${kind} ${code} ${shown(name)}: no tambon ${shown(tambon)} in the register`);
    }
    if (covered.length === 0) {
      result.unmatched.push(`${kind} ${code} ${shown(name)}: the list names no tambon`);
      disputedSeats.add(cell("seat") || code);
    }
    for (const tambon of found) {
      const others = holders.get(tambon);
      if (others) others.push(code);
      else holders.set(tambon, [code]);
    }
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
