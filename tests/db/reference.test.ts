// The published table of 1 September 2557 (2014): 4,331 councils in 7,455 units, by 11 sub-regions. With as many councils
// set in each sub-region, the database's own answers give the published share and each published number.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "@phuenthi/geo-data/import/csv";
import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";

const folder = join(import.meta.dirname, "../../geo-data/sample");
const rowsOf = (file: string) => parseCsv(readFileSync(join(folder, file), "utf8"));

const table = rowsOf("council-rates.csv").map(({ sub_region, councils, units }) => ({
  subRegion: sub_region,
  councils: Number(councils),
  units: Number(units),
  provinces: rowsOf("sub-regions.csv").flatMap((row) =>
    row.sub_region === sub_region ? [row.province_code] : [],
  ),
}));

describe("the table of 1 September 2557", () => {
  it("is reproduced: 4,331 of 7,455 units, 58.1 %, and each of the 11 sub-regions", async () => {
    expect(table).toHaveLength(11);
    await withRollback(async (client) => {
      await client.query("delete from organization where kind = 'council'");
      for (const { provinces, councils } of table) {
        // in Bangkok a council is its district's and counts for each khwaeng: tambon councils keep the units apart
        const { rowCount } = await client.query(
          `insert into organization (kind, name_th, area_code, registered_on, source_id)
           select 'council', 'สภา', area_code, '2014-09-01', (select id from source where is_sample order by id limit 1)
           from area_search where level = 'tambon' and left(area_code, 2) = any ($1)
           order by (left(area_code, 2) = '10'), area_code limit $2`,
          [provinces, councils],
        );
        expect(rowCount).toBe(councils);
      }
      for (const { provinces, councils } of table) {
        const { rows } = await client.query(
          `select sum(value)::int as counted
           from api.coverage_rows('councils', 2017, 'province', null) where code = any ($1)`,
          [provinces],
        );
        expect(rows[0].counted).toBe(councils);
      }
      const { rows } = await client.query(
        "select api.coverage_total('councils', 2017, null, 'council-units-2557') as total",
      );
      const { value, denominator, ratio } = rows[0].total;
      expect([value, denominator, ratio]).toEqual([4331, 7455, 0.580952]);
      expect(table.reduce((sum, { units }) => sum + units, 0)).toBe(7455);
    });
  });
});
