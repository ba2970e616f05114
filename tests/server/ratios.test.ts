// A ratio is of the two numbers shown: in every answer, file and table that has one, its numerator and denominator are
// there, and dividing them gives it. Walks every indicator, level and year, and finds ratios wherever they stand.
import { coverageAnswer } from "@phuenthi/server/contract/coverage";
import { type IndicatorDeclaration, indicatorList } from "@phuenthi/server/contract/indicators";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../geo-data/import/csv.ts";
import { startApi, type TestApi } from "../helpers/app.ts";
import { withRollback } from "../helpers/database.ts";

/** One of each kind of place. */
const PLACES = ["TH", "R3", "10", "50", "1004", "100401", "L1001"];

let api: TestApi;
let indicators: IndicatorDeclaration[];
beforeAll(async () => {
  api = await startApi();
  indicators = indicatorList.parse(await api.get("/indicators")).items;
});
afterAll(() => api.close());

type Parts = { numerator: number | null; denominator: number | null; ratio: number | null };

/** What is wrong with a ratio; null: nothing. Ratios are rounded to 6 decimals, parts of units too. */
function fault({ numerator, denominator, ratio }: Parts, per: number): string | null {
  const said = `${numerator} × ${per} / ${denominator} = ${ratio}`;
  if (numerator === undefined || denominator === undefined) return `not beside its ratio: ${said}`;
  if ([numerator, denominator, ratio].every((one) => one === null)) return null;
  if (numerator === null || denominator === null || ratio === null) return `one without the others: ${said}`;
  return Math.abs((numerator * per) / denominator - ratio) <= 1e-6 * (1 + per / denominator) ? null : said;
}

/** Every object of an answer, with the way to it. */
function* objectsOf(answer: unknown, path = ""): Iterable<[string, Record<string, unknown>]> {
  if (typeof answer !== "object" || answer === null) return;
  if (!Array.isArray(answer)) yield [path, answer as Record<string, unknown>];
  for (const [name, inner] of Object.entries(answer)) yield* objectsOf(inner, `${path}/${name}`);
}

const perOf = (id: unknown) => indicators.find((one) => one.id === id)?.per ?? 1;

/** Faults of every ratio in an answer. @param indicator of the whole; an item may name its own */
function faultsIn(answer: unknown, indicator?: string): { faults: string[]; ratios: number } {
  const faults: string[] = [];
  let ratios = 0;
  for (const [path, object] of objectsOf(answer)) {
    if (!("ratio" in object)) continue;
    ratios += object.ratio === null ? 0 : 1;
    const found = fault(object as Parts, perOf(object.indicator ?? indicator));
    if (found) faults.push(`${path}: ${found}`);
  }
  return { faults, ratios };
}

describe("a ratio", () => {
  it("is of its numerator and denominator, for every indicator, level and year", async () => {
    await withRollback(
      async (client) => {
        for (const { id, kind, per, levels, fiscal_years } of indicators) {
          for (const level of ["country", ...levels]) {
            for (const year of fiscal_years) {
              const { rows } = await client.query(
                "select code, value, numerator, denominator, ratio from api.coverage_rows($1, $2, $3, null)",
                [id, year, level],
              );
              const faults = rows.flatMap((row) => {
                const [value, numerator, denominator, ratio] = [
                  row.value,
                  row.numerator,
                  row.denominator,
                  row.ratio,
                ].map((number) => (number === null ? null : Number(number))) as [
                  number | null,
                  number | null,
                  number | null,
                  number | null,
                ];
                const found = fault({ numerator, denominator, ratio }, per);
                // of units it is the figure itself, of an amount a part of it
                const isOfValue =
                  kind === "coverage"
                    ? numerator === value
                    : numerator === null || numerator <= (value ?? 0) + 1e-6;
                return found || !isOfValue ? [`${row.code}: ${found} of ${value}`] : [];
              });
              expect(faults, `${id} ${level} ${year}`).toEqual([]);
            }
          }
        }
      },
      { as: "api" },
    );
  }, 240_000);

  it("is of them in the coverage of every level", async () => {
    for (const { id, levels, per } of indicators) {
      for (const level of levels.length > 0 ? levels : ["province"]) {
        const answer = coverageAnswer.parse(await api.get(`/coverage/${id}?level=${level}`));
        const lists = [answer.numerators, answer.denominators, answer.ratios];
        for (const list of lists) expect(list).toHaveLength(answer.codes.length);
        const faults = answer.codes.flatMap((code, i) => {
          const [numerator = null, denominator = null, ratio = null] = lists.map((list) => list[i]);
          const found = fault({ numerator, denominator, ratio }, per);
          return found ? [`${code}: ${found}`] : [];
        });
        expect([...faults, ...faultsIn(answer, id).faults], `${id} ${level}`).toEqual([]);
      }
    }
  }, 240_000);

  it("is of them whatever the country's figure is divided by", async () => {
    for (const { id, denominators } of indicators.filter(({ kind }) => kind === "coverage")) {
      for (const denominator of denominators) {
        const { total } = await api.get(`/coverage/${id}?denominator=${denominator}`);
        const { faults, ratios } = faultsIn(total, id);
        expect(faults, `${id} ${denominator}`).toEqual([]);
        expect(ratios).toBe(1 + denominators.length);
      }
    }
  });

  it.each(PLACES)(
    "is of them in what is told of %s",
    async (place) => {
      for (const { id } of indicators) {
        const explained = await api.get(`/coverage/${id}/areas/${place}`);
        expect(faultsIn(explained, id).faults, id).toEqual([]);
      }
      const overview = await api.get(`/overview?place=${place}`);
      const { faults, ratios } = faultsIn(overview);
      expect(faults).toEqual([]);
      expect(ratios).toBeGreaterThan(0);
      // and the way to a target is of the figure and the target
      for (const { indicator, value, ratio, target, target_ratio } of overview.items) {
        const reached = indicators.find(({ id }) => id === indicator)?.kind === "rate" ? ratio : value;
        if (!target || reached === null) expect(target_ratio, indicator).toBeNull();
        else expect(target_ratio, indicator).toBeCloseTo(reached / target.value, 5);
      }
      expect(faultsIn(await api.get(`/areas/${place}/profile`)).faults).toEqual([]);
    },
    120_000,
  );

  it("is of them in every export that coverage is joined to", async () => {
    const files = [
      ...["region", "province", "district", "tambon", "local_authority"].map(
        (level) => `areas.geojson?level=${level}&`,
      ),
      "organizations.geojson?within=10&",
      "plans.geojson?within=50&",
    ];
    for (const file of files) {
      for (const id of ["housing-households", "organization-density"]) {
        const { faults, ratios } = faultsIn(await api.get(`/export/${file}indicator=${id}`), id);
        expect(faults, file).toEqual([]);
        expect(ratios, file).toBeGreaterThan(0);
      }
    }
  }, 120_000);

  it("of what is left is of what the place and all places have left", async () => {
    for (const [id, level] of [
      ["plans-linked", "district"],
      ["housing-households", "province"],
    ]) {
      const { items, totals } = await api.get(`/gaps/${id}?level=${level}`);
      let before = 0;
      for (const { code, left, share, cumulative } of items) {
        before += left ?? 0;
        if (left === null) expect([share, cumulative], code).toEqual([null, null]);
        else {
          expect(share, code).toBeCloseTo(left / totals.left, 5);
          expect(cumulative, code).toBeCloseTo(before / totals.left, 5);
        }
      }
      const { body } = await api.fetch(`/gaps/${id}.csv?level=${level}&lang=en`);
      for (const row of parseCsv(body).filter((one) => one.share !== "")) {
        expect(Number(row.share), row.code).toBeCloseTo(Number(row.left) / Number(row.left_of_all), 5);
      }
    }
  });
});

describe("met need", () => {
  it("divides what lies where a survey was made, and the figure toward the target is all of it", async () => {
    const { total } = await api.get("/coverage/housing-households?fiscal_year=2021");
    expect(total.value).toBeGreaterThan(total.numerator);
    expect(total.target_ratio).toBeCloseTo(total.value / total.target.value, 5);
    expect(total.ratio).toBeCloseTo(total.numerator / total.denominator, 5);
  });
});
