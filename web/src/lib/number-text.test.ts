import { describe, expect, it } from "vitest";
import { bahtText, landText, numberText, percentText, unitText } from "./number-text.ts";

describe("percentText", () => {
  it("never rounds something to nothing, or nearly all to all", () => {
    expect(percentText(0.0001, "th")).toBe("<0.1%");
    expect(percentText(0.9999, "en")).toBe(">99.9%");
    expect([0, 0.2408, 1].map((ratio) => percentText(ratio, "th"))).toEqual(["0%", "24.1%", "100%"]);
  });
});

describe("units", () => {
  it("are of one or of several in English, alike in Thai", () => {
    const unit = { th: "จังหวัด", en: "provinces", one: "province" };
    expect([1, 0, 0.3, 2, null].map((value) => unitText(unit, value, "en"))).toEqual([
      "province",
      ...Array(4).fill("provinces"),
    ]);
    expect([1, 2].map((value) => unitText(unit, value, "th"))).toEqual(["จังหวัด", "จังหวัด"]);
    expect(unitText({ th: "ตำบล", en: "tambon" }, 1, "en")).toBe("tambon");
  });
  it("writes baht, square kilometres and ไร่ with Arabic digits", () => {
    expect(bahtText(1234567.4, "th")).toBe("1,234,567 บาท");
    expect(landText(1_600_000, "th")).toBe("1.6 ตร.กม. (1,000 ไร่)");
    expect(landText(1_600_000, "en")).toBe("1.6 km²");
    expect(numberText(176714, "th")).toBe("176,714");
  });
});
