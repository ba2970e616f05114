import { describe, expect, it } from "vitest";
import { parseCsv, readCsv } from "./csv.ts";
import { Notes } from "./notes.ts";
import { toWindows874 } from "./windows-874.fixture.ts";

const wanted = { file: "a.csv", columns: ["code", "name", "until"], mayBeBlank: ["until"] } as const;
const TEXT = "code,name,until\r\n50,เชียงใหม่,\r\n51,ลำพูน,\r\n";
const ROWS = [
  { code: "50", name: "เชียงใหม่", until: "" },
  { code: "51", name: "ลำพูน", until: "" },
];

function read(input: string | Uint8Array) {
  const notes = new Notes();
  const rows = readCsv(input, { ...wanted, notes });
  return { cells: rows.map(({ cells }) => cells), lines: rows.map(({ line }) => line), notes: notes.lines() };
}

describe("readCsv", () => {
  it.each<[string, string | Uint8Array, string | null]>([
    ["UTF-8", Buffer.from(TEXT), null],
    ["UTF-8 with a byte-order mark", Buffer.from(`\uFEFF${TEXT}`), null],
    ["Windows-874", toWindows874(TEXT), "Windows-874"],
    [
      "UTF-16 with tabs, as Excel's Unicode text",
      Buffer.from(`\uFEFF${TEXT.replaceAll(",", "\t")}`, "utf16le"),
      "UTF-16",
    ],
    ["semicolons", TEXT.replaceAll(",", ";"), "semicolons"],
    ["tabs", TEXT.replaceAll(",", "\t"), "tabs"],
    ["upright bars", TEXT.replaceAll(",", "|"), "upright bars"],
    ["a line that says the separator", `sep=;\r\n${TEXT.replaceAll(",", ";")}`, "semicolons"],
    ["CR alone", TEXT.replaceAll("\r\n", "\r"), null],
    ["LF and CRLF mixed", TEXT.replace("\r\n", "\n"), null],
    ["no end of the last line", TEXT.trimEnd(), null],
    ["blank lines at the end", `${TEXT}\r\n\r\n`, null],
    ["lines of separators at the end", `${TEXT},,\r\n,,\r\n`, "2 blank lines left out"],
    ["a blank line between", TEXT.replace("51", "\r\n51"), "1 blank lines left out"],
    ["empty columns at the end", TEXT.replaceAll("\r\n", ",,\r\n"), null],
    [
      "lines that end early",
      TEXT.replaceAll(",\r\n", "\r\n"),
      "lines that end early taken as blank at their end: 2",
    ],
    ["the end mark of DOS and padding", Buffer.from(`${TEXT}\x1A\0\0`), null],
    [
      "headings in capitals, with spaces",
      TEXT.replace("code,name", " CODE ,Name"),
      'headings written another way: 2 ("CODE" → code',
    ],
    [
      "no-break spaces and zero-width signs",
      TEXT.replace("เชียงใหม่", "เชียง\u200Bใหม่\u00A0"),
      "zero-width signs taken out: 1 (line 2, name",
    ],
    [
      "a vowel behind its tone mark",
      TEXT.replace("ใหม่,", "ใหม่,").replace("ลำพูน", "ล\u0E4Dาพูน"),
      "Thai vowels put in order: 1",
    ],
    ["line breaks in quotes", TEXT.replace("เชียงใหม่", '"เชียงใหม่\r\n"'), null],
    ["codes as formulas", TEXT.replace("50", '="50"'), 'cells of the form ="…" taken as text'],
  ])("reads %s", (_, input, note) => {
    const { cells, notes } = read(input);
    expect(cells).toEqual(ROWS);
    if (note === null) expect(notes).toEqual([]);
    else expect(notes.join("\n")).toContain(note);
  });

  it("knows the line where a row begins, whatever was between", () => {
    expect(read(TEXT.replace("เชียงใหม่", '"เชียง\r\nใหม่"').replace("51", "\r\n51")).lines).toEqual([2, 5]);
    expect(read(`sep=,\r\n${TEXT}`).lines).toEqual([3, 4]);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ["nothing", "", /^a\.csv has nothing in it/],
    ["blank lines alone", "\uFEFF\r\n ,,\r\n", /^a\.csv has nothing in it/],
    ["a heading alone", "code,name,until\r\n\r\n", /^a\.csv has a heading \(line 1\) and no line under it/],
    [
      "a missing column",
      TEXT.replace("name", "x"),
      /line 1: the heading lacks name; the heading has "x" \(column 2\)/,
    ],
    [
      "an unknown column",
      TEXT.replace("until", "until,note"),
      /line 1: the heading has "note" \(column 4\), which is unknown/,
    ],
    [
      "a column twice",
      TEXT.replace("until", "Name"),
      /line 1: the heading has name twice, in columns 2 and 3/,
    ],
    [
      "a title above the heading",
      `รายชื่อ,,\r\n${TEXT}`,
      /line 1 is not the heading: "รายชื่อ"; the heading is line 2/,
    ],
    ["no heading", TEXT.slice(TEXT.indexOf("50")), /line 1: the heading lacks code, name, until/],
    [
      "a cell without a heading",
      TEXT.replace("ลำพูน,", "ลำพูน,,x"),
      /line 3: "x" stands in column 4, which has no heading/,
    ],
    [
      "a line that lacks a cell",
      TEXT.replace(",ลำพูน,", ""),
      /line 3: 1 cells where the heading has 3; name is missing/,
    ],
    [
      "a quote that does not close",
      TEXT.replace("ลำพูน", '"ลำพูน'),
      /line 3: a quote opens and does not close/,
    ],
    ["a stray quote", TEXT.replace("ลำพูน", 'ลำ"พูน'), /line 3: a stray quote/],
    ["a lost letter", TEXT.replace("ลำพูน", "ลำ\uFFFDพูน"), /line 3, name: .* could not be read/],
    [
      "text saved in the wrong encoding",
      TEXT.replace("ลำพูน", Buffer.from("ลำพูน").toString("latin1")),
      /line 3, name: .*it was "ลำพูน"/,
    ],
    [
      "Thai text saved in the wrong encoding",
      TEXT.replace("ลำพูน", new TextDecoder("windows-874").decode(Buffer.from("ลำพูน"))),
      /line 3, name: .*it was "ลำพูน"/,
    ],
    [
      "a workbook",
      Buffer.from("PK\x03\x04....xl/workbook.xml"),
      /^a\.csv is an Excel workbook \(\.xlsx\), not a CSV/,
    ],
    ["an old workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), /^a\.csv is an old Excel/],
    ["a web page", Buffer.from("<html><table>"), /^a\.csv is a web page/],
  ])("refuses %s in one sentence with the next step", (_, input, message) => {
    expect(() => read(input)).toThrow(message);
    expect(() => read(input)).toThrow(/^[^\n]+\.?\nNext: [^\n]+$/);
  });
});

describe("parseCsv", () => {
  it("keeps codes as text, quotes and commas, and takes any heading", () => {
    expect(parseCsv('\uFEFFcode,reason\r\n01,"a, ""b"""\r\n02,\r\n')).toEqual([
      { code: "01", reason: 'a, "b"' },
      { code: "02", reason: "" },
    ]);
    expect(parseCsv("code,reason\r\n")).toEqual([]);
  });
});
