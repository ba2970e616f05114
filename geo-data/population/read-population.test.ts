import { describe, expect, it } from "vitest";
import { Notes } from "../import/notes.ts";
import { listPopulationSources } from "../import/sources.ts";
import { toWindows874 } from "../import/windows-874.fixture.ts";
import { readPopulation } from "./read-population.ts";

const source = { ...listPopulationSources()[0]!, expected_total: 3_000, file_name: "people.csv" };
const HEADING = "level,code,name_th,total,households";
const LINES = [
  "1,50,เชียงใหม่,3000,",
  "2,5001,เมือง,3000,",
  "3,500101,ศรีภูมิ,1200,400",
  "3,500102,พระสิงห์,1800,700",
];
const text = (...lines: string[]) => [HEADING, ...lines, ""].join("\r\n");

function read(input: string | Uint8Array) {
  const notes = new Notes();
  const { rows, unmatched } = readPopulation(source, input, new Set(["500101", "500102"]), notes);
  return { persons: rows.map(({ persons }) => persons), unmatched, notes: notes.lines().join("\n") };
}
const changed = (from: string, to: string) => text(...LINES).replace(from, to);

describe("readPopulation", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["as it should be", text(...LINES), ""],
    ["in Windows-874", toWindows874(text(...LINES)), "Windows-874"],
    [
      "with separators of thousands",
      changed("1200", '"1,200"'),
      'numbers written another way: 1 (line 4, total "1,200" → 1200)',
    ],
    ["with Thai digits", changed("500101", "๕๐๐๑๐๑"), "codes written another way: 1"],
    ["with decimals", changed("1200", "1200.0"), '"1200.0" → 1200'],
  ])("reads a table %s", (_, input, note) => {
    const { persons, notes } = read(input);
    expect(persons).toEqual([1_200, 1_800]);
    if (note === "") expect(notes).toBe("");
    else expect(notes).toContain(note);
  });

  it.each([
    [
      "a code spoilt by a spreadsheet",
      changed("500101", "5.00101E+05"),
      /people\.csv line 4, code: "5\.00101E\+05".*spreadsheet/,
    ],
    ["a code twice", changed("500102", "500101"), /line 5, code: "500101" is there a second time/],
    ["a number that is none", changed("1200", "-"), /line 4, total: "-" is no number/],
    ["no number", changed("1200", ""), /line 4, total: "" is no number/],
    [
      "a missing column",
      changed("total", "sum"),
      /line 1: the heading lacks total; it has level \(column 1\)/,
    ],
    ["tambon that do not add up", changed("1200", "1201"), /the tambon of 50 add up to 3001/],
    ["a heading alone", text(), /no line under it/],
    ["nothing", "", /nothing in it/],
  ])("refuses %s", (_, input, message) => {
    expect(() => read(input)).toThrow(message);
  });
});
