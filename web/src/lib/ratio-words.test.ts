import { readFileSync } from "node:fs";
import { indicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { describe, expect, it } from "vitest";
import { rateOfText, ratioMeaning, ratioNumber, ratioText } from "./ratio-words.ts";

const declared = (id: string) =>
  indicatorDeclaration.parse(
    JSON.parse(readFileSync(new URL(`../../../db/indicators/${id}.json`, import.meta.url), "utf8")),
  );
const density = declared("organization-density");

describe("ratio", () => {
  it("says what it is", () => {
    const ids = [
      "plans-linked",
      "governance-efficiency",
      "housing-households",
      "leaders",
      "organization-density",
    ];
    expect(ids.map((id) => ratioMeaning(declared(id)))).toEqual(["share", "share", "met", null, "rate"]);
  });
  it("is never 0 where there is something, in per cent or in a unit of its own", () => {
    expect(ratioText(density, 0.0273, "th")).toBe("0.027 องค์กรต่อประชากร 1,000 คน");
    expect(ratioNumber(density, 0.194, "en")).toBe("0.19");
    expect(ratioText(declared("plans-linked"), 0.4258, "en")).toBe("42.6%");
    expect(ratioText(density, null, "en")).toBe("–");
  });
  it("of a rate is of so much for so much, and not out of it", () => {
    const total = { numerator: 150, denominator: 5493729 };
    expect(rateOfText(density, total, "th")).toBe("150 องค์กร ต่อประชากร 5,493,729 คน");
    expect(rateOfText(density, total, "en")).toBe("150 organizations for 5,493,729 persons");
    expect(rateOfText(declared("population-density"), { numerator: 1, denominator: 2.5 }, "en")).toBe(
      "1 person on 2.5 km²",
    );
    expect(rateOfText(declared("governance-efficiency"), total, "th")).toBeNull();
    expect(rateOfText(density, { numerator: null, denominator: null }, "th")).toBeNull();
  });
  it("in a unit of its own always says what it is of", () => {
    for (const id of ["organization-density", "population-density"])
      expect([id, declared(id).denominator?.told]).not.toContain(null);
  });
});
