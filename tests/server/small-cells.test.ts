// The attack on small figures: everything a stranger can ask for, subtracted from everything else. No figure of 1 to 4
// households may come out, of an area, of a year, or of what lies between two areas or two years.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestApi } from "../helpers/app.ts";
import { query, withRollback } from "../helpers/database.ts";
import { startWithSmallFigures } from "../helpers/small-figures.ts";

const INDICATOR = "housing-households";
const YEARS = [2017, 2018, 2019, 2020, 2021];
const LEVELS = ["region", "province", "district", "tambon", "local_authority"] as const;

/** code → figure of each year, as the API says it. */
type Figures = Map<string, number[]>;

let api: TestApi;
let ownerUrl: string;
let drop: () => Promise<void>;
/** by level, the country as TH: the values, what ratios divide, and what they divide by */
const values = new Map<string, Figures>();
const divided = new Map<string, Figures>();
const divisors = new Map<string, Figures>();
/** codes that are null while something is withheld, by level and year */
const hidden = new Map<string, Set<string>>();
/** what belongs to no code of the level */
const unplaced = new Map<string, number[]>();

beforeAll(async () => {
  ({ api, ownerUrl, drop } = await startWithSmallFigures());
  for (const year of YEARS) {
    for (const level of LEVELS) {
      const answer = await api.get(`/coverage/${INDICATOR}?level=${level}&fiscal_year=${year}`);
      answer.codes.forEach((code: string, i: number) => {
        note(values, level, code, year, answer.values[i]);
        note(divided, level, code, year, answer.numerators[i]);
        note(divisors, level, code, year, answer.denominators[i]);
        if (code in answer.withheld && answer.values[i] === null) {
          hidden.set(`${level} ${year}`, (hidden.get(`${level} ${year}`) ?? new Set()).add(code));
        }
      });
      unplaced.set(level, [...(unplaced.get(level) ?? []), answer.unplaced.value ?? 0]);
      if (level !== "region") continue;
      note(values, "country", "TH", year, answer.total.value);
      note(divided, "country", "TH", year, answer.total.numerator);
    }
  }
}, 180_000);

afterAll(() => drop());

function note(
  figures: Map<string, Figures>,
  level: string,
  code: string,
  year: number,
  value: number | null,
) {
  const ofLevel = figures.get(level) ?? new Map<string, number[]>();
  figures.set(level, ofLevel);
  const series = ofLevel.get(code) ?? YEARS.map(() => 0);
  ofLevel.set(code, series);
  series[YEARS.indexOf(year)] = value ?? 0;
}

const isSmall = (amount: number) => Math.abs(amount) >= 0.5 && Math.abs(amount) < 4.5;

/** Every figure of a series and every difference of two of its years. */
function* amountsOf(series: number[]): Iterable<number> {
  for (let i = 0; i < series.length; i += 1) {
    yield series[i] as number;
    for (let j = 0; j < i; j += 1) yield (series[i] as number) - (series[j] as number);
  }
}

const smallIn = (series: number[]) => [...amountsOf(series)].filter(isSmall);

/** What a place has beyond the places inside it, year by year. */
function beyond(parent: number[], children: number[][]): number[] {
  return parent.map((value, year) => children.reduce((left, child) => left - (child[year] as number), value));
}

const prefixOf: Record<string, (code: string) => string> = {
  district: (code) => code.slice(0, 2),
  tambon: (code) => code.slice(0, 4),
};

describe("small figures of households", () => {
  it("are there to be found", async () => {
    const [{ cells }] = await query(ownerUrl, "select count(*)::int as cells from small_cell");
    expect(cells).toBeGreaterThan(200);
  });

  it.each(["country", ...LEVELS])("do not show by %s, nor between two years", (level) => {
    const found = [...(values.get(level) ?? [])].flatMap(([code, series]) =>
      smallIn(series).map((amount) => `${code}: ${amount}`),
    );
    expect(found).toEqual([]);
  });

  it.each(["country", ...LEVELS])("do not show in what is divided by %s", (level) => {
    const found = [...(divided.get(level) ?? [])].flatMap(([code, series]) =>
      smallIn(series).map((amount) => `${code}: ${amount}`),
    );
    expect(found).toEqual([]);
  });

  it.each(["country", ...LEVELS])(
    "do not show between the figure and the part of it that is divided by %s",
    (level) => {
      const found = [...(values.get(level) ?? [])].flatMap(([code, series]) =>
        // a survey moves a tambon from one part to the other: the years say nothing of one another
        beyond(series, [divided.get(level)?.get(code) ?? []])
          .filter(isSmall)
          .map((amount) => `${code}: ${amount}`),
      );
      expect(found).toEqual([]);
    },
  );

  it("leave nothing to be told of where there is nothing else, in any number of any level", () => {
    for (const [which, codes] of hidden) {
      const [level = "", year] = which.split(" ");
      const at = YEARS.indexOf(Number(year));
      for (const code of codes) {
        const numbers = [values, divided].map((figures) => figures.get(level)?.get(code)?.[at]);
        expect(numbers, `${code} in ${year}`).toEqual([0, 0]);
      }
    }
    expect(hidden.get("tambon 2021")?.size).toBeGreaterThan(100);
  });

  it.each([
    ["values", values, "province", "district"],
    ["values", values, "district", "tambon"],
    ["numbers that are divided", divided, "province", "district"],
    ["numbers that are divided", divided, "district", "tambon"],
    ["needs", divisors, "province", "district"],
    ["needs", divisors, "district", "tambon"],
  ] as const)(
    "do not show between the %s of a place and of those in it, nor between two years of that",
    (_what, of, above, below) => {
      const children = new Map<string, number[][]>();
      for (const [code, series] of of.get(below) ?? []) {
        const parent = prefixOf[below]?.(code) ?? "";
        children.set(parent, [...(children.get(parent) ?? []), series]);
      }
      const left = [...(of.get(above) ?? [])].map(
        ([code, series]) => [code, beyond(series, children.get(code) ?? [])] as const,
      );
      // surveys replace each other: of needs the years say nothing of one another
      const found = left.flatMap(([code, series]) =>
        (of === divisors ? series.filter(isSmall) : smallIn(series)).map((amount) => `${code}: ${amount}`),
      );
      expect(found).toEqual([]);
    },
  );

  it.each(LEVELS)("do not show between the country and all it has by %s", (level) => {
    const country = values.get("country")?.get("TH") ?? [];
    const rest = beyond(country, [...(values.get(level)?.values() ?? [])]);
    expect(rest.map(Math.round)).toEqual((unplaced.get(level) ?? []).map(Math.round));
    expect(smallIn(rest)).toEqual([]);
  });

  it("do not show in sets of places, nor between a set and the places that it is made of", async () => {
    const total = async (within: string[], year: number): Promise<number> => {
      const search = within.length > 0 ? `&within=${within.join(",")}` : "";
      const depth = Math.min(...within.map((code) => (code.startsWith("R") ? 0 : code.length / 2)), 3);
      const level = within.length > 0 ? ["region", "province", "district", "tambon"][depth] : "region";
      return (
        (await api.get(`/coverage/${INDICATOR}?level=${level}&fiscal_year=${year}${search}`)).total.value ?? 0
      );
    };
    const all = [...(values.get("province")?.keys() ?? [])];
    const { regions } = await api.get("/places/index");
    const districts = [...(values.get("district")?.keys() ?? [])].filter((code) => code.startsWith("50"));
    const [region] = regions as { code: string; provinces: string[] }[];
    // what adds up to a place, all of it but one, places within places, and what is far apart
    const sets: string[][] = [
      all,
      all.slice(1),
      ...regions.map(({ provinces }: { provinces: string[] }) => provinces),
      ...regions.map(({ provinces }: { provinces: string[] }) => provinces.slice(1)),
      districts,
      districts.slice(1),
      [region?.code ?? "", ...districts],
      ["50", ...districts],
      ["50", "51", "8301"],
      ["10", "500101"],
    ];
    const found: string[] = [];
    const note = (what: string, series: number[]) => {
      for (const amount of smallIn(series)) found.push(`${what}: ${amount}`);
    };
    const series = async (within: string[]) => {
      const figures: number[] = [];
      for (const year of YEARS) figures.push(await total(within, year));
      return figures;
    };
    for (const set of sets) {
      const ofSet = await series(set);
      note(set.join(), ofSet);
      // a place of the list takes in those below it
      const parts = set.filter((code) => !set.some((one) => one !== code && code.startsWith(one)));
      if (parts[0]?.startsWith("R")) continue;
      const ofParts = parts.map((code) => {
        const level = code.length === 2 ? "province" : code.length === 4 ? "district" : "tambon";
        return values.get(level)?.get(code) ?? YEARS.map(() => 0);
      });
      expect(beyond(ofSet, ofParts).map(Math.round), set.join()).toEqual(YEARS.map(() => 0));
    }
    for (const { code, provinces } of regions) {
      note(`${code} and its provinces`, beyond(await series([code]), [await series(provinces)]));
      note(`${code} and all but one`, beyond(await series([code]), [await series(provinces.slice(1))]));
    }
    note("the country and its provinces", beyond(await series([]), [await series(all)]));
    note("50 and its districts", beyond(await series(["50"]), [await series(districts)]));
    expect(found).toEqual([]);
  }, 120_000);

  it("leave each of them three values or more in the sum they are in, and are in one at most", async () => {
    const pools = await query(
      ownerUrl,
      "select fiscal_year, place_code, amount, cells from pooled_amount where indicator_id = 'housing-households'",
    );
    expect(pools.length).toBeGreaterThan(5);
    for (const { amount, cells } of pools) {
      // what a reader can say of one cell who knows how many there are and what they add up to
      const least = Math.max(1, amount - 4 * (cells - 1));
      const most = Math.min(4, amount - (cells - 1));
      expect(most - least).toBeGreaterThanOrEqual(2);
    }
    const [{ pooled, all }] = await query(
      ownerUrl,
      `select (select sum(cells)::int from pooled_amount where indicator_id = 'housing-households') as pooled,
         (select count(*)::int from small_cell where indicator_id = 'housing-households') as all`,
    );
    expect(pooled).toBeLessThanOrEqual(all);
  });

  it("are put together by how many there are, never by how much", async () => {
    const shape =
      "select fiscal_year, place_code, cells from pooled_amount where indicator_id = 'leaders' order by 1, 2";
    await withRollback(async (client) => {
      const before = await client.query(shape);
      expect(before.rows.length).toBeGreaterThan(5);
      for (const amount of ["1", "4", "1 + abs(hashtext(area_code)) % 4"]) {
        await client.query(`update small_cell set amount = ${amount} where indicator_id = 'leaders'`);
        await client.query("select api.pool_small_cells('leaders', $1)", [YEARS]);
        expect((await client.query(shape)).rows).toEqual(before.rows);
      }
    });
  });

  it("are in the country's figure all the same, but for what keeps a sum off its ends", async () => {
    const [{ all, moved }] = await query(
      ownerUrl,
      `select (
         select sum(households_benefited)::int from housing_project
         join area_placement using (area_code) where shape_code is not null and fiscal_year <= 2021) as all,
       (select 2 * count(*)::int from pooled_amount where indicator_id = 'housing-households') as moved`,
    );
    const shown = values.get("country")?.get("TH")?.at(-1) ?? 0;
    expect(Math.abs(shown - all)).toBeLessThanOrEqual(moved);
    expect(Math.abs(shown - all) / all).toBeLessThan(0.001);
  });

  it("show as a mark, with what they stay below", async () => {
    const answer = await api.get(`/coverage/${INDICATOR}?level=tambon&fiscal_year=2021`);
    const marked = Object.entries<number>(answer.withheld);
    expect(marked.length).toBeGreaterThan(100);
    const [code] = marked.find(([, below]) => below === 5) ?? [];
    const explained = await api.get(`/coverage/${INDICATOR}/areas/${code}?fiscal_year=2021`);
    expect(explained.total.withheld_below).toBe(5);
    expect(explained.counted[0].withheld_below).toBe(5);
    expect(marked.filter(([one]) => answer.values[answer.codes.indexOf(one)] === 0)).toEqual([]);
  });

  it("do not leave with an export or an explanation", async () => {
    const { features } = await api.get(
      `/export/areas.geojson?level=tambon&indicator=${INDICATOR}&fiscal_year=2021&within=50`,
    );
    expect(features.length).toBeGreaterThan(100);
    expect(
      features.filter((feature: { properties: { value: number } }) => isSmall(feature.properties.value)),
    ).toEqual([]);
    const explained = await api.get(`/coverage/${INDICATOR}/areas/50?fiscal_year=2021`);
    expect(explained.counted.filter((unit: { value: number }) => isSmall(unit.value))).toEqual([]);
  });
});

describe("the serving role", () => {
  it.each([
    ["households of a project", "select households_benefited from housing_project"],
    ["households of a survey", "select households_in_need from need_survey"],
    ["small cells", "select amount from small_cell"],
    ["persons", "select name_th from person"],
    ["their trainings", "select passed from training_result"],
    ["their participation", "select activity_th from participation"],
  ])("may not read %s", async (_what, statement) => {
    await withRollback(
      async (client) => {
        await expect(client.query(statement)).rejects.toThrow(/permission denied/);
      },
      { as: "api" },
    );
  });
});
