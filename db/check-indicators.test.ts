import { readdirSync, readFileSync } from "node:fs";
import { type IndicatorDeclaration, indicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { describe, expect, it } from "vitest";
import { checkIndicators } from "./check-indicators.ts";

const folder = new URL("./indicators/", import.meta.url);
const declared = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => indicatorDeclaration.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8"))));

const offencesOf = (id: string, changed: Partial<IndicatorDeclaration>) => () =>
  checkIndicators(declared.map((one) => (one.id === id ? { ...one, ...changed } : one)));

describe("the declarations of indicators", () => {
  it("keep to the rules as they are", () => {
    expect(() => checkIndicators(declared)).not.toThrow();
  });

  it("add to what withholds small figures of the same places and years", () => {
    const said = "housing-built and housing-households, which it adds to, must";
    expect(offencesOf("housing-households", { sensitive: false })).toThrow(`${said} withhold small figures`);
    expect(offencesOf("housing-built", { sensitive: false })).toThrow(`${said} withhold small figures`);
    expect(offencesOf("housing-built", { fiscal_years: [2021] })).toThrow(
      `${said} have the same fiscal_years`,
    );
    expect(offencesOf("housing-built", { levels: ["tambon"] })).toThrow(`${said} have the same levels`);
  });

  it("add to what there is, and never each other", () => {
    expect(offencesOf("housing-built", { adds_to: "homes" })).toThrow(
      "housing-built: adds to homes, which is no indicator",
    );
    expect(offencesOf("housing-households", { adds_to: "housing-planned" })).toThrow(
      "must not add to each other",
    );
  });
});
