import { describe, expect, it } from "vitest";
import { addingUp } from "./adding-up.ts";

const sum = (parts: readonly number[]) => Math.round(parts.reduce((all, part) => all + part * 10, 0)) / 10;

describe("addingUp", () => {
  it("keeps what has one decimal", () => {
    expect(addingUp([7.8, 1, 6, 0])).toEqual([7.8, 1, 6, 0]);
    expect(addingUp([0.1, 0.2, 0.3])).toEqual([0.1, 0.2, 0.3]);
    expect(addingUp([])).toEqual([]);
  });
  it("gives thirds what each rounded alone would lose", () => {
    expect(addingUp([7.333333333, 1.333333334, 0])).toEqual([7.3, 1.4, 0]);
    expect(addingUp([1 / 3, 1 / 3, 1 / 3])).toEqual([0.4, 0.3, 0.3]);
    expect(addingUp([1 / 3, 1 / 3], 0.6)).toEqual([0.3, 0.3]);
  });
  it("tells hundredths of a few", () => {
    expect(addingUp([1, 1 / 14], undefined, 2)).toEqual([1, 0.07]);
    expect(addingUp([1 / 3, 1 / 3, 1 / 3], 1, 2)).toEqual([0.34, 0.33, 0.33]);
  });
  it("adds up to the whole as it is shown, whatever the parts", () => {
    for (let n = 1; n < 400; n += 1) {
      const parts = [n / 7, (n % 5) / 3, (n % 11) / 13, n % 3];
      const shown = addingUp(parts);
      expect(sum(shown), String(n)).toBe(Math.round(parts.reduce((all, part) => all + part, 0) * 10) / 10);
      for (const [at, part] of shown.entries()) expect(Math.abs(part - (parts[at] ?? 0))).toBeLessThan(0.1);
    }
  });
});
