import { describe, expect, it } from "vitest";
import { placeSet } from "./filter.schema.ts";

describe("a list of the filter", () => {
  it("is the same however it is written, and has everything once", () => {
    for (const written of ["50,57", ["50", "57"], " 50 ,,57,50", ["50,57", "57"]])
      expect(placeSet.parse(written)).toEqual(["50", "57"]);
    expect(placeSet.parse(Array(600).fill("50").join())).toEqual(["50"]);
    expect([placeSet.parse(""), placeSet.parse(undefined)]).toEqual([undefined, undefined]);
  });

  it("has an end", () => {
    const codes = Array.from({ length: 501 }, (_, at) => String(1001 + at));
    expect(() => placeSet.parse(codes.join())).toThrow(/500/);
  });
});
