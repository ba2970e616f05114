// What local authorities have of the map is kept: it follows every edit of the crosswalk and of where tambon are drawn.
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";

const kept = async (client: pg.Client) =>
  (await client.query("select * from authority_shape order by local_authority_code, shape_code")).rows;

const anAuthority = `(select local_authority_code from local_authority_area where extent = 'whole'
  group by 1 having count(*) > 1 order by 1 limit 1)`;

describe("the shapes of local authorities", () => {
  it.each([
    [
      "a tambon goes",
      `delete from local_authority_area where local_authority_code = ${anAuthority}
      and area_code = (select min(area_code) from local_authority_area where local_authority_code = ${anAuthority})`,
    ],
    [
      "a part becomes known",
      `update local_authority_area set extent = 'part', share = 0.37
      where local_authority_code = ${anAuthority}`,
    ],
    [
      "a tambon is drawn on the shape of another",
      `update area_placement set shape_code = (
        select min(area_code) from local_authority_area where local_authority_code = ${anAuthority})
      where area_code in (select area_code from local_authority_area where local_authority_code = ${anAuthority})`,
    ],
    ["an authority goes", `delete from local_authority where code = ${anAuthority}`],
  ])("follow when %s", async (_what, edit) => {
    await withRollback(async (client) => {
      const before = await kept(client);
      expect(before.length).toBeGreaterThan(1_000);
      await client.query(edit);
      const after = await kept(client);
      expect(after).not.toEqual(before);
      await client.query("delete from authority_shape");
      await client.query("select api.keep_authority_shapes()");
      expect(await kept(client)).toEqual(after);
      // the equal parts of an authority make it whole, and no shape gives more than itself
      const { rows } = await client.query(`
        select 'pieces of ' || local_authority_code as what from authority_shape group by local_authority_code
        having sum(piece) <> 1 or count(*) <> min(pieces)
        union all select 'shares of ' || shape_code from authority_shape group by shape_code having sum(share) > 1`);
      expect(rows).toEqual([]);
    });
  });
});
