import { describe, expect, it } from "vitest";
import { MARGIN, withMargin } from "./map-motion.ts";

describe("withMargin", () => {
  it("keeps clear of what panels cover", () => {
    expect(withMargin({ left: 352, right: 404, top: 44 }, { clientWidth: 1440, clientHeight: 844 })).toEqual({
      left: 352 + MARGIN,
      right: 404 + MARGIN,
      top: 44 + MARGIN,
      bottom: MARGIN,
    });
  });

  it("goes below panels that leave nothing between them", () => {
    expect(
      withMargin({ left: 352, right: 404, top: 44, bottom: 24 }, { clientWidth: 820, clientHeight: 1120 }),
    ).toEqual({
      left: MARGIN,
      right: MARGIN,
      top: 560 + MARGIN,
      bottom: 24 + MARGIN,
    });
  });
});
