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

  // each took minutes when a pattern began anew at every sign of a long row
  it.each([
    ["300,000 blank lines in the middle", TEXT.replace("51", `${"\n".repeat(300_000)}51`)],
    ["a line of 300,000 spaces", TEXT.replace("51", `${" ".repeat(300_000)}\n51`)],
    ["300,000 spaces at the end", TEXT + " ".repeat(300_000)],
    ["200,000 lines of separators", TEXT.replace("51", `${",,\n".repeat(200_000)}51`)],
  ])("reads %s at once", { timeout: 20_000 }, (_, input) => {
    const began = performance.now();
    expect(read(input).cells).toEqual(ROWS);
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    [
      "a cell of 200,000 spaces",
      TEXT.replace("ลำพูน", `a${" ".repeat(200_000)}b`),
      /line 3, name: "a {59}…" has 200002 letters, and no cell has more than 20000/,
    ],
    [
      "a cell of ten million letters",
      TEXT.replace("ลำพูน", "ก".repeat(1e7)),
      /line 3, name: "ก{60}…" has 10000000 letters/,
    ],
    [
      "50,000 columns",
      TEXT.replace("until", `until${",x".repeat(50_000)}`),
      /line 1: the heading has 50003 columns, and no more than 1000 are read\.\nNext: the columns are code, name, until/,
    ],
    [
      "many unknown columns",
      TEXT.replace("until", `until${Array.from({ length: 40 }, (_, at) => `,x${at}`).join("")}`),
      /the heading has "x0" \(column 4\).*"x11" \(column 15\), and 28 more, which are unknown/,
    ],
    [
      "more lines than any list",
      `${TEXT}${"50,ก,\n".repeat(250_000)}`,
      /^a\.csv has more than 250000 lines, and no more are read/,
    ],
    [
      "a stray quote behind 300,000 blank lines",
      TEXT.replace("51", `${"\n".repeat(300_000)}51"`),
      /^a\.csv line 300003: a stray quote: 51",ลำพูน,\n/,
    ],
    ["more than 32 MB", new Uint8Array(34e6), /^a\.csv has 34 MB, and no more than 34 MB are read/],
    [
      "a cell that moves the cursor",
      TEXT.replace("ลำพูน", "\x1B[2Jลำ"),
      /line 3, name: "\\u001b\[2Jลำ" has a letter that could not be read/,
    ],
    [
      "a heading that moves the cursor",
      TEXT.replace("until", '"x\x1B[2J\nNext: y"'),
      /the heading lacks until; the heading has "x\\u001b\[2J Next: y" \(column 3\)/,
    ],
  ])("refuses %s at once, and briefly", { timeout: 30_000 }, (_, input, message) => {
    const began = performance.now();
    expect(() => read(input)).toThrow(message);
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(() => read(input)).toThrow(/^[^\n\p{Cc}]{1,700}\nNext: [^\n\p{Cc}]{1,300}$/u);
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
    [
      "a heading of semicolons over lines of commas",
      TEXT.replace("code,name,until", "code;name;until"),
      /^a\.csv line 2 is separated by commas, the heading \(line 1\) by semicolons\.\nNext: use one/,
    ],
    [
      "a heading of tabs over lines of commas with quotes",
      TEXT.replace("code,name,until", "code\tname\tuntil").replace("ลำพูน", '"ลำ,พูน"'),
      /^a\.csv line 2 is separated by commas, the heading \(line 1\) by tabs/,
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
