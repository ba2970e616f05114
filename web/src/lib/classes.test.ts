import { describe, expect, it } from "vitest";
import {
  classOfValue,
  isMostlyWithheld,
  legendClasses,
  NO_DATA_SLOT,
  NOT_APPLICABLE_SLOT,
  slotOf,
  slotOfClass,
  WITHHELD_SLOT,
} from "./classes.ts";

const breaks = [0.2, 0.4];

describe("classOfValue", () => {
  it("keeps zero apart and puts a break into the class below it", () => {
    expect([0, 0.1, 0.2, 0.21, 0.4, 0.9].map((value) => classOfValue(breaks, value))).toEqual([
      0, 1, 1, 2, 2, 3,
    ]);
  });
  it("has one class above zero without breaks", () => {
    expect([0, 1].map((value) => classOfValue([], value))).toEqual([0, 1]);
  });
});

describe("slotOfClass", () => {
  it("uses the whole ramp, each class a colour of its own", () => {
    for (let count = 2; count <= 8; count += 1) {
      const slots = Array.from({ length: count }, (_, i) => slotOfClass(i + 1, count));
      expect(slots[0]).toBe(1);
      expect(slots.at(-1)).toBe(8);
      expect(new Set(slots).size).toBe(count);
    }
  });
});

describe("slotOf", () => {
  const scale = { measure: "ratio" as const, breaks };
  const area = { value: null, ratio: null, notApplicable: false, isWithheld: false };
  it("tells zero, no data and not applicable apart", () => {
    expect(slotOf(scale, { ...area, value: 0, ratio: 0 })).toBe(0);
    expect(slotOf(scale, area)).toBe(NO_DATA_SLOT);
    expect(slotOf(scale, { ...area, notApplicable: true })).toBe(NOT_APPLICABLE_SLOT);
  });
  it("classes by the ratio or the value, and knows nothing where there is none", () => {
    expect(slotOf(scale, { ...area, value: 3, ratio: 0.3 })).toBe(slotOfClass(2, 3));
    expect(slotOf(scale, { ...area, value: 3 })).toBe(NO_DATA_SLOT);
    expect(slotOf({ measure: "value", breaks: [2] }, { ...area, value: 3 })).toBe(slotOfClass(2, 2));
  });
  it("shows neither zero nor a class where all of it is withheld, and the class of what is not", () => {
    const amounts = { measure: "value" as const, breaks: [10, 20] };
    expect(slotOf(amounts, { ...area, isWithheld: true })).toBe(WITHHELD_SLOT);
    expect(slotOf(amounts, { ...area, value: 25, isWithheld: true })).toBe(slotOfClass(3, 3));
  });
});

describe("legendClasses", () => {
  it("lists zero, the ranges and the two that are no numbers", () => {
    const kinds = legendClasses({ measure: "value", breaks: [10] }).map((line) => line.kind);
    expect(kinds).toEqual(["zero", "range", "range", "no_data", "not_applicable"]);
  });
  it("has a line of its own for what is withheld, where something may be", () => {
    const lines = legendClasses({ measure: "value", breaks: [10] }, true);
    expect(lines.filter(({ kind }) => kind === "withheld")).toEqual([
      { kind: "withheld", slot: WITHHELD_SLOT },
    ]);
    expect(new Set(lines.map(({ slot }) => slot)).size).toBe(lines.length);
  });
});

describe("isMostlyWithheld", () => {
  it("counts areas that have a result, told or not", () => {
    const codes = ["1", "2", "3", "4"];
    expect(isMostlyWithheld({ codes, values: [null, null, 7, 0], withheld: { 1: 5, 2: 9 } })).toBe(true);
    expect(isMostlyWithheld({ codes, values: [null, 3, 7, null], withheld: { 1: 5, 2: 9 } })).toBe(false);
    expect(isMostlyWithheld({ codes, values: [null, null, null, 0], withheld: {} })).toBe(false);
  });
});
