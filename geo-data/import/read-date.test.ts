import { describe, expect, it } from "vitest";
import { readDate } from "./read-date.ts";

describe("readDate", () => {
  it("has an answer at once for what is far too long", () => {
    expect(readDate(`1 ${".".repeat(1e6)}`)).toEqual({ refused: "is no date; write yyyy-mm-dd" });
  });

  it("leaves an ISO day of CE as it is", () => {
    expect(readDate("2020-10-01")).toEqual({ date: "2020-10-01", turned: false });
  });

  it.each([
    "2563-10-01",
    "2563/10/1",
    "25631001",
    "1/10/2563",
    "01-10-2563",
    "1.10.2563",
    "1 ตุลาคม 2563",
    "1 ตุลาคม พ.ศ. 2563",
    "วันที่ 1 ต.ค. 2563",
    "1 ต.ค. 63",
    "1 ตค 2563",
    "1-ต.ค.-63",
    "๑ ตุลาคม ๒๕๖๓",
    "๑/๑๐/๒๕๖๓",
    "1 ต.ค. ค.ศ. 2020",
    "1 October 2020",
    "1 Oct 2563",
    "2020/10/1",
    "20201001",
    "2020-10-01T00:00:00",
    "2020-10-01 00:00:00",
  ])("turns %s into 2020-10-01", (text) => {
    expect(readDate(text)).toEqual({ date: "2020-10-01", turned: true });
  });

  it("keeps 29 February of a leap year, which พ.ศ. alone does not show", () => {
    expect(readDate("29/2/2563")).toMatchObject({ date: "2020-02-29" });
    expect(readDate("29/2/2564")).toEqual({ refused: expect.stringContaining("no day of the calendar") });
  });

  it.each([
    ["1/10/63", "two digits (2020-10-01, if พ.ศ. 2563 is meant)"],
    ["1-Oct-20", "two digits"],
    ["1/10/2020", "may be 2020-10-01 or 2020-01-10"],
    ["10/31/2563", "no day of the calendar"],
    ["2563", "พ.ศ. 2563 is 2020 CE"],
    ["2020", "only a year"],
    ["44105", "a spreadsheet's number of a day (2020-10-01?)"],
    ["2563-13-01", "no day of the calendar"],
    ["3020-01-01", "neither CE nor พ.ศ."],
    ["เร็วๆ นี้", "no date"],
  ])("refuses %s: %s", (text, why) => {
    expect(readDate(text)).toEqual({ refused: expect.stringContaining(why) });
    expect(readDate(text)).toEqual({ refused: expect.stringMatching(/write yyyy-mm-dd$/) });
  });
});
