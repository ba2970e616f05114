// db/functions/fold-text.sql and web/src/lib/fold-text.ts are one folding: the same cases, and the same answer for
// whatever else somebody may type.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { foldText, foldTone } from "../../web/src/lib/fold-text.ts";
import { withRollback } from "../helpers/database.ts";

type Case = [one: string, other: string, what: string];
const cases: { same: Case[]; different: Case[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../fold-cases.json"), "utf8"),
);

const inSql = (texts: string[]) =>
  withRollback(async (client) => {
    const { rows } = await client.query<{ folded: string; toneless: string }>(
      `select api.fold_text(text) as folded, api.fold_tone(api.fold_text(text)) as toneless
       from unnest($1::text[]) with ordinality given(text, place) order by place`,
      [texts],
    );
    return rows;
  });

describe("fold_text and foldText", () => {
  it.each(cases.same)("%j is %j: %s", async (one, other) => {
    expect(foldText(one)).toBe(foldText(other));
    const [first, second] = await inSql([one, other]);
    expect(first?.folded).toBe(second?.folded);
    expect(first?.folded).toBe(foldText(one));
    expect(foldText(foldText(one))).toBe(foldText(one));
  });

  it.each(cases.different)("%j is not %j: %s", async (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
    const [first, second] = await inSql([one, other]);
    expect(first?.folded).not.toBe(second?.folded);
  });

  it("fold whatever is typed alike", async () => {
    // mostly what the folding looks at, in any order; a fixed seed, so that a failure stays
    const signs = [..."กนทธเแำาิีึุูัฺ็่้๊๋์ํ๎ฯๆ๑๙aBéŪ1 .-%_()​‌‍⁠ ­ÅﬁⅣ"];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const texts = Array.from({ length: 3000 }, () =>
      Array.from({ length: 1 + next(10) }, () => signs[next(signs.length)]).join(""),
    );
    const rows = await inSql(texts);
    const here = texts.map((text) => ({ folded: foldText(text), toneless: foldTone(foldText(text)) }));
    expect(rows).toEqual(here);
  });
});
