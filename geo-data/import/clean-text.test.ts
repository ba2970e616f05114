import { describe, expect, it } from "vitest";
import { cleanCode, cleanText, spoiltCode, unscramble, withoutEnd } from "./clean-text.ts";
import { Notes } from "./notes.ts";

describe("withoutEnd", () => {
  it("takes off what has no letter in it, and no more", () => {
    expect(withoutEnd(" a b \r\n\t\0\x1A\u00A0\u2028\uFEFF")).toBe(" a b");
    expect(withoutEnd("a,\t \n", "\t")).toBe("a,\t");
    expect(withoutEnd(" \0 ")).toBe("");
    expect(withoutEnd(`${" ".repeat(300_000)}x`)).toHaveLength(300_001);
  });
});

describe("cleanText", () => {
  it.each([
    ["\u200Bเชียง\u200Bใหม่\uFEFF", "เชียงใหม่", "zero-width signs"],
    ["สุไหง\u00A0โก-ลก", "สุไหง โก-ลก", "no-break spaces"],
    ["น\u0E4Dาพอง", "น\u0E33พอง", "Thai vowels"],
    ["น\u0E4D\u0E49าปาด", "น\u0E49\u0E33ปาด", "Thai vowels"],
    ["น\u0E33\u0E49ปาด", "น\u0E49\u0E33ปาด", "Thai vowels"],
    ["ท\u0E48\u0E35", "ท\u0E35\u0E48", "Thai vowels"],
    ["เเม่ริม", "แม่ริม", "Thai vowels"],
    ["บาง\nรัก", "บาง รัก", "line breaks"],
  ])("turns %j into %j, and says so", (text, clean, kind) => {
    const notes = new Notes();
    expect(cleanText(text, notes, "line 2, name")).toBe(clean);
    expect(notes.lines()).toEqual([
      expect.stringMatching(new RegExp(`^${kind}.*: 1 \\(line 2, name "${clean}"\\)$`)),
    ]);
  });

  it.each(["จ.ป.ร.", "สุไหงโก-ลก", "ป้อมปราบศัตรูพ่าย", "น้ำปาด", "ที่วัง", "Ban Rai"])("leaves %s alone", (name) => {
    const notes = new Notes();
    expect(cleanText(` ${name}  `, notes, "")).toBe(name);
    expect(notes.lines()).toEqual([]);
  });

  it("counts what it does, with three examples", () => {
    const notes = new Notes();
    for (const line of [2, 3, 4, 5]) cleanText("ก\u200B", notes, `line ${line}`);
    expect(notes.lines()).toEqual([
      'zero-width signs taken out: 4 (line 2 "ก"; line 3 "ก"; line 4 "ก"; and 1 more)',
    ]);
  });
});

describe("codes", () => {
  it.each(["๕๐", "50.0", "50.", "'50", '="50"', "=50"])("reads %s as 50, and says so", (text) => {
    const notes = new Notes();
    expect(cleanCode(text, notes, "line 2")).toBe("50");
    expect(notes.lines()).toHaveLength(1);
  });

  it("says what may have spoilt one", () => {
    expect(spoiltCode("1.00101E+05", 6)).toContain("spreadsheet");
    expect(spoiltCode("1E+05", 6)).toContain("spreadsheet");
    expect(spoiltCode("5", 2)).toContain("zero in front");
    expect(spoiltCode("501", 2)).toBe("");
  });
});

describe("unscramble", () => {
  it("knows Thai that was read in the wrong encoding, and leaves Thai and French alone", () => {
    const written = Buffer.from("เชียงใหม่");
    for (const read of [
      new TextDecoder("windows-874").decode(written),
      written.toString("latin1"),
      "à¹€à¸Šà¸µà¸¢à¸‡à¹ƒà¸«à¸¡à¹ˆ",
    ]) {
      expect(unscramble(read)).toBe("เชียงใหม่");
    }
    for (const text of ["เชียงใหม่", "เธอ", "café", "Chiang Mai", "สุไหงโก-ลก"])
      expect(unscramble(text)).toBeNull();
  });
});
