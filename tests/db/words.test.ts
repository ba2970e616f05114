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
        union all (select distinct on (left(title_th, 12)) 'plan', title_th from plan)
        union all (
          -- of each form one: what differs in numbers and names alone is said alike
          select distinct on (left(words, 40)) 'sample', words from (
            select evidence from plan_item_link
            union all select decline_reason from plan_item_link
            union all select name_th from partner
            union all select name_th from housing_project
            union all select evidence from need_survey
            union all select concat_ws(' ', title_th, summary_th) from lesson
            union all select title_th from community_declaration
            union all select name_th from model_area
          ) said(words) where words is not null)`);
      expect(rows.length).toBeGreaterThan(10);
      const wrong = rows.filter(({ words }) => wrongWords.some(({ not, of }) => !of && not.test(words)));
      expect(wrong).toEqual([]);
    });
  });

  it("say who published a source and under what licence in the language of the reader", async () => {
    await withRollback(async (client) => {
      const { rows } = await client.query<{ id: string; th: string; en: string }>(
        `select id, publisher_th as th, publisher_en as en from source
         union all select id, licence_th, licence_en from source`,
      );
      expect(rows.length).toBeGreaterThan(10);
      const wrong = rows.filter(({ th, en }) => /[ก-๎]/.test(en) || (th !== en && !/[ก-๎]/.test(th)));
      expect(wrong).toEqual([]);
      // what is the same in both is a name, not a sentence
      expect(new Set(rows.flatMap(({ th, en }) => (th === en ? [en] : [])))).toEqual(
        new Set(rows.flatMap(({ en }) => (/^(CC0|CC BY|Apache)[-\w. ]*$/.test(en) ? [en] : []))),
      );
    });
  });
});
