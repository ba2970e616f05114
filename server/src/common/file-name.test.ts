import { describe, expect, it } from "vitest";
import { asciiFileName, fileName } from "./file-name.ts";

describe("fileName", () => {
  it("joins what was asked and leaves out what was not", () => {
    expect(fileName(["พื้นที่", null, "ตำบล", undefined, "", "ปีงบ", 2564], ".geojson")).toBe(
      "พื้นที่-ตำบล-ปีงบ-2564.geojson",
    );
  });

  it.each([
    ['a/b\\c:d*e?f"g<h>i|j k\tl', "a-b-c-d-e-f-g-h-i-j-k-l.csv"],
    ["../../etc/passwd", "etc-passwd.csv"],
    ["x\r\nset-cookie: y", "x-set-cookie-y.csv"],
    ["a\u202egpj.exe\u200b", "a-gpj.exe.csv"],
    ["นํ้า", "นํ้า.csv"],
  ])("holds nothing that a name cannot: %j", (asked, name) => {
    expect(fileName([asked], ".csv")).toBe(name);
  });

  it("has an ASCII form, which differs where the letters are lost", () => {
    expect(asciiFileName(["areas", null, "fy2021"], ".csv")).toBe("areas-fy2021.csv");
    const [one, other] = ["บ้าน", "ป่า"].map((text) => asciiFileName(["plans", "q", text], ".csv"));
    expect(one).toMatch(/^plans-q-[0-9a-f]{8}\.csv$/);
    expect(other).not.toBe(one);
  });

  it("cuts the longest part, and keeps what tells files apart for people", () => {
    const name = fileName(["ยังขาด", "ที่อยู่อาศัย".repeat(9), "จังหวัด", "ปีงบ", 2564], ".csv");
    expect(name).toMatch(/^ยังขาด-ที่อยู่อาศัย.*-จังหวัด-ปีงบ-2564-[0-9a-f]{8}\.csv$/);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  });

  it("cuts between words, and leaves the name of a place whole", () => {
    const place = "องค์การบริหารส่วนตำบลห้วยทรายใต้";
    const title = "แผนพัฒนาเชื่อมโยงและได้รับการสนับสนุน";
    const name = fileName(["ยังขาด", title, "อำเภอ-เขต", "ปีงบ", 2564, { kept: place }, "50"], ".csv");
    const [, left = ""] = name.split("-");
    expect(name).toContain(`-${place}-50-`);
    const words = [...new Intl.Segmenter("th", { granularity: "word" }).segment(title)];
    expect(words.map(({ index }) => title.slice(0, index))).toContain(left);
    expect(left).toMatch(/^แผนพัฒนา/);
  });

  it("stays below 200 bytes with its ending, cut between signs, and differs by what was cut off", () => {
    const long = (end: string) => fileName(["ที่อยู่อาศัยของครัวเรือน".repeat(10), end], ".geojson");
    for (const name of [long("50"), long("51")]) {
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
      expect(Buffer.byteLength(name)).toBeGreaterThan(180);
      expect(name).toMatch(/[^\p{Mn}-]\p{Mn}*-[0-9a-f]{8}\.geojson$/u);
      expect(encodeURIComponent(name)).not.toContain("%EF%BF%BD");
    }
    expect(long("50")).not.toBe(long("51"));
    expect(fileName(["a".repeat(192)], ".geojson")).toBe(`${"a".repeat(192)}.geojson`);
    expect(Buffer.byteLength(fileName(["a".repeat(193)], ".geojson"))).toBe(200);
  });
});
