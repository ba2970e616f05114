// Puts the register of local authorities in step with the best list at hand: a declared file, else a made-up one.
import type pg from "pg";
import { GeoDataError } from "../import/errors.ts";
import { readNamedFile } from "../import/find-file.ts";
import { copyRows } from "../import/load/copy.ts";
import { writeSource } from "../import/load/write.ts";
import { Notes } from "../import/notes.ts";
import { madeUp } from "../import/provenance.ts";
import { type AtHand, findAtHand, findInForce, inStep, unmatchedLines } from "../import/reference-table.ts";
import type { LocalAuthoritySource, Provenance } from "../import/source.schema.ts";
import { listLocalAuthoritySources } from "../import/sources.ts";
import type { LocalAuthorities, RegisteredArea } from "./authority.ts";
import { makeAuthorities } from "./make-authorities.ts";
import { readAuthorities } from "./read-authorities.ts";

const MADE_UP = madeUp({
  id: "sample-local-authorities",
  title: { th: "อปท. สมมุติ (ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง)", en: "Made-up local authorities (made-up data, not real)" },
  attribution: "Local authorities: invented for demonstration",
});

export interface AuthoritiesOutcome {
  /** false when the register was in step already */
  loaded: boolean;
  source: string;
  /** that were loaded */
  authorities: number;
  /** what could not be matched, a line each */
  unmatched: string[];
  /** what was turned or taken out of the file on the way in */
  notes: string[];
}

/**
 * Replaces the register when the file at hand is not the one in it; the made-up list only ever fills an empty one.
 * One transaction: the old register serves until the new one is whole.
 * @param options.databaseUrl connection string of the owner
 * @throws GeoDataError when the list that was named is not at hand, or no areas are loaded
 */
export async function ensureAuthorities(options: {
  databaseUrl: string;
  geoDataDir?: string | undefined;
  /** A list named by the user; nothing else is looked at. */
  named?: { source: LocalAuthoritySource; path?: string | undefined };
  onProgress?: (line: string) => void;
}): Promise<AuthoritiesOutcome> {
  const { databaseUrl, geoDataDir, named, onProgress } = options;
  const atHand = await findAtHand(listLocalAuthoritySources, named, { geoDataDir });
  const outcome = await inStep(databaseUrl, "local_authority", (client) => bringInStep(client, atHand));
  for (const note of outcome.notes) onProgress?.(note);
  if (outcome.loaded) onProgress?.(`${outcome.authorities} local authorities from ${outcome.source}`);
  for (const line of unmatchedLines(outcome.unmatched)) onProgress?.(line);
  return outcome;
}

async function bringInStep(
  client: pg.Client,
  atHand: AtHand<LocalAuthoritySource> | null,
): Promise<AuthoritiesOutcome> {
  const inForce = await findInForce(client, "local_authority", atHand);
  if (inForce) return { loaded: false, source: inForce, authorities: 0, unmatched: [], notes: [] };

  const { rows: areas } = await client.query<RegisteredArea>(
    "select code, level, name_th, name_en from area order by code",
  );
  if (areas.length === 0) {
    throw new GeoDataError(
      "No boundaries are loaded, so local authorities have no province to be in.",
      "load boundaries first, as in: npm run geo:load -- rtsd-2022",
    );
  }
  const source = atHand?.source ?? MADE_UP;
  const notes = new Notes();
  const list = atHand
    ? readAuthorities(atHand.source, readNamedFile(atHand.path, "csv"), areas, notes)
    : makeAuthorities(areas);
  await write(client, source, list);
  const { authorities, unmatched } = list;
  return {
    loaded: true,
    source: source.id,
    authorities: authorities.length,
    unmatched,
    notes: notes.lines(),
  };
}

async function write(client: pg.Client, source: Provenance, list: LocalAuthorities): Promise<void> {
  await writeSource(client, source, source.sha256);
  await client.query("delete from local_authority_area");
  await dropGone(
    client,
    list.authorities.map(({ code }) => code),
  );
  // through a table of the session: who stays keeps the records that name them
  await client.query(
    `create temporary table incoming_authority (code text, kind text, name_th text, name_en text, province_code text,
       source_id text) on commit drop`,
  );
  await copyRows(
    client,
    "incoming_authority",
    list.authorities.map((row) => [
      row.code,
      row.kind,
      row.name_th,
      row.name_en,
      row.province_code,
      source.id,
    ]),
  );
  await client.query(
    `insert into local_authority (code, kind, name_th, name_en, province_code, source_id)
     select code, kind, name_th, name_en, province_code, source_id from incoming_authority
     on conflict (code) do update set kind = excluded.kind, name_th = excluded.name_th, name_en = excluded.name_en,
       province_code = excluded.province_code, source_id = excluded.source_id, valid_from = null, valid_to = null`,
  );
  await copyRows(
    client,
    "local_authority_area (local_authority_code, area_code, extent, source_id)",
    list.covered.map((row) => [row.local_authority_code, row.area_code, row.extent, source.id]),
  );
}

/** Authorities that the new list does not have go, with sample reviews of them; a real review keeps the old list. */
async function dropGone(client: pg.Client, kept: string[]): Promise<void> {
  await client.query(
    `delete from quality_review using source
     where source.id = quality_review.source_id and source.is_sample and local_authority_code <> all ($1)`,
    [kept],
  );
  const { rows } = await client.query<{ code: string }>(
    "select distinct local_authority_code as code from quality_review where local_authority_code <> all ($1) order by 1",
    [kept],
  );
  if (rows.length > 0) {
    throw new GeoDataError(
      `Quality reviews are on record for ${rows.map(({ code }) => code).join(", ")}, which the list does not have.`,
      "correct the list, or move those reviews to the authorities that took over; the register stays as it is.",
    );
  }
  await client.query("delete from local_authority where code <> all ($1)", [kept]);
}
