import { describe, expect, it } from "vitest";
import { thaiTexts, wrongWords } from "./words.ts";

const texts = thaiTexts();

describe("the Thai texts that a person reads", () => {
  it("are all looked through", () => {
    const from = (folder: string) => texts.filter(({ at }) => at.startsWith(folder)).length;
    expect(from("web/src/i18n")).toBeGreaterThan(500);
    expect(from("db/indicators")).toBeGreaterThan(150);
    for (const folder of ["db/functions", "server/src", "geo-data"]) expect(from(folder)).toBeGreaterThan(3);
  });
  it.each(wrongWords.map((word) => [word.not.source, word] as const))(
    "do not say %s",
    (_, { not, but, because, of }) => {
      const found = texts.filter(({ at, words }) => (of?.test(at) ?? true) && not.test(words));
      expect(
        found.map(({ at, words }) => `${at} ${words}`),
        `say ${but}: ${because}`,
      ).toEqual([]);
    },
  );
  it("say a strategic issue alike wherever it stands", () => {
    const issues = new Map<string, Set<string>>();
    for (const { at, words } of texts) {
      const [file] = at.split(" ");
      if (!at.endsWith(" strategic_issue th:")) continue;
      const number = texts.find((text) => text.at === `${file} issue:`)?.words ?? file;
      issues.set(String(number), (issues.get(String(number)) ?? new Set()).add(words));
    }
    expect([...issues.values()].every((said) => said.size === 1)).toBe(true);
  });
});
