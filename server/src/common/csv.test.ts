import { describe, expect, it } from "vitest";
import { toCsv } from "./csv.ts";

describe("toCsv", () => {
  it("begins with a byte order mark and ends lines with CRLF, headings alone included", () => {
    expect(toCsv(["รหัส", "ค่า"], [])).toBe('\uFEFF"รหัส","ค่า"\r\n');
  });

  it("quotes text, codes among it, and leaves numbers bare and null empty", () => {
    expect(toCsv(["a"], [["100101", 3.5, null, false]])).toBe('\uFEFF"a"\r\n"100101",3.5,,false\r\n');
  });

  it("doubles quotes and keeps commas and line breaks inside", () => {
    expect(toCsv(["a"], [['say "x", and\ny']])).toContain('"say ""x"", and\ny"');
  });

  it.each(["=1+1", "+66", "-cmd", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])("guards %j", (text) => {
    expect(toCsv(["a"], [[text]])).toContain(`"'${text}"`);
  });

  it("leaves a hyphen or sign inside alone", () => {
    expect(toCsv(["a"], [["1-4", "a=b"]])).toContain('"1-4","a=b"');
  });
});
