import { describe, expect, it } from "vitest";
import { milestonesOf } from "./milestones.ts";

const at = (fiscal_year: number, value: number) => ({ fiscal_year, value });

describe("milestonesOf", () => {
  it("puts the years in order, of the country", () => {
    expect(milestonesOf([at(2021, 9), at(2019, 4)], "sum", 0)).toEqual([
      { place_code: "TH", fiscal_year: 2019, value: 4 },
      { place_code: "TH", fiscal_year: 2021, value: 9 },
    ]);
  });

  it("takes a rate that falls, and amounts that stay", () => {
    expect(milestonesOf([at(2019, 0.9), at(2021, 0.85)], "rate", 0)).toHaveLength(2);
    expect(milestonesOf([at(2019, 4), at(2021, 4)], "coverage", 4)).toHaveLength(2);
  });

  it.each([
    ["years-repeat", "sum", [at(2021, 1), at(2021, 2)]],
    ["no-share", "rate", [at(2021, 1.1)]],
    ["not-whole", "sum", [at(2021, 1.5)]],
    ["falls", "coverage", [at(2020, 9), at(2021, 8)]],
    ["too-many", "coverage", [at(2021, 11)]],
  ])("refuses by name: %s", (reason, kind, given) => {
    expect(() => milestonesOf(given, kind, 10)).toThrow(
      expect.objectContaining({
        code: "invalid-request",
        said: expect.objectContaining({
          reason,
          errors: [{ field: "milestones", message: expect.any(String) }],
        }),
      }),
    );
  });
});
