// What is withheld is null and a bound, never zero: wherever something stays below a bound, the number beside it is what
// may be known, or nothing. And no column of numbers holds a word.
import { indicatorList } from "@phuenthi/server/contract/indicators";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../geo-data/import/csv.ts";
import type { TestApi } from "../helpers/app.ts";
import { startWithSmallFigures } from "../helpers/small-figures.ts";

let api: TestApi;
let sensitive: string[];
beforeAll(async () => {
  api = await startWithSmallFigures();
  sensitive = indicatorList
    .parse(await api.get("/indicators"))
    .items.filter((one) => one.sensitive)
    .map(({ id }) => id);
}, 60_000);
afterAll(() => api.close());

/** What may stand beside a bound. */
const AMOUNTS = ["value", "reached", "achieved"];

/** Every object with a bound, and whether its amounts are known. */
function boundsIn(answer: unknown): { zeros: unknown[]; nulls: number } {
  const found = { zeros: [] as unknown[], nulls: 0 };
  const walk = (one: unknown): void => {
    if (typeof one !== "object" || one === null) return;
    const object = one as Record<string, unknown>;
    if (typeof object.withheld_below === "number") {
      const amounts = AMOUNTS.filter((name) => name in object).map((name) => object[name]);
      if (amounts.length === 0 || amounts.includes(0)) found.zeros.push(object);
      if (amounts.includes(null)) found.nulls += 1;
    }
    Object.values(object).forEach(walk);
  };
  walk(answer);
  return found;
}

describe("what is withheld", () => {
  it("is null in the coverage of every level and year, with its bound", async () => {
    for (const id of sensitive) {
      for (const year of [2017, 2021]) {
        for (const level of ["region", "province", "district", "tambon", "local_authority"]) {
          const answer = await api.get(`/coverage/${id}?level=${level}&fiscal_year=${year}`);
          const zeros = (numbers: (number | null)[]) =>
            answer.codes.filter((code: string, i: number) => code in answer.withheld && numbers[i] === 0);
          expect(zeros(answer.values), `${id} ${level} ${year}`).toEqual([]);
          expect(boundsIn(answer).zeros).toEqual([]);
          if (level !== "tambon") continue;
          // larger places have tambon that are divided and truly have none
          expect(zeros(answer.numerators), `${id} ${year}`).toEqual([]);
          const marked = answer.codes.filter((code: string) => code in answer.withheld);
          expect(marked.length, id).toBeGreaterThan(10);
          const nulls = marked.filter((code: string) => answer.values[answer.codes.indexOf(code)] === null);
          // a stage of housing says what is known of the stages after it
          if (!id.startsWith("housing-") || id === "housing-households")
            expect(nulls.length, id).toBeGreaterThan(10);
        }
      }
    }
  });

  it("is no zero in lists, overviews, gaps, shares and exports, and counts all the same", async () => {
    const { codes, values, withheld } = await api.get("/coverage/leaders?level=tambon&fiscal_year=2021");
    const hidden = codes.find((code: string, i: number) => code in withheld && values[i] === null);
    const answers = [
      [`/coverage/leaders/areas/${hidden}`, 2],
      [`/coverage/leaders/areas/${hidden.slice(0, 2)}`, 1],
      [`/overview?place=${hidden}`, 2],
      [`/overview?place=${hidden.slice(0, 4)}`, 0],
      ["/gaps/housing-households?level=tambon", 10],
      ["/gaps/housing-households?level=local_authority", 10],
      ["/targets/leaders", 0],
      ["/export/areas.geojson?level=tambon&indicator=leaders", 100],
    ] as const;
    for (const [path, least] of answers) {
      const { zeros, nulls } = boundsIn(await api.get(path));
      expect(zeros, path).toEqual([]);
      expect(nulls, path).toBeGreaterThanOrEqual(least);
    }
    const { features } = await api.get(
      `/export/areas.geojson?level=tambon&indicator=leaders&within=${hidden}`,
    );
    expect(features[0].properties).toMatchObject({
      state: "counted",
      value: null,
      withheld_below: withheld[hidden],
    });
  }, 120_000);

  it("leaves columns of numbers empty", async () => {
    const files = [
      ["/explain/leaders/TH.csv?lang=en", ["value", "withheld_below"]],
      [
        "/gaps/housing-households.csv?level=tambon&lang=en",
        ["left", "share", "should", "reached", "value", "withheld_below", "persons"],
      ],
    ] as const;
    for (const [path, columns] of files) {
      const rows = parseCsv((await api.fetch(path)).body);
      for (const column of columns) {
        const words = rows.filter((row) => !/^(-?\d+(\.\d+)?)?$/.test(row[column] ?? "absent"));
        expect(words.slice(0, 3), `${path} ${column}`).toEqual([]);
      }
      const hidden = rows.filter((row) => row.withheld_below !== "" && row.value === "");
      expect(hidden.length, path).toBeGreaterThan(10);
      expect(rows.filter((row) => row.withheld_below !== "" && row.value === "0")).toEqual([]);
    }
  });

  it("shows as a mark, with what it stays below", async () => {
    const answer = await api.get(`/coverage/housing-households?level=tambon&fiscal_year=2021`);
    const marked = Object.entries<number>(answer.withheld);
    expect(marked.length).toBeGreaterThan(100);
    const [code] = marked.find(([, below]) => below === 5) ?? [];
    const explained = await api.get(`/coverage/housing-households/areas/${code}?fiscal_year=2021`);
    expect(explained.total.withheld_below).toBe(5);
    expect(explained.counted[0].withheld_below).toBe(5);
    // no sum lies in a tambon; of a place that has one it is said when it last took cells in
    expect(explained.small_figures_as_of).toBeNull();
    const ofCountry = await api.get(`/coverage/housing-households/areas/TH?fiscal_year=2021`);
    expect(Date.parse(ofCountry.small_figures_as_of)).toBeLessThanOrEqual(Date.now());
    // wherever the figure is read
    for (const path of [
      `/coverage/housing-households?level=province`,
      `/gaps/housing-households?level=province`,
    ]) {
      const read = await api.get(`${path}&fiscal_year=2021`);
      expect(read.small_figures_as_of, path).toBe(ofCountry.small_figures_as_of);
    }
    for (const path of ["/overview", "/areas/TH/profile"]) {
      const read = await api.get(path);
      expect(Date.parse(read.small_figures_as_of), path).toBeLessThanOrEqual(
        Date.parse(ofCountry.small_figures_as_of),
      );
    }
    const { features } = await api.get(
      "/export/areas.geojson?level=province&indicator=housing-households&fiscal_year=2021",
    );
    expect(Date.parse(features[0].properties.small_figures_as_of)).toBe(
      Date.parse(ofCountry.small_figures_as_of),
    );
    const table = await api.fetch("/explain/housing-households/50.csv?fiscal_year=2021&lang=en");
    expect(table.body.split("\n", 1)[0]).toContain('"as_of","small_figures_as_of","sources"');
    const ofTambon = await api.get(`/overview?place=${code}`);
    expect(ofTambon.small_figures_as_of).toBeNull();
    expect(marked.filter(([one]) => answer.values[answer.codes.indexOf(one)] === 0)).toEqual([]);
  });

  it("is told as what stays below a bound beside the next stage's figure", async () => {
    const [built, benefited] = await Promise.all(
      ["housing-built", "housing-households"].map((id) =>
        api.get(`/coverage/${id}?level=tambon&fiscal_year=2021`),
      ),
    );
    const at = (code: string) => benefited.codes.indexOf(code);
    const beside = Object.entries<number>(built.withheld).filter(
      ([code, below]) =>
        below === 5 && benefited.withheld[code] === undefined && benefited.values[at(code)] >= 5,
    );
    expect(beside.length).toBeGreaterThan(100);
    for (const [code] of beside)
      expect(built.values[at(code)]).toBeGreaterThanOrEqual(benefited.values[at(code)]);
  });
});
