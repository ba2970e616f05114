import { describe, expect, it } from "vitest";
import { compareNumbers, compareText } from "./thai-sort.ts";

describe("compareText", () => {
  it("sorts leading vowels after their consonant, as a Thai dictionary does", () => {
    const names = ["เชียงใหม่", "ไชยา", "ชลบุรี", "แพร่", "พะเยา", "กระบี่"];
    expect(names.sort((a, b) => compareText(a, b, "th"))).toEqual([
      "กระบี่",
      "ชลบุรี",
      "เชียงใหม่",
      "ไชยา",
      "พะเยา",
      "แพร่",
    ]);
  });
});

describe("compareNumbers", () => {
  it("keeps what is not known at the end in both directions", () => {
    const values = [2, null, 1];
    expect([...values].sort((a, b) => compareNumbers(a, b, false))).toEqual([1, 2, null]);
    expect([...values].sort((a, b) => compareNumbers(a, b, true))).toEqual([2, 1, null]);
  });
});
