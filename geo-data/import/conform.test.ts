import { describe, expect, it } from "vitest";
import { conform } from "./conform.ts";
import {
  asLevels,
  makeSmallCountry,
  rowOf,
  shapeOf,
  smallLookups,
  smallSource,
} from "./small-country.fixture.ts";
import { doubleArea } from "./topology/coverage.ts";

const conformed = (rows = makeSmallCountry()) =>
  conform(smallSource, asLevels(rows), smallLookups.nameRepairs);

describe("conform", () => {
  it("takes the prefix off codes and names each district and province once", () => {
    const { province, district, tambon, problems } = conformed();
    expect(problems).toEqual([]);
    expect(province.map(({ code }) => code)).toEqual(["10", "11"]);
    expect(district).toHaveLength(3);
    expect(tambon[0]).toMatchObject({ code: "100101", name_th: "หนึ่ง", name_en: "Nueng" });
  });

  it("repairs a cut name, and says so", () => {
    const { tambon, repaired } = conformed();
    expect(tambon.find(({ code }) => code === "110101")?.name_th).toBe("นิคมสร้างตนเองลำโดมน้อย");
    expect(repaired).toEqual(["110101"]);
  });

  it("leaves a name alone when the source has mended it", () => {
    const rows = makeSmallCountry();
    rowOf(rows, "110101").properties.th = "นิคมสร้างตนเองลำโดมใหญ่";
    expect(conformed(rows).tambon.find(({ code }) => code === "110101")?.name_th).toBe(
      "นิคมสร้างตนเองลำโดมใหญ่",
    );
  });

  it("takes whole-word prefixes off names, and leaves abbreviations that are names", () => {
    const rows = makeSmallCountry();
    rowOf(rows, "100101").properties.th = "ตำบลหนึ่ง";
    rowOf(rows, "100102").properties.th = "แขวง สอง";
    for (const { properties } of rows) properties.province_th = `จังหวัด${properties.province_th}`;
    const { province, tambon } = conformed(rows);
    expect(tambon.slice(0, 2).map(({ name_th }) => name_th)).toEqual(["หนึ่ง", "สอง"]);
    expect(tambon.find(({ code }) => code === "100201")?.name_th).toBe("จ.ป.ร.");
    expect(province[1]?.name_th).toBe("เล็ก");
  });

  it("winds outer rings counter-clockwise and holes clockwise, whatever it is given", () => {
    const rows = makeSmallCountry();
    for (const ring of shapeOf(rows, "100104").coordinates.flat()) ring.reverse();
    const { polygons } = conformed(rows).tambon.find(({ code }) => code === "100104")!;
    const [outer, hole] = polygons[0]!;
    expect(doubleArea(outer!.flat())).toBeGreaterThan(0);
    expect(doubleArea(hole!.flat())).toBeLessThan(0);
  });

  it("names a ring that is not closed", () => {
    const rows = makeSmallCountry();
    shapeOf(rows, "100103").coordinates[0]![0]!.pop();
    expect(conformed(rows).problems).toEqual([
      expect.stringMatching(/^tambon 100103 has a ring that is not closed: .* \(feature 3\)$/),
    ]);
  });

  it("names a ring that encloses nothing", () => {
    const rows = makeSmallCountry();
    shapeOf(rows, "100103").coordinates[0]![0] = [
      [100.2, 9],
      [100.4, 9],
      [100.2, 9],
    ];
    expect(conformed(rows).problems).toEqual([
      "tambon 100103 has a ring that encloses nothing: the ring that starts at 100.2, 9 (feature 3)",
    ]);
  });

  it("names what has no polygon", () => {
    const rows = makeSmallCountry();
    rowOf(rows, "100101").geometry = { type: "Point", coordinates: [100, 9] };
    expect(conformed(rows).problems).toEqual(["tambon 100101 has a Point, not a polygon (feature 1)"]);
  });

  it("names a district that has two names, and a tambon under a parent its code denies", () => {
    const rows = makeSmallCountry();
    rowOf(rows, "100103").properties.district_th = "อื่น";
    rowOf(rows, "110101").properties.province_code = "TH10";
    const { problems } = conformed(rows);
    expect(problems).toHaveLength(2);
    expect(problems.join()).toContain(
      'district 1001 is called "พระนคร" (Phra Nakhon) and, at tambon 100103, "อื่น"',
    );
    expect(problems.join()).toContain("tambon 110101 says its province is 10");
  });
});
