// Puts a sample into the register, or takes it out, inside the caller's transaction: all of it or nothing.
// Rows of any source that is not sample are read (so that we keep out of their way) and never changed.
import type pg from "pg";
import { writeSource } from "../import/load/write.ts";
import { madeUp } from "../import/provenance.ts";
import { type SampleArea, sampleArea } from "./area.ts";
import { copySampleRows } from "./copy-rows.ts";
import { SampleGenerator } from "./generate.ts";
import { loadOrder } from "./load-order.ts";
import { readShape } from "./polygon.ts";
import { SAMPLE_SOURCE_ID, type SampleRows } from "./rows.ts";

/** Something a person can act on; the message says what is wrong and the next step. */
export class SampleError extends Error {
  override name = "SampleError";
}

export interface LoadOptions {
  seed: number;
  organizations?: number | undefined;
  plans?: number | undefined;
  onProgress?: ((line: string) => void) | undefined;
}

/** Rows loaded, by table. */
export type SampleCounts = { [Table in keyof SampleRows]: number };

const SOURCE = madeUp({
  id: SAMPLE_SOURCE_ID,
  title: { th: "ข้อมูลสมมุติ ไม่ใช่ข้อมูลจริง", en: "Made-up data, not real" },
  publisher: { th: "ตัวสร้างข้อมูลสมมุติของโครงการพื้นที่", en: "Phuenthi sample generator" },
  attribution: "Sample data made by Phuenthi",
});

const AREAS_PER_BATCH = 500;

/**
 * Replaces whatever sample rows are there by a new sample.
 * @param client the owner's connection, inside a transaction
 * @throws SampleError when no boundaries are loaded, or real records point at the sample that would go
 */
export async function loadSample(client: pg.ClientBase, options: LoadOptions): Promise<SampleCounts> {
  const say = options.onProgress ?? (() => {});
  const { boundaryId, areas } = await readAreas(client);
  await removeSample(client);
  await writeSource(client, SOURCE, null);

  say(`making sample records for ${areas.length} tambon (seed ${options.seed})`);
  const generator = new SampleGenerator({
    ...options,
    areas,
    unitsWithCouncil: await readUnitsWithCouncil(client),
  });
  for (let start = 0; start < areas.length; start += AREAS_PER_BATCH) {
    const batch = areas.slice(start, start + AREAS_PER_BATCH);
    const shapes = await client.query<{ area_code: string; wkb: Buffer }>(
      `select area_code, st_asbinary(geom, 'NDR') as wkb from area_shape
       where boundary_version_id = $1 and area_code = any ($2)`,
      [boundaryId, batch.map((area) => area.code)],
    );
    const wkbByCode = new Map(shapes.rows.map((row) => [row.area_code, row.wkb]));
    for (const area of batch) generator.add(area, readShape(wkbByCode.get(area.code)!));
  }

  generator.addCountry({ authorityCodes: await readAuthorityCodes(client) });

  const rows = await withoutRealReports(client, generator.rows());
  // every statement here touches the whole country once: compiling queries costs more than it saves
  await client.query("set local jit = off");
  await client.query("set local work_mem = '128MB'");
  const counts = {} as SampleCounts;
  for (const { table, isLink } of loadOrder) {
    const made = rows[table];
    if (made.length > 0) say(`loading ${made.length.toLocaleString("en")} rows into ${table}`);
    await copySampleRows(client, { table, isLink }, made);
    await client.query(`analyze ${table}`);
    counts[table] = made.length;
  }
  return counts;
}

/**
 * Deletes the rows of sample sources from the record tables; areas and boundaries stay.
 * @throws SampleError when a real plan names a sample organization or partner
 */
export async function removeSample(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ plan_id: string; name_th: string }>(
    `with sample as (select id from source where is_sample)
     select plan.id as plan_id, organization.name_th
     from plan join organization on organization.id = plan.organization_id
     where plan.source_id not in (table sample) and organization.source_id in (table sample)
     union all
     select plan.id, partner.name_th
     from plan
     join plan_item on plan_item.plan_id = plan.id
     join plan_item_link on plan_item_link.plan_item_id = plan_item.id
     join partner on partner.id = plan_item_link.partner_id
     where plan.source_id not in (table sample) and partner.source_id in (table sample)
     limit 1`,
  );
  const held = rows[0];
  if (held) {
    throw new SampleError(
      `The sample cannot be removed: plan ${held.plan_id} is real and names the sample record "${held.name_th}". ` +
        "Let that plan name a real organization or partner, then try again.",
    );
  }
  // parts go by hand: the cascade would delete them parent by parent, each time with every trigger
  for (const { table, isLink } of loadOrder.toReversed()) {
    if (isLink) continue;
    await client.query(`delete from ${table} where source_id in (select id from source where is_sample)`);
  }
}

async function readAreas(client: pg.ClientBase): Promise<{ boundaryId: string; areas: SampleArea[] }> {
  const version = await client.query<{ id: string }>("select id from boundary_version where is_current");
  const boundaryId = version.rows[0]?.id;
  if (!boundaryId) {
    throw new SampleError(
      "No boundaries are loaded, so there is nowhere to put records. Run npm run geo:load first.",
    );
  }
  const { rows } = await client.query(
    `select tambon.code, tambon.name_th, tambon.name_en, district.name_th as district_th,
       district.name_en as district_en, province.name_th as province_th, province.name_en as province_en,
       st_x(point) as lon, st_y(point) as lat
     from area_shape
     join area tambon on tambon.code = area_shape.area_code
     join area district on district.code = tambon.parent_code
     join area province on province.code = district.parent_code
     where boundary_version_id = $1 and area_shape.level = 'tambon'
     order by tambon.code`,
    [boundaryId],
  );
  if (rows.length === 0) {
    throw new SampleError(`The boundaries ${boundaryId} hold no tambon. Load them again: npm run geo:load.`);
  }
  const areas = rows.map((row) =>
    sampleArea({
      code: row.code,
      nameTh: row.name_th,
      nameEn: row.name_en,
      districtTh: row.district_th,
      districtEn: row.district_en,
      provinceTh: row.province_th,
      provinceEn: row.province_en,
      point: { lon: row.lon, lat: row.lat },
    }),
  );
  return { boundaryId, areas };
}

async function readUnitsWithCouncil(client: pg.ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ area_code: string }>(
    "select area_code from organization where kind = 'council' and ended_on is null",
  );
  return new Set(rows.map((row) => row.area_code));
}

/** Authorities with an area to review: those over a whole province have none of their own. */
async function readAuthorityCodes(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ codes: string[] }>("select api.countable_authorities(null) as codes");
  return rows[0]?.codes ?? [];
}

/** A real report on a tambon, dataset and year stands; ours for the same gives way. */
async function withoutRealReports(client: pg.ClientBase, rows: SampleRows): Promise<SampleRows> {
  const real = await client.query<{ key: string }>(
    "select area_code || '/' || dataset || '/' || fiscal_year as key from area_report",
  );
  const taken = new Set(real.rows.map((row) => row.key));
  return {
    ...rows,
    area_report: rows.area_report.filter(
      (row) => !taken.has(`${row.area_code}/${row.dataset}/${row.fiscal_year}`),
    ),
  };
}
