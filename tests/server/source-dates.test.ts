// Two dates beside every figure: the source's own, and when the register last changed.
import { register } from "@phuenthi/server/records/kinds";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../geo-data/import/csv.ts";
import { startApi, type TestApi } from "../helpers/app.ts";
import { apiUrl, ownerUrl, query } from "../helpers/database.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const POPULATION = { source_date: "2021-12-31", source_date_of: "population" };

describe("the source's own date", () => {
  it("is the day the persons were counted, in every answer of the figure", async () => {
    const [{ day }] = await query(apiUrl(), "select max(reference_date)::text as day from population");
    expect(day).toBe(POPULATION.source_date);
    for (const path of [
      "/coverage/population?level=province",
      "/coverage/population/areas/50",
      "/coverage/population-density?level=region",
      // of persons and of organizations, which have no day: the figure is no newer than its oldest part
      "/coverage/organization-density/areas/TH",
    ]) {
      const answer = await api.get(path);
      expect(answer, path).toMatchObject(POPULATION);
      expect(Date.parse(answer.as_of), path).toBeGreaterThan(Date.parse("2026-01-01"));
    }
    const { items } = await api.get("/overview?place=50&fiscal_year=2021");
    expect(items.find(({ indicator }: { indicator: string }) => indicator === "population")).toMatchObject(
      POPULATION,
    );
  });

  it("is of the year asked: surveys, reviews and reports of later years do not date it", async () => {
    const reviewed = async (year: number) =>
      (await api.get(`/coverage/organization-quality?level=province&fiscal_year=${year}`)).source_date;
    expect((await reviewed(2018)) <= "2018-09-30").toBe(true);
    expect((await reviewed(2021)) > "2018-09-30").toBe(true);
    expect(
      await api.get("/gaps/housing-households?level=province&fiscal_year=2021&basis=denominator"),
    ).toMatchObject({
      source_date: expect.stringMatching(/^20\d\d-09-30$/),
      source_date_of: "need_survey",
    });
    const { source_date_of } = await api.get("/coverage/staff-ability/areas/TH?fiscal_year=2021");
    expect(source_date_of).toBe("kpi_report");
  });

  it("is null where no source has one", async () => {
    expect(await api.get("/coverage/councils?level=province")).toMatchObject({
      source_date: null,
      source_date_of: null,
    });
  });
});

describe("a kind that says by which field it is dated", () => {
  it("dates every figure that depends on it, and no other kind does", async () => {
    const rows = await query(
      ownerUrl(),
      `select distinct source_date_of as kind from indicator, generate_series(2015, 2022) year,
         api.source_date(id, year) where source_date_of <> 'source' order by 1`,
    );
    const declared = register.all.filter(({ datedBy }) => datedBy).map(({ id }) => id);
    expect(rows.map(({ kind }) => kind)).toEqual(declared.toSorted());
  });

  it("may date them by what it says of one indicator alone, in one year", async () => {
    const read = (year: number) =>
      query(
        ownerUrl(),
        `select source_date::text as told, (select max(reported_on)::text from kpi_report
           where indicator_id = 'staff-ability' and fiscal_year = ${year} and ended_on is null) as kept
         from api.source_date('staff-ability', ${year})`,
      );
    for (const year of [2018, 2021, 2030]) {
      const [{ told, kept }] = await read(year);
      expect([year, told]).toEqual([year, kept]);
    }
  });
});

describe("files", () => {
  it("say both, in Thai time and พ.ศ. in Thai, in CE in English", async () => {
    const rows = async (lang: string) =>
      parseCsv((await api.fetch(`/explain/population/50.csv?lang=${lang}`)).body)[0] ?? {};
    const thai = await rows("th");
    expect(thai["ข้อมูลต้นทาง ณ วันที่"]).toBe("31 ธ.ค. 2564");
    expect(thai.ปรับปรุงฐานข้อมูลเมื่อ).toMatch(/^\d+ \S+ 25\d\d \d\d:\d\d น\.$/);
    const english = await rows("en");
    expect(english.source_date).toBe("2021-12-31");
    const { as_of } = await api.get("/coverage/population?level=province");
    expect(english.as_of).toBe(as_of);
  });

  it("say both in each feature with a figure", async () => {
    const { body } = await api.fetch(
      "/export/areas.geojson?level=province&indicator=population&fiscal_year=2021",
    );
    for (const { properties } of JSON.parse(body).features) {
      expect(properties).toMatchObject({ source_date: "2021-12-31", as_of: expect.any(String) });
    }
  });
});
