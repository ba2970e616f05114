// The words of the tables for people are those of the page: one thing has one name in both.
import { describe, expect, it } from "vitest";
import { stateWords } from "../../server/src/common/csv-words.ts";
import { localAuthorityKinds, placeLevels } from "../../server/src/records/codes/place.codes.ts";
import en from "../../web/src/i18n/en.json" with { type: "json" };
import th from "../../web/src/i18n/th.json" with { type: "json" };

const page: Record<"th" | "en", Record<string, string>> = { th, en };
type Words = Record<"th" | "en", string>;

/** @param prefix of the page's words */
const asOnThePage = (words: Record<string, Words>, prefix: string): Record<string, Words> =>
  Object.fromEntries(
    Object.keys(words).map((key) => [
      key,
      { th: page.th[`${prefix}.${key}`] ?? "none", en: page.en[`${prefix}.${key}`] ?? "none" },
    ]),
  );

describe("the words of the tables are the page's", () => {
  it.each(Object.keys(stateWords) as (keyof typeof stateWords)[])("of the states of a %s", (wording) => {
    expect(stateWords[wording]).toEqual(asOnThePage(stateWords[wording], `coverage.${wording}`));
  });
  it("of the levels", () => {
    expect(placeLevels.codes).toEqual(asOnThePage(placeLevels.codes, "profile.level"));
  });
  it("of the kinds of local authorities", () => {
    expect(localAuthorityKinds.codes).toEqual(asOnThePage(localAuthorityKinds.codes, "authority_kind"));
  });
});
