import { describe, expect, it } from "vitest";
import { covers, withoutCovered } from "./covers.ts";

const regions = new Map([
  ["R1", ["50", "58"]],
  ["R10", ["81"]],
]);

describe("covers", () => {
  it("takes in all below an area", () => {
    expect([covers("58", "580301"), covers("5803", "5803"), covers("5803", "58")]).toEqual([
      true,
      true,
      false,
    ]);
  });
  it("takes an authority for itself alone, however its code begins", () => {
    expect([covers("L50", "L5001"), covers("L50", "L50"), covers("50", "L5001")]).toEqual([
      false,
      true,
      false,
    ]);
  });
  it("takes in a region's provinces and what is in them, and no other region", () => {
    const inside = ["R1", "58", "580301", "81", "R10"].map((code) => covers("R1", code, regions));
    expect(inside).toEqual([true, true, true, false, false]);
    expect(covers("58", "R1", regions)).toBe(false);
  });
});

describe("withoutCovered", () => {
  it("drops codes inside other codes of the list", () => {
    expect(withoutCovered(["5801", "58", "580301", "5001", "500101"])).toEqual(["58", "5001"]);
  });
  it("drops what lies in a region of the list once its provinces are known", () => {
    expect(withoutCovered(["5801", "R1", "8101", "R10"], regions)).toEqual(["R1", "R10"]);
    expect(withoutCovered(["5801", "R1"])).toEqual(["5801", "R1"]);
  });
});
