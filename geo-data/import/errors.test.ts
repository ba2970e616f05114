import { describe, expect, it } from "vitest";
import { GeoDataError, sentenceOf } from "./errors.ts";

describe("sentenceOf", () => {
  it("says what a person can act on as it is", () => {
    expect(sentenceOf(new GeoDataError("a.zip is damaged.", "get it again."))).toBe(
      "a.zip is damaged.\nNext: get it again.",
    );
  });

  it.each([
    [new TypeError("x is not\na function"), "TypeError: x is not\\na function"],
    [new RangeError(`Invalid ${"x".repeat(1_000)}`), "RangeError: Invalid xxx"],
    ["a text", "a text"],
  ])("says a fault of ours on one line, with the next step and no stack", (error, what) => {
    const said = sentenceOf(error);
    expect(said).toContain(`This is a fault of the program, and nothing was changed: ${what}`);
    expect(said).toMatch(/^[^\n]{1,300}\nNext: [^\n]+$/);
  });
});
