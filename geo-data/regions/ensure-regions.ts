// Puts the regions into the register: the shipped grouping where there is none, or the one an administrator names.
import { basename, join } from "node:path";
import type pg from "pg";
import { GeoDataError } from "../import/errors.ts";
import { readNamedFile } from "../import/find-file.ts";
import { lookupsFolder } from "../import/folders.ts";
import { copyRows } from "../import/load/copy.ts";
import { writeSource } from "../import/load/write.ts";
import { Notes } from "../import/notes.ts";
import { ownList } from "../import/provenance.ts";
import { inStep } from "../import/reference-table.ts";
import type { Provenance } from "../import/source.schema.ts";
import { readRegions } from "./read-regions.ts";

const SHIPPED_FILE = join(lookupsFolder, "regions.csv");
const SHIPPED = ownList({
  id: "regional-offices",
  title: {
    th: "การจัดจังหวัดเข้าสำนักงานภาค 5 ภาค โดยโครงการพื้นที่ (รายการทางการไม่ได้เผยแพร่)",
    en: "Provinces by five regional offices, grouped by Phuenthi (the official list is not public)",
  },
  attribution: "Regions: grouped by Phuenthi",
});
const givenSource = (file: string): Provenance => ({
  ...SHIPPED,
  id: "regions-given",
  title: { th: `การจัดจังหวัดเข้าภาค ตามแฟ้ม ${file}`, en: `Provinces by region, from the file ${file}` },
  publisher: { th: "นำเข้าโดยผู้ดูแลระบบ", en: "Loaded by the administrator" },
  licence: { th: "ไม่ได้ระบุ", en: "Not stated" },
  licence_url: null,
  attribution: `Regions: ${file}`,
});

export interface RegionsOutcome {
  /** false when there were regions and none were named */
  loaded: boolean;
  regions: number;
  /** what was turned or taken out of the file on the way in */
  notes: string[];
}

/**
 * Replaces the whole grouping by the named file, or fills an empty one with the shipped. One transaction.
 * @param options.databaseUrl connection string of the owner
 * @throws GeoDataError when a line is wrong, or a target names a region that would go
 */
export async function ensureRegions(options: {
  databaseUrl: string;
  path?: string | undefined;
  onProgress?: (line: string) => void;
}): Promise<RegionsOutcome> {
  const { databaseUrl, path, onProgress } = options;
  const outcome = await inStep(databaseUrl, "region", (client) => bringInStep(client, path));
  for (const note of outcome.notes) onProgress?.(note);
  if (outcome.loaded) onProgress?.(`${outcome.regions} regions`);
  return outcome;
}

async function bringInStep(client: pg.Client, path: string | undefined): Promise<RegionsOutcome> {
  const { rows: held } = await client.query<{ regions: number }>(
    "select count(*)::integer as regions from region",
  );
  const regions = held[0]?.regions ?? 0;
  if (regions > 0 && !path) return { loaded: false, regions, notes: [] };

  const { rows: provinces } = await client.query<{ code: string }>(
    "select code from area where level = 'province'",
  );
  const file = path ?? SHIPPED_FILE;
  const notes = new Notes();
  const lines = readRegions(
    readNamedFile(file, "csv"),
    basename(file),
    provinces.map(({ code }) => code),
    notes,
  );
  const source = path ? givenSource(basename(path)) : SHIPPED;
  await writeSource(client, source, null);
  await client.query("delete from region_province");
  const codes = [...new Set(lines.map((line) => line.region_code))];
  await refuseToDropShared(client, codes);
  await client.query("delete from region where code <> all ($1)", [codes]);
  for (const code of codes) {
    const line = lines.find((one) => one.region_code === code);
    await client.query(
      `insert into region (code, name_th, name_en, source_id) values ($1, $2, $3, $4)
       on conflict (code) do update
         set name_th = excluded.name_th, name_en = excluded.name_en, source_id = excluded.source_id`,
      [code, line?.region_th, line?.region_en, source.id],
    );
  }
  await copyRows(
    client,
    "region_province (region_code, province_code, valid_from, valid_to, source_id)",
    lines.map((line) => [line.region_code, line.province_code, line.valid_from, line.valid_to, source.id]),
  );
  return { loaded: true, regions: codes.length, notes: notes.lines() };
}

/** A target that was shared out to a region keeps it for ever: versions are never changed. */
async function refuseToDropShared(client: pg.Client, kept: string[]): Promise<void> {
  const { rows } = await client.query<{ region_code: string }>(
    "select distinct region_code from target_value where region_code is not null and region_code <> all ($1)",
    [kept],
  );
  if (rows.length === 0) return;
  throw new GeoDataError(
    `Targets were shared out to ${rows.map((row) => row.region_code).join(", ")}, which the file does not have.`,
    "keep the region in the file with a last day (valid_to); nothing was loaded.",
  );
}
