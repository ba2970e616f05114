// What migrations and loaders have written into tables is read by people too.
import { describe, expect, it } from "vitest";
import { wrongWords } from "../../scripts/check/words.ts";
import { withRollback } from "../helpers/database.ts";

describe("texts in the database", () => {
  it("are in the words that texts of the page are in", async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query<{ at: string; words: string }>(`
        select 'denominator ' || id as at, title_th || ' · ' || note_th as words from denominator
        union all select 'source ' || id, title_th from source
        union all select 'alias ' || code, reason_th from area_alias
        union all (select distinct on (left(title_th, 12)) 'plan', title_th from plan)`);
      expect(rows.length).toBeGreaterThan(10);
      const wrong = rows.filter(({ words }) => wrongWords.some(({ not, of }) => !of && not.test(words)));
      expect(wrong).toEqual([]);
    });
  });
});
