import { coverageAnswer, coverageExplanation } from "@phuenthi/server/contract/coverage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../geo-data/import/csv.ts";
import { startApi, type TestApi } from "../helpers/app.ts";
import { query, withOwnDatabase } from "../helpers/database.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const csv = async (path: string) => {
  const answer = await api.fetch(`/explain/${path}`);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer;
};
const STATES = ["counted", "not_counted", "unknown", "not_applicable"] as const;
const WORDS = ["Has a result", "No result yet", "No data", "Outside the indicator's scope"];

describe("GET /api/explain/:indicator/:code.csv", () => {
  it.each(["TH", "R3", "10", "1004", "100401"])(
    "holds the lists of %s as the explanation does",
    async (code) => {
      const explained = coverageExplanation.parse(
        await api.get(`/coverage/housing-households/areas/${code}?fiscal_year=2020`),
      );
      const { body } = await csv(`housing-households/${code}.csv?fiscal_year=2020&lang=en`);
      const rows = parseCsv(body);
      expect(rows.map((row) => [row.state, row.state_name, row.code, row.reason_code, row.value])).toEqual(
        STATES.flatMap((state, at) =>
          explained[state].map((unit) => [
            state,
            WORDS[at],
            unit.code,
            unit.reason,
            String(unit.value ?? ""),
          ]),
        ),
      );
      expect(new Set(rows.map((row) => `${row.fiscal_year} ${row.boundary_version} ${row.as_of}`))).toEqual(
        new Set([`2020 ${explained.boundary_version} ${explained.as_of}`]),
      );
      for (const row of rows) {
        expect(row).toMatchObject({
          indicator: "housing-households",
          level: "tambon",
          level_name: "Tambon",
          unit: "households",
          fiscal_year_be: "2563",
          weight_numerator: "1",
          weight_denominator: "1",
        });
        expect(row.indicator_title).not.toBe("");
        expect(row.licences).not.toBe("");
        expect(row.sources).not.toBe("");
        expect(row.province).not.toBe("");
        expect(row.reason).not.toBe("");
      }
    },
  );

  it("says how much of each unit lies here, and its lists make what the figure says", async () => {
    const answer = coverageAnswer.parse(await api.get("/coverage/organization-quality?level=tambon"));
    const places = [...answer.split.slice(0, 2), "50"];
    expect(places.length).toBe(3);
    for (const place of places) {
      const explained = coverageExplanation.parse(
        await api.get(`/coverage/organization-quality/areas/${place}`),
      );
      const rows = parseCsv((await csv(`organization-quality/${place}.csv?lang=en`)).body);
      const listed = STATES.flatMap((state) => explained[state]);
      expect(rows.map((row) => [row.code, row.weight_numerator, row.weight_denominator])).toEqual(
        listed.map((unit) => [unit.code, String(unit.weight_numerator), String(unit.weight_denominator)]),
      );
      for (const state of STATES) {
        const made = explained[state].reduce(
          (sum, unit) => sum + unit.weight_numerator / unit.weight_denominator,
          0,
        );
        expect(made, `${state} of ${place}`).toBeCloseTo(explained.total[state], 6);
      }
      const isDivided = listed.some((unit) => unit.weight_numerator < unit.weight_denominator);
      expect(isDivided, place).toBe(explained.total.certainty === "split");
      expect(isDivided, place).toBe(place.length === 6);
    }
  });

  it.each([
    "housing-households/50",
    "organization-density/1001",
    "population-density/R1",
    "staff-ability/TH",
  ])("has the numbers that the ratio is of: %s", async (of) => {
    const [indicator, place] = of.split("/");
    const { total } = coverageExplanation.parse(await api.get(`/coverage/${indicator}/areas/${place}`));
    const rows = parseCsv((await csv(`${of}.csv?lang=en`)).body);
    const divided = rows.filter((row) => row.denominator !== "");
    const sum = (column: string) =>
      divided.reduce(
        (made, row) =>
          made + (Number(row[column]) * Number(row.weight_numerator)) / Number(row.weight_denominator),
        0,
      );
    expect(total.ratio).not.toBeNull();
    expect(sum("value")).toBeCloseTo(total.numerator ?? Number.NaN, 4);
    expect(sum("denominator")).toBeCloseTo(total.denominator ?? Number.NaN, 4);
  });

  it("is for people: byte order mark, CRLF, Thai headings, years in พ.ศ., codes in quotes", async () => {
    const { rawPayload, body, headers } = await csv("plans-linked/1004.csv?fiscal_year=2021");
    expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(body.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(body.startsWith('\uFEFF"รหัส","รหัสระดับ","ระดับ"')).toBe(true);
    expect(body).toMatch(/\r\n"100401",.*,2021,2564,/);
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    const disposition = String(headers["content-disposition"]);
    expect(disposition).toContain('filename="explain-plans-linked-1004-fy2021.csv"');
    expect(decodeURIComponent(disposition.split("filename*=UTF-8''")[1] ?? "")).toMatch(
      /บางรัก-ปีงบ-2564\.csv$/,
    );
  });

  it("has the same columns, codes and numbers in both languages", async () => {
    const path = "organization-quality/50.csv?fiscal_year=2021";
    const [thai = [], english = []] = (
      await Promise.all(["th", "en"].map((lang) => csv(`${path}&lang=${lang}`)))
    ).map(({ body }) => parseCsv(body).map((row) => Object.values(row)));
    const names = Object.keys(parseCsv((await csv(`${path}&lang=en`)).body)[0] ?? {});
    expect(thai.length).toBe(english.length);
    expect(thai[0]?.length).toBe(names.length);
    const inWords =
      /name$|^(reason|unit|indicator_title|district|province|source_date|as_of|sources|licences)$/;
    names.forEach((name, at) => {
      const columns = [thai, english].map((rows) => rows.map((row) => row[at]));
      if (!inWords.test(name)) expect(columns[0], name).toEqual(columns[1]);
    });
  });

  it("says which kind an authority is, and which part of it lies in a place, in whole numbers", async () => {
    const [first] = (await api.get("/local-authorities?within=10&limit=100&extent=whole")).items.filter(
      ({ tambon_count }: { tambon_count: number }) => tambon_count > 1,
    );
    const { areas } = await api.get(`/local-authorities/${first.code}`);
    const tambon = areas[0].path.at(-1).code;
    const rows = parseCsv((await csv(`organization-quality/${tambon}.csv?fiscal_year=2021&lang=en`)).body);
    expect(rows.find(({ code }) => code === first.code)).toMatchObject({
      level: "local_authority",
      kind: first.kind,
      weight_numerator: "1",
      weight_denominator: String(areas.length),
    });
    const explained = await api.get(`/coverage/organization-quality/areas/${tambon}?fiscal_year=2021`);
    const units = STATES.flatMap((state) => explained[state]);
    expect(units.find(({ code }) => code === first.code)).toMatchObject({ kind: first.kind });
    expect(units.filter(({ kind }) => kind === undefined)).toEqual([]);
    // areas have none
    expect(
      (await api.get("/coverage/plans-linked/areas/1004?fiscal_year=2021")).counted[0],
    ).not.toHaveProperty("kind");
  });

  it("gives one list alone, and headings where that is empty", async () => {
    const { body, headers } = await csv("plans-linked/50.csv?fiscal_year=2021&state=unknown,counted&lang=en");
    expect(new Set(parseCsv(body).map((row) => row.state_name))).toEqual(
      new Set(["Meets the criterion", "No data"]),
    );
    expect(String(headers["content-disposition"])).toContain("counted");
    // one tambon is in one list
    const lists = await Promise.all(
      STATES.map(async (state) => (await csv(`plans-linked/100401.csv?state=${state}&lang=en`)).body),
    );
    expect(lists.map((text) => text.split("\r\n").length).toSorted()).toEqual([2, 2, 2, 3]);
    expect(lists.every((text) => text.startsWith('\uFEFF"code",'))).toBe(true);
  });

  it("guards a name that a spreadsheet would calculate, and hides small figures", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      await query(ownerUrl, "update area set name_th = '=1+1', name_en = '@SUM(A1)' where code = '100401'");
      await query(
        ownerUrl,
        `with one as (
           delete from housing_project where area_code = '100402' returning source_id
         )
         insert into housing_project (area_code, programme, name_th, fiscal_year, households_benefited, source_id)
         select '100402', 'other', 'ก', 2018, 3, id from source limit 1`,
      );
      const own = await startApi(apiUrl);
      try {
        const { body } = await own.fetch("/explain/housing-households/1004.csv?fiscal_year=2021&lang=en");
        expect(body).toContain(`"'@SUM(A1)"`);
        const small = parseCsv(body).find((row) => row.code === "100402");
        expect([small?.value, small?.withheld_below]).toEqual(["", "5"]);
      } finally {
        await own.close();
      }
    });
  });

  it("refuses what does not exist, naming the field", async () => {
    expect((await api.problem("/explain/nope/10.csv")).body.code).toBe("indicator-not-found");
    expect((await api.problem("/explain/councils/99.csv")).body).toMatchObject({
      code: "area-not-found",
      errors: [{ field: "code" }],
    });
    for (const [path, field] of [
      ["councils/10.csv?lang=fr", "lang"],
      ["councils/10.csv?state=half", "state"],
      ["councils/1'--.csv", "code"],
      ["councils/10.csv?stat=counted", "stat"],
    ]) {
      const { status, body } = await api.problem(`/explain/${path}`);
      expect([status, body.errors[0].field]).toEqual([400, field]);
    }
  });
});
