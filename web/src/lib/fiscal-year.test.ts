import { describe, expect, it } from "vitest";
import { dateText, fiscalYearText } from "./fiscal-year.ts";

describe("fiscalYearText", () => {
  it("shows พ.ศ. in Thai and both in English", () => {
    expect(fiscalYearText(2021, "th")).toBe("2564");
    expect(fiscalYearText(2021, "en")).toBe("2021 (B.E. 2564)");
  });
});

describe("dateText", () => {
  it("writes the Thai day of Thailand's clock, in พ.ศ.", () => {
    // 30 September 2021 at 18:00 UTC is already 1 October in Bangkok
    expect(dateText("2021-09-30T18:00:00Z", "th")).toBe("1 ต.ค. 2564");
    expect(dateText("2021-09-30", "en")).toBe("30 Sept 2021");
  });
  it("gives back what is no date", () => {
    expect(dateText("soon", "th")).toBe("soon");
  });
});
