// The register of local authorities on a database of its own: filled once, replaced whole, never half.
import { ensureAuthorities } from "@phuenthi/geo-data/local-authorities/ensure-authorities";
import { describe, expect, it } from "vitest";
import { query, withOwnDatabase } from "../helpers/database.ts";

const geoDataDir = process.env.GEO_DATA_DIR || undefined;
const isReal = process.env.TEST_BOUNDARY !== "stand-in";

const counts = `select count(*)::integer as authorities,
  (select count(*)::integer from local_authority_area) as areas from local_authority`;

describe("ensureAuthorities", () => {
  it("leaves a register in step alone, and fills an empty one with made-up rows marked as such", async () => {
    await withOwnDatabase(async ({ ownerUrl: databaseUrl }) => {
      const before = await query(databaseUrl, counts);
      expect(await ensureAuthorities({ databaseUrl, geoDataDir })).toMatchObject({ loaded: false });
      expect(await query(databaseUrl, counts)).toEqual(before);

      await query(databaseUrl, "delete from quality_review; delete from local_authority");
      expect(await ensureAuthorities({ databaseUrl })).toMatchObject({
        loaded: true,
        source: "sample-local-authorities",
        unmatched: [],
      });
      const [{ real }] = await query(
        databaseUrl,
        `select count(*)::integer as real from local_authority
         join source on source.id = source_id where not is_sample`,
      );
      expect(real).toBe(0);
    });
  });

  it.runIf(isReal)("replaces made-up rows by the real list, and says what did not match", async () => {
    await withOwnDatabase(async ({ ownerUrl: databaseUrl }) => {
      await query(databaseUrl, "delete from quality_review; delete from local_authority");
      await ensureAuthorities({ databaseUrl });
      const outcome = await ensureAuthorities({ databaseUrl, geoDataDir });
      // 7,976 rows of the file and the 50 districts of Bangkok
      expect(outcome).toMatchObject({ loaded: true, source: "local-governments", authorities: 8026 });
      expect(outcome.unmatched.filter((line) => line.endsWith("the list names no tambon"))).toHaveLength(123);
      const sources = await query(databaseUrl, "select distinct source_id from local_authority");
      expect(sources).toEqual([{ source_id: "local-governments" }]);
    });
  });

  it("keeps the old register when the new one cannot be written", async () => {
    await withOwnDatabase(async ({ ownerUrl: databaseUrl }) => {
      await query(databaseUrl, "update source set sha256 = null where id = 'local-governments'");
      await query(
        databaseUrl,
        "alter table local_authority_area add constraint refuse check (extent <> 'whole') not valid",
      );
      const before = await query(databaseUrl, counts);
      if (isReal) {
        await expect(ensureAuthorities({ databaseUrl, geoDataDir })).rejects.toThrow(/refuse/);
      } else {
        await query(databaseUrl, "delete from quality_review; delete from local_authority");
        await expect(ensureAuthorities({ databaseUrl })).rejects.toThrow(/refuse/);
        before.splice(0, 1, { authorities: 0, areas: 0 });
      }
      expect(await query(databaseUrl, counts)).toEqual(before);
    });
  });
});
