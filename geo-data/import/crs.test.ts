import { describe, expect, it } from "vitest";
import { type Crs, crsOfMember, crsOfWkt } from "./crs.ts";

const esri =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const gdal =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],TOWGS84[0,0,0,0,0,0,0],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]';
const wkt2 =
  'GEOGCRS["WGS 84",ENSEMBLE["World Geodetic System 1984 ensemble",MEMBER["World Geodetic System 1984 (Transit)"],ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]],ENSEMBLEACCURACY[2.0]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],CS[ellipsoidal,2],AXIS["geodetic latitude (Lat)",north,ORDER[1],ANGLEUNIT["degree",0.0174532925199433]],AXIS["geodetic longitude (Lon)",east,ORDER[2],ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4326]]';
const indian = (shift: string) =>
  `GEOGCS["Indian 1975",DATUM["Indian_1975",SPHEROID["Everest 1830 (1937 Adjustment)",6377276.345,300.8017]${shift}],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4240"]]`;
const bound = `BOUNDCRS[SOURCECRS[GEOGCRS["Indian 1975",DATUM["Indian 1975",ELLIPSOID["Everest 1830 (1937 Adjustment)",6377276.345,300.8017]],CS[ellipsoidal,2],AXIS["longitude",east],AXIS["latitude",north],ANGLEUNIT["degree",0.0174532925199433]]],TARGETCRS[${wkt2}],ABRIDGEDTRANSFORMATION["Indian 1975 to WGS 84 (2)",METHOD["Geocentric translations (geog2D domain)"],PARAMETER["X-axis translation",210],PARAMETER["Y-axis translation",814],PARAMETER["Z-axis translation",289]]]`;
const utm = (zone: number, base = esri) =>
  `PROJCS["WGS_1984_UTM_Zone_${zone}N",${base},PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${zone * 6 - 183}],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
const utm2 = `PROJCRS["WGS 84 / UTM zone 47N",BASEGEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["UTM zone 47N",METHOD["Transverse Mercator"],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of natural origin",99,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Scale factor at natural origin",0.9996,SCALEUNIT["unity",1]],PARAMETER["False easting",500000,LENGTHUNIT["metre",1]],PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],CS[Cartesian,2],AXIS["(E)",east,ORDER[1],LENGTHUNIT["metre",1]],AXIS["(N)",north,ORDER[2],LENGTHUNIT["metre",1]],ID["EPSG",32647]]`;

function turn(crs: Crs, position: [number, number]): number[] {
  if (crs.kind !== "turned") throw new Error(JSON.stringify(crs));
  return crs.turn(position).map((value) => Number(value.toFixed(6)));
}

describe("crsOfWkt", () => {
  it.each([
    ["ESRI", esri],
    ["GDAL, with TOWGS84 of zeros", gdal],
    ["WKT 2 with an ensemble", wkt2],
    ["line breaks and spaces", esri.replaceAll(",", ",\r\n    ")],
    ["small letters", esri.toLowerCase()],
    ["a height beside it", `${esri},VERTCS["WGS_1984",DATUM["D_WGS_1984"],UNIT["Meter",1.0]]`],
    [
      "a compound system",
      `COMPD_CS["WGS 84 + EGM96",${gdal},VERT_CS["EGM96",VERT_DATUM["EGM96",2005],UNIT["metre",1]]]`,
    ],
    ["a code", "EPSG:4326"],
  ])("knows WGS 84 as %s", (_, text) => {
    expect(crsOfWkt(text)).toEqual({ kind: "wgs84" });
  });

  it.each([
    ["Indian 1975 without a shift", indian(""), /datum Indian_1975.*not WGS 84/, "EPSG:4240"],
    ["Indian 1975 with a shift of nothing", indian(",TOWGS84[0,0,0,0,0,0,0]"), /not WGS 84/, "EPSG:4240"],
    [
      "Indian 1975 under a name of WGS 84",
      indian("").replace("Indian 1975", "WGS 84"),
      /datum Indian_1975/,
      "ogr2ogr",
    ],
    ["UTM on Indian 1975", utm(47, indian("")), /datum Indian_1975/, "ogr2ogr"],
    [
      "WGS 84 on another ellipsoid",
      esri.replace("6378137.0,298.257223563", "6377276.345,300.8017"),
      /contradicts itself/,
      "ogr2ogr",
    ],
    ["WGS 84 with a shift", gdal.replace("[0,0,0", "[210,814,289"), /contradicts itself/, "ogr2ogr"],
    [
      "a shift of two numbers",
      indian(",TOWGS84[210,814]"),
      /TOWGS84 is not three or seven numbers but 210, 814/,
      "ogr2ogr",
    ],
    [
      "a shift of words",
      indian(",TOWGS84[a,b,c]"),
      /TOWGS84 is not three or seven numbers but NaN/,
      "ogr2ogr",
    ],
    ["a shift of four numbers", indian(",TOWGS84[0,0,0,0]"), /TOWGS84 is not three or seven/, "ogr2ogr"],
    [
      "a shift of two zeros beside WGS 84",
      gdal.replace(/TOWGS84\[[^\]]*\]/, "TOWGS84[0,0]"),
      /TOWGS84 is not/,
      "ogr2ogr",
    ],
    [
      "a name that moves the cursor",
      indian("").replace("Indian 1975", "\x1B[2J"),
      /^is in \\u001b\[2J \(datum/,
      "ogr2ogr",
    ],
    ["a datum without a name", esri.replace("D_WGS_1984", "unknown"), /datum unknown/, "ogr2ogr"],
    ["grads", esri.replace("0.0174532925199433", "0.015707963267949"), /degrees/, "ogr2ogr"],
    ["another meridian", esri.replace('"Greenwich",0.0', '"Paris",2.33722917'), /Greenwich/, "ogr2ogr"],
    [
      "another projection",
      utm(47).replace("Transverse_Mercator", "Lambert_Conformal_Conic"),
      /projection/,
      "ogr2ogr",
    ],
    [
      "a local system",
      'LOCAL_CS["site",LOCAL_DATUM["x",0],UNIT["metre",1]]',
      /LOCAL_CS/,
      "ask the publisher",
    ],
    ["half a text", esri.slice(0, 60), /no readable WKT/, "ask the publisher"],
    ["something else", "Projection GEOGRAPHIC\nDatum WGS84", /no readable WKT/, "ask the publisher"],
    ["nothing", " ", /nothing about its coordinates/, "ask the publisher"],
  ])("refuses %s, with the next step", (_, text, why, next) => {
    expect(crsOfWkt(text)).toEqual({
      kind: "refused",
      why: expect.stringMatching(why),
      next: expect.stringContaining(next),
    });
  });

  it.each([
    ["by TOWGS84", indian(",TOWGS84[210,814,289]")],
    ["by a bound system of WKT 2", bound],
  ])("turns Indian 1975 into WGS 84 %s, some 360 m to the north-west", (_, text) => {
    const crs = crsOfWkt(text);
    // as gdaltransform has it, from +proj=longlat +a=6377276.345 +rf=300.8017 +towgs84=210,814,289
    expect(turn(crs, [98.9, 18.7])).toEqual([98.896839, 18.701243]);
    expect(crs).toMatchObject({ how: expect.stringMatching(/Indian.1975.*TOWGS84.*some metres/) });
  });

  it("turns UTM 47N and 48N into WGS 84", () => {
    for (const text of [utm(47), utm2]) {
      expect(turn(crsOfWkt(text), [498_000, 2_078_000])).toEqual([98.981021, 18.793689]);
    }
    expect(turn(crsOfWkt(utm(48)), [500_000, 1_768_935.377])[0]).toBe(105);
    expect(turn(crsOfWkt(utm(48)), [500_000, 1_768_935.377])[1]).toBeCloseTo(16, 4);
  });
});

describe("crsOfMember", () => {
  const named = (name: string) => crsOfMember({ type: "name", properties: { name } });

  it("knows WGS 84 by each of its names", () => {
    expect(crsOfMember(undefined)).toEqual({ kind: "wgs84" });
    expect(crsOfMember({ type: "EPSG", properties: { code: 4326 } })).toEqual({ kind: "wgs84" });
    for (const name of [
      "EPSG:4326",
      "epsg:4326",
      "4326",
      "CRS:84",
      "CRS84",
      "WGS84",
      "EPSG:4326\n",
      "http://www.opengis.net/gml/srs/epsg.xml#4326",
      "http://spatialreference.org/ref/epsg/4326/",
      "urn:ogc:def:crs:OGC:1.3:CRS84",
      "urn:ogc:def:crs:OGC::CRS84",
      "urn:ogc:def:crs:EPSG::4326",
      "urn:ogc:def:crs:EPSG:6.9:4326",
      "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
      "http://www.opengis.net/def/crs/EPSG/0/4326",
    ]) {
      expect(named(name), name).toEqual({ kind: "wgs84" });
    }
  });

  it("turns what needs no more than its name", () => {
    expect(turn(named("urn:ogc:def:crs:EPSG::32647"), [498_000, 2_078_000])).toEqual([98.981021, 18.793689]);
    expect(turn(named("EPSG:3857"), [11_018_519.85, 2_128_036.4])[0]).toBeCloseTo(98.981, 2);
  });

  it.each([
    [{ type: "name", properties: { name: "urn:ogc:def:crs:EPSG::4240" } }, /Indian 1975, not in WGS 84/],
    [{ type: "name", properties: { name: "EPSG:24047" } }, /Indian 1975 \/ UTM zone 47N/],
    [{ type: "name", properties: { name: "EPSG:9999" } }, /EPSG:9999, not in WGS 84/],
    [{ type: "link", properties: { href: "http://example.org/x" } }, /does not name a system/],
    ...[
      "Indian1975:4326",
      "urn:ogc:def:crs:EPSG::4240#4326",
      "http://example.org/4326",
      "EPSG:4240/4326",
      "urn:ogc:def:crs:ESRI::4326",
      "x EPSG:4326",
      "constructor",
      "EPSG:CRS84",
    ].map((name): [object, RegExp] => [{ type: "name", properties: { name } }, / not in WGS 84/]),
    [{ type: "name", properties: { name: " " } }, /has a crs whose name is blank/],
    [
      { type: "name", properties: { name: `\n\x1B${"9".repeat(1e5)}` } },
      /^is in \\n\\u001b9{50,60}…, not in WGS 84$/,
    ],
    [null, /nobody knows/],
    [{}, /does not name a system/],
    ["EPSG:4326", /does not name a system/],
  ])("refuses %j", (member, why) => {
    expect(crsOfMember(member)).toMatchObject({ kind: "refused", why: expect.stringMatching(why) });
  });
});
