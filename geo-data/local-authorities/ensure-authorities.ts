// Puts the register of local authorities in step with the best list at hand: a declared file, else a made-up one.
import { basename } from "node:path";
import type pg from "pg";
import { inTransaction } from "../import/db-client.ts";
import { GeoDataError } from "../import/errors.ts";
import { findFile, getFile, readNamedFile } from "../import/find-file.ts";
import { copyRows } from "../import/load/copy.ts";
import { writeSource } from "../import/load/write.ts";
import { Notes } from "../import/notes.ts";
import type { LocalAuthoritySource, Provenance } from "../import/source.schema.ts";
import { listLocalAuthoritySources } from "../import/sources.ts";
import type { LocalAuthorities, RegisteredArea } from "./authority.ts";
import { makeAuthorities } from "./make-authorities.ts";
import { readAuthorities } from "./read-authorities.ts";

const MADE_UP: Provenance = {
  id: "sample-local-authorities",
  title: { th: "อปท. สมมุติ (ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง)", en: "Made-up local authorities (made-up data, not real)" },
  publisher: { th: "โครงการพื้นที่", en: "Phuenthi" },
  licence: "CC0 1.0",
  licence_url: "https://creativecommons.org/publicdomain/zero/1.0/",
  attribution: "Local authorities: invented for demonstration",
  url: null,
  sha256: null,
  reference_date: null,
  sample: true,
  redistributable: true,
};
const UNMATCHED_SHOWN = 5;

export interface AuthoritiesOutcome {
  /** false when the register was in step already */
  loaded: boolean;
  source: string;
  authorities: number;
  /** what could not be matched, a line each; empty when nothing was loaded */
  unmatched: string[];
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
  list?: { source: LocalAuthoritySource; path?: string | undefined };
  onProgress?: (line: string) => void;
}): Promise<AuthoritiesOutcome> {
  const atHand = await findList(options);
  return inTransaction(options.databaseUrl, async (client) => {
    await client.query("lock table local_authority in share row exclusive mode");
    return bringInStep(client, atHand, options.onProgress);
  });
}

async function bringInStep(
  client: pg.Client,
  atHand: ListAtHand | null,
  onProgress?: (line: string) => void,
): Promise<AuthoritiesOutcome> {
  const { rows: held } = await client.query<{ source_id: string; sha256: string | null; count: number }>(
    `select source_id, source.sha256, count(*)::integer as count
     from local_authority join source on source.id = source_id group by 1, 2`,
  );
  const inForce = held.find(
    ({ source_id, sha256 }) => !atHand || (source_id === atHand.source.id && sha256 === atHand.source.sha256),
  );
  if (inForce) return { loaded: false, source: inForce.source_id, authorities: inForce.count, unmatched: [] };

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
    ? readAuthorities(asNamed(atHand), readNamedFile(atHand.path, "csv"), areas, notes)
    : makeAuthorities(areas);
  await write(client, source, list);
  for (const note of notes.lines()) onProgress?.(note);
  onProgress?.(`${list.authorities.length} local authorities from ${source.id}`);
  for (const line of list.unmatched.slice(0, UNMATCHED_SHOWN)) onProgress?.(`not matched: ${line}`);
  if (list.unmatched.length > UNMATCHED_SHOWN) {
    onProgress?.(`not matched: ${list.unmatched.length - UNMATCHED_SHOWN} more`);
  }
  return {
    loaded: true,
    source: source.id,
    authorities: list.authorities.length,
    unmatched: list.unmatched,
  };
}

interface ListAtHand {
  source: LocalAuthoritySource;
  path: string;
}

/** Messages name the file as it is called here. */
const asNamed = ({ source, path }: ListAtHand) => ({ ...source, file_name: basename(path) });

async function findList({
  geoDataDir,
  list,
}: Parameters<typeof ensureAuthorities>[0]): Promise<ListAtHand | null> {
  if (list) {
    const file = await getFile(list.source, { geoDataDir, path: list.path });
    return { source: list.source, path: file.path };
  }
  for (const source of listLocalAuthoritySources()) {
    const file = await findFile(source, { geoDataDir });
    if (file) return { source, path: file.path };
  }
  return null;
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
