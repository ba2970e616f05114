import { shortfall } from "@phuenthi/server/contract/coverage";
import { createIntl } from "react-intl";
import { describe, expect, it } from "vitest";
import { register } from "../lib/kinds.ts";
import { codeMessages } from "./code-messages.ts";
import en from "./en.json";
import th from "./th.json";

const sources = import.meta.glob("../**/*.{ts,tsx}", { eager: true, query: "?raw", import: "default" });
const intl = createIntl({ locale: "en" });

type Part = { type: number; value?: string; options?: Record<string, { value: Part[] }> };
/** what a text is made of, as ICU reads it: 1 a value, 2 a number, 5 a choice by word, 6 by number */
const parts = (text: string) => intl.formatters.getMessageFormat(text, "en").getAst() as Part[];
/** the values a text takes; a number is written as numbers are, so both languages must be given one */
const values = (text: string): string[] => {
  const found = new Set<string>();
  const walk = (part: Part) => {
    if ([1, 2, 5, 6].includes(part.type)) {
      found.add(part.type === 2 || part.type === 6 ? `${part.value}: number` : String(part.value));
    }
    for (const { value } of Object.values(part.options ?? {})) value.forEach(walk);
  };
  parts(text).forEach(walk);
  return [...found].sort();
};

describe("the texts of the page", () => {
  it("are there in both languages, and none is empty", () => {
    expect(Object.keys(en)).toEqual(Object.keys(th));
    for (const text of [...Object.values(th), ...Object.values(en)]) expect(text.trim()).not.toBe("");
  });
  it("take the same values in both languages", () => {
    for (const [id, text] of Object.entries(th)) {
      expect([id, values(en[id as keyof typeof en])]).toEqual([id, values(text)]);
    }
  });
  it("have no id written with the page that is missing here", () => {
    const used = Object.values(sources).flatMap((source) =>
      [...String(source).matchAll(/\(\s*\{ id: "([a-z_.A-Z]+)"/g)].map(([, id]) => id as string),
    );
    expect(used.length).toBeGreaterThan(100);
    const known = { ...th, ...codeMessages("th") };
    expect(used.filter((id) => !(id in known))).toEqual([]);
  });
  it("are all used: as they stand, or by a pattern around a kind, level or state", () => {
    const written = Object.entries(sources).flatMap(([path, source]) =>
      path.includes(".test.") ? [] : [String(source)],
    );
    const ids = new Set(
      written.flatMap((source) =>
        [...source.matchAll(/"([a-zA-Z_]+(\.[a-zA-Z_-]+)+)"/g)].map(([, id]) => id),
      ),
    );
    const patterns = written
      .flatMap((source) =>
        [...source.matchAll(/`([a-z_]+\.[^`\n]*\$\{[^`\n]*)`/g)].map(([, text = ""]) => text),
      )
      .map(
        (text) => new RegExp(`^${text.replaceAll(".", "\\.").replaceAll(/\$\{.*?\}(?=\\|$)/g, "[\\w.-]+")}$`),
      );
    expect(patterns.length).toBeGreaterThan(20);
    expect(Object.keys(th).filter((id) => !ids.has(id) && !patterns.some((one) => one.test(id)))).toEqual([]);
  });
  it("count in English by the number: one plan, two plans", () => {
    const plurals = Object.entries(en).filter(([, text]) =>
      /^\{\w+\} (?!of|more|by|percentage|alike)[a-z ]+s$/.test(text),
    );
    expect(plurals).toEqual([]);
  });
  it("name every shortfall of the contract, and every code of the kinds of records", () => {
    const ids = shortfall.options.map((why) => `shortfall.${why}`);
    expect(ids.filter((id) => !(id in th))).toEqual([]);
    for (const { id, codes } of register.codeLists) {
      for (const code of Object.keys(codes)) {
        for (const language of ["th", "en"] as const)
          expect(codeMessages(language)[`code.${id}.${code}`]?.trim()).toBeTruthy();
      }
    }
  });
});
