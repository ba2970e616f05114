import { describe, expect, it } from "vitest";
import { withRollback } from "../helpers/database.ts";

const YEARS = [2017, 2018, 2019, 2020, 2021];

describe("small cells", () => {
  it("are put together by how many there are, never by how much", async () => {
    const shape =
      "select fiscal_year, place_code, cells from pooled_amount where indicator_id = 'leaders' order by 1, 2";
    await withRollback(async (client) => {
      const shapeOf = async (amount: string) => {
        // cells stay where they were told: as if nothing had been told yet
        await client.query("delete from pooled_amount where indicator_id = 'leaders'");
        await client.query("delete from small_cell where indicator_id = 'leaders' and amount = 0");
        await client.query(
          `update small_cell set amount = ${amount}, told = 0, pool = null, ever_told = 0 where indicator_id = 'leaders'`,
        );
        await client.query("select api.pool_small_cells('leaders', $1)", [YEARS]);
        return (await client.query(shape)).rows;
      };
      const before = await shapeOf("amount");
      expect(before.length).toBeGreaterThan(5);
      for (const amount of ["1", "4", "1 + abs(hashtext(area_code)) % 4"])
        expect(await shapeOf(amount)).toEqual(before);
    });
  });
});
