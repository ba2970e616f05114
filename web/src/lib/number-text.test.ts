import { describe, expect, it } from "vitest";
import en from "../i18n/en.json";
import th from "../i18n/th.json";
import {
  bahtText,
  countedId,
  countText,
  landText,
  numberText,
  percentText,
  rateText,
  unitText,
  wholeOf,
} from "./number-text.ts";

describe("percentText", () => {
  it("never rounds something to nothing, or nearly all to all", () => {
    expect(percentText(0.0001, "th")).toBe("ไม่ถึง 0.1%");
    expect(percentText(0.0001, "en")).toBe("under 0.1%");
    expect(percentText(0.9999, "th")).toBe("เกือบ 100%");
    expect(percentText(0.9995, "en")).toBe("nearly 100%");
    expect([0, 0.2408, 1].map((ratio) => percentText(ratio, "th"))).toEqual(["0%", "24.1%", "100%"]);
  });
});

describe("numberText and rateText", () => {
  it("never tell something as 0", () => {
    expect([0.04, 0.0004, -0.003, 0, 0.05, 7.84].map((value) => numberText(value, "th"))).toEqual([
      "0.04",
      "0.0004",
      "-0.003",
      "0",
      "0.1",
      "7.8",
    ]);
    // parts of a unit do not add up to the last digit
    expect(numberText(1 - 0.999999999, "en")).toBe("0");
  });
  it("give a small rate two digits", () => {
    expect([0.0273, 0.194, 1.58, 12.34, 0, 0.996, 1234.5].map((rate) => rateText(rate, "en"))).toEqual([
      "0.027",
      "0.19",
      "1.6",
      "12.3",
      "0",
      "1",
      "1,234.5",
    ]);
  });
});

describe("wholeOf", () => {
  it("rounds, but nothing to nothing", () => {
    expect([0, 0.3, 0.8, 1.2, 2.6].map(wholeOf)).toEqual([0, 0.3, 0.8, 1, 3]);
  });
});

describe("countText", () => {
  it("tells less than one as a part of one, as people say it", () => {
    expect([0.1, 0.5, 0.333333333, 0.333333334, 0.8].map((count) => countText(count, "th"))).toEqual([
      "1 ใน 10",
      "1 ใน 2",
      "1 ใน 3",
      "1 ใน 3",
      "4 ใน 5",
    ]);
    expect(countText(0.666666667, "en")).toBe("2 in 3");
    expect(countText(0.437, "th")).toBe("43.7%");
    expect(countText(0.0002, "en")).toBe("under 0.1%");
    expect([0, 1, 7.8, 7949].map((count) => countText(count, "th"))).toEqual(["0", "1", "7.80", "7,949"]);
  });
  it("tells one and a part, and a few and a part, so that nobody takes them for the number of an indicator", () => {
    expect([1 + 1 / 14, 1.1, 1.2].map((count) => countText(count, "th"))).toEqual(["1.07", "1.10", "1.20"]);
    // beside what they are of, so that they add up
    expect([1, 1 / 14, 0].map((count) => countText(count, "en", 1 + 1 / 14))).toEqual(["1", "0.07", "0"]);
    expect(countText(1 / 14, "th", 1 / 14)).toBe("1 ใน 14");
    expect([1.1, 7.84].map((count) => countText(count, "en", 100))).toEqual(["1.1", "7.8"]);
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
    expect([0, 1, 2].map((count) => countedId({ counted_by: "local_authority" }, count))).toEqual([
      "counted_by.local_authority",
      "counted_one.local_authority",
      "counted_by.local_authority",
    ]);
  });
  it("are called by both names where they are of two kinds", () => {
    const declared = { counted_by: "tambon" as const };
    const words = (of: Parameters<typeof countedId>[0], text: Record<string, string>) =>
      [null, 1].map((count) => text[countedId(of, count)]);
    expect(words(declared, th)).toEqual(["ตำบล", "ตำบล"]);
    expect(words({ ...declared, with_districts: true }, th)).toEqual(["ตำบล/แขวงและเขต", "ตำบล/แขวงหรือเขต"]);
    expect(words({ ...declared, with_districts: true }, en)).toEqual([
      "tambon, khwaeng and Bangkok districts",
      "tambon, khwaeng or Bangkok district",
    ]);
  });
  it("writes baht, square kilometres and ไร่ with Arabic digits", () => {
    expect(bahtText(1234567.4, "th")).toBe("1,234,567 บาท");
    expect(landText(1_600_000, "th")).toBe("1.6 ตร.กม. (1,000 ไร่)");
    expect(landText(1_600_000, "en")).toBe("1.6 km²");
    expect(numberText(176714, "th")).toBe("176,714");
  });
});
