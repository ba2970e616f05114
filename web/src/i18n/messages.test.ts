import { linkState, organizationKind } from "@phuenthi/server/contract/filter";
import { describe, expect, it } from "vitest";
import en from "./en.json";
import th from "./th.json";

const sources = import.meta.glob("../**/*.{ts,tsx}", { eager: true, query: "?raw", import: "default" });
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe("the texts of the page", () => {
  it("are there in both languages, and none is empty", () => {
    expect(Object.keys(en)).toEqual(Object.keys(th));
    for (const text of [...Object.values(th), ...Object.values(en)]) expect(text.trim()).not.toBe("");
  });
  it("take the same values in both languages", () => {
    for (const [id, text] of Object.entries(th)) {
      expect([id, placeholders(en[id as keyof typeof en])]).toEqual([id, placeholders(text)]);
    }
  });
  it("have no id written with the page that is missing here", () => {
    const used = Object.values(sources).flatMap((source) =>
      [...String(source).matchAll(/\(\s*\{ id: "([a-z_.A-Z]+)"/g)].map(([, id]) => id as string),
    );
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((id) => !(id in th))).toEqual([]);
  });
  it("name every kind and state of the contract", () => {
    const ids = [
      ...organizationKind.options.map((k) => `kind.${k}`),
      ...linkState.options.map((s) => `plan_state.${s}`),
    ];
    expect(ids.filter((id) => !(id in th))).toEqual([]);
  });
});
