import { describe, expect, it } from "vitest";
import { parseCsv } from "./csv.ts";

describe("parseCsv", () => {
  it("reads quotes, doubled quotes, commas and line breaks in quotes, BOM and CRLF", () => {
    expect(parseCsv('\uFEFFcode,reason\r\n01,"a, ""b""\nc"\r\n02,\r\n')).toEqual([
      { code: "01", reason: 'a, "b"\nc' },
      { code: "02", reason: "" },
    ]);
  });

  it("keeps codes as text and reads a last line without an end", () => {
    expect(parseCsv("code\n0101")).toEqual([{ code: "0101" }]);
  });

  it("names the line whose number of fields is wrong", () => {
    expect(() => parseCsv("a,b\n1,2\n3\n")).toThrow("line 3: 1 fields, the header has 2");
  });

  it("refuses a stray quote", () => {
    expect(() => parseCsv('a\nb"c\n')).toThrow("stray quote");
  });
});
