import { describe, expect, it } from "vitest";
import { isMeasuredAt, measuredAbove } from "./measured-at.ts";

const country = { levels: [] };
const provinces = { levels: ["region" as const, "province" as const] };

describe("an indicator", () => {
  it("has a figure of the country, and of the levels it declares", () => {
    expect(["TH", "R1", "50"].map((place) => isMeasuredAt(country, place))).toEqual([true, false, false]);
    expect(
      ["TH", "R1", "50", "5001", "500108", "L5069"].map((place) => isMeasuredAt(provinces, place)),
    ).toEqual([true, true, true, false, false, false]);
  });
  it("has none of a place below those: the nearest above has", () => {
    expect(["R1", "50", "500108", "L5069"].map((place) => measuredAbove(country, place))).toEqual(
      Array(4).fill("TH"),
    );
    expect(["5001", "500108", "L5069"].map((place) => measuredAbove(provinces, place))).toEqual([
      "50",
      "50",
      "TH",
    ]);
  });
});
