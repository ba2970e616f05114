import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue } from "./problems.ts";

const messages = ["th", "en"].map(
  (language) =>
    JSON.parse(
      readFileSync(new URL(`../../web/src/i18n/${language}.json`, import.meta.url), "utf8"),
    ) as Record<string, string>,
);
type Entry = { status: number; params?: readonly string[]; reasons?: Record<string, readonly string[]> };
/** id of a problem's words on the page → the values they are given */
const said = Object.entries<Entry>(catalogue).flatMap(([code, { params = [], reasons = {} }]) => [
  [`problem.${code}`, params] as const,
  ...Object.entries(reasons).map(([reason, given]) => [`problem.${code}.${reason}`, given] as const),
]);

describe("the problems of the API", () => {
  it.each(said)("%s is worded in both languages, with the values it comes with", (id, given) => {
    for (const texts of messages) {
      expect([...(texts[id] ?? "no words").matchAll(/\{(\w+)/g)].map(([, name]) => name).sort()).toEqual(
        [...given].sort(),
      );
      expect(texts[id]).toBeTruthy();
    }
  });
  it("have no words left over", () => {
    const ids: string[] = said.map(([id]) => id);
    expect(
      Object.keys(messages[0] ?? {}).filter((id) => id.startsWith("problem.") && !ids.includes(id)),
    ).toEqual([]);
  });
  it("put no English into a Thai sentence", () => {
    const english = Object.entries(messages[0] ?? {}).filter(
      ([id, text]) =>
        /^(problem|error)\./.test(id) &&
        /[a-z]{3}/i.test(text.replace(/\{[^}]*\}|npm run geo:load|EDIT_KEY/g, "")),
    );
    expect(english).toEqual([]);
  });
});
