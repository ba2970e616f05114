// A place that is none is an error wherever one can be asked for: never an empty answer, which would read as "nothing there".
import { problem } from "@phuenthi/server/contract/problems";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { query, withOwnDatabase } from "../helpers/database.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe("a place that is none", () => {
  it.each([
    ["/areas?parent=99", "parent"],
    ["/areas?q=ก&parent=9999", "parent"],
    ["/areas/99", "code"],
    ["/areas/99/profile", "code"],
    ["/organizations?within=99", "within"],
    ["/plans?within=99", "within"],
    ["/local-authorities?within=99", "within"],
    ["/coverage/councils?within=99", "within"],
    ["/coverage/councils/areas/99", "code"],
    ["/gaps/plans-linked?within=99", "within"],
    ["/gaps/plans-linked.csv?within=99", "within"],
    ["/similar/plans-linked/999999", "code"],
    ["/overview?place=99", "place"],
    ["/explain/councils/99.csv", "code"],
    ["/export/areas.geojson?within=99", "within"],
    ["/export/organizations.geojson?within=99", "within"],
    ["/export/plans.geojson?within=99", "within"],
    ["/tiles/organizations.json?within=99", "within"],
    ["/tiles/organizations/5/25/14?within=99", "within"],
  ])("is not found by %s, which names %s and the code", async (path, field) => {
    const { status, body } = await api.problem(path);
    expect(status).toBe(404);
    expect(problem.parse(body)).toMatchObject({ code: "area-not-found", errors: [{ field }] });
    expect(body.detail).toContain("99");
    expect(body.errors[0].message).toContain("99");
  });

  it.each([
    "/organizations?within=50,98,99,R9",
    "/tiles/organizations.json?within=50,98,99,R9",
    "/export/areas.geojson?within=50,98,99,R9",
    "/gaps/plans-linked?within=50,98,99,R9",
  ])("is told with all others of its list by %s", async (path) => {
    const { status, body } = await api.problem(path);
    expect(status).toBe(404);
    expect(body.detail).toBe("there are no places with the codes 98, 99, R9");
    expect(
      body.errors.map(({ field, message }: { field: string; message: string }) => [
        field,
        message.split(":")[0],
      ]),
    ).toEqual([
      ["within", "98"],
      ["within", "99"],
      ["within", "R9"],
    ]);
  });

  it("is told with where its ground is, when it is drawn as a part of another", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      await query(
        ownerUrl,
        `insert into area_alias (code, shape_code, reason_th, reason_en, source_id)
         select '999999', '100101', 'แยกใหม่', 'split off', id from source limit 1`,
      );
      const own = await startApi(apiUrl);
      for (const [path, field] of [
        ["/organizations?within=999999", "within"],
        ["/areas/999999", "code"],
      ] as const) {
        const { status, body } = await own.problem(path);
        expect(status).toBe(404);
        const message = "999999: has no shape of its own (split off); its ground is in 100101";
        expect(body.errors).toEqual([{ field, message }]);
      }
      await own.close();
    });
  });
});

describe("a year of the Buddhist era", () => {
  it.each([
    "/coverage/councils?fiscal_year=2564",
    "/coverage/councils/areas/50?fiscal_year=2564",
    "/organizations?fiscal_year=2564",
    "/plans?fiscal_year=2564",
    "/gaps/plans-linked?fiscal_year=2564",
    "/overview?fiscal_year=2564",
    "/similar/plans-linked/100101?fiscal_year=2564",
    "/explain/councils/50.csv?fiscal_year=2564",
    "/export/areas.geojson?indicator=councils&fiscal_year=2564",
    "/tiles/organizations/5/25/14?fiscal_year=2564",
  ])("is recognised by %s, which names the year that is meant", async (path) => {
    const { status, body } = await api.problem(path);
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { field: "fiscal_year", message: "2564 is a Buddhist-era year (พ.ศ.): write 2021" },
    ]);
  });

  it.each(["1989", "2201", "2532", "2744", "99999"])(
    "is not seen in %s, which is no year here",
    async (year) => {
      const { status, body } = await api.problem(`/coverage/councils?fiscal_year=${year}`);
      expect(status).toBe(400);
      expect(body.errors[0].field).toBe("fiscal_year");
      expect(body.errors[0].message).not.toContain("Buddhist");
    },
  );
});
