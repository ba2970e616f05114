import { type CoverageAnswer, coverageAnswer, coverageExplanation } from "@phuenthi/server/contract/coverage";
import { indicatorList } from "@phuenthi/server/contract/indicators";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
const coverage = async (path: string) => coverageAnswer.parse(await api.get(`/coverage/${path}`));
/** One of each kind and each unit that is counted. */
const INDICATORS = [
  "plans-linked",
  "housing-households",
  "cooperation-provinces",
  "organization-quality",
  "organization-density",
];
const known = (total: CoverageAnswer["total"]) =>
  total.counted + total.not_counted + total.unknown + total.not_applicable;

describe("GET /api/indicators", () => {
  it("declares the seven targets of the strategy, then the context", async () => {
    const { items } = indicatorList.parse(await api.get("/indicators"));
    const targets = items.filter((item) => item.target);
    expect(targets.map((item) => [item.issue, item.id, item.target?.value])).toEqual([
      ["1.1", "plans-linked", 3000],
      ["1.2", "housing-households", 176714],
      ["2.1", "cooperation-provinces", 77],
      ["3.1", "leaders", 15000],
      ["3.2", "organization-quality", 6260],
      ["4.1", "governance-efficiency", 0.8],
      ["4.2", "staff-ability", 0.8],
    ]);
    expect(items.slice(0, 7)).toEqual(targets);
    expect(items.slice(7).every((item) => item.issue === null)).toBe(true);
  });
});

describe("GET /api/coverage/:indicator", () => {
  it.each(INDICATORS)("%s: every level, with what has no place in it, adds up to the country", async (id) => {
    const { items } = indicatorList.parse(await api.get("/indicators"));
    const declared = items.find((item) => item.id === id);
    for (const level of declared?.levels ?? []) {
      const answer = await coverage(`${id}?fiscal_year=2021&level=${level}`);
      const { total } = answer;
      expect(sum(answer.values) + (answer.unplaced.value ?? 0), level).toBeCloseTo(total.value ?? 0, 2);
      expect(known(total)).toBeCloseTo(total.units, 4);
      if (declared?.kind === "coverage") {
        expect(sum(answer.units) + answer.unplaced.units, level).toBeCloseTo(total.units, 2);
      }
      for (const list of [answer.values, answer.denominators, answer.ratios, answer.targets]) {
        expect(list).toHaveLength(answer.codes.length);
      }
      const codes = new Set(answer.codes);
      expect(codes.size).toBe(answer.codes.length);
      expect([...answer.split, ...answer.partly_unknown].filter((code) => !codes.has(code))).toEqual([]);
    }
  });

  it.each(INDICATORS)("%s: a region's and a province's total is the sum of what is inside", async (id) => {
    const level = id === "cooperation-provinces" ? "province" : "tambon";
    const regions = await coverage(`${id}?level=region&fiscal_year=2021`);
    for (const code of ["R3", ...(level === "tambon" ? ["10", "50", "90"] : [])]) {
      const inside = await coverage(`${id}?level=${level}&within=${code}&fiscal_year=2021`);
      const unplaced = inside.unplaced.value ?? 0;
      expect(sum(inside.values) + unplaced, code).toBeCloseTo(inside.total.value ?? 0, 2);
      const above = code.startsWith("R") ? regions : await coverage(`${id}?level=province&fiscal_year=2021`);
      expect(above.values[above.codes.indexOf(code)]).toBe(inside.total.value);
    }
  });

  it("says what a figure is divided by, and why that is not what is on the map", async () => {
    const { boundary } = await api.get("/health");
    const { total, sample_records } = await coverage("plans-linked?fiscal_year=2021");
    expect(total.denominator).toBe(boundary.counts.tambon);
    expect(total.denominator_source).toMatchObject({ id: "units", parts: [] });
    expect(total.denominator_source?.note.th).not.toBe(total.denominator_source?.note.en);
    expect(total.ratio).toBeCloseTo((total.value ?? 0) / (total.denominator ?? 0), 5);
    expect(total.target).toMatchObject({
      value: 3000,
      fiscal_year: 2021,
      source: { id: "strategy-2560-2564" },
    });
    expect(total.target_ratio).toBeCloseTo((total.value ?? 0) / 3000, 5);
    expect(sample_records).toBe("all");

    const official = await coverage("plans-linked?fiscal_year=2021&denominator=tambon-official");
    expect(official.total.denominator).toBe(7436);
    expect(official.total.ratio).toBeCloseTo((total.value ?? 0) / 7436, 5);
    expect(official.total.denominator_source?.parts.map((part) => part.value)).toEqual([7256, 180]);
    expect(official.total.denominator_choices).toEqual(total.denominator_choices);
    // no published number is of a province: its own units stand there
    expect((await coverage("plans-linked?within=50&level=tambon")).total.denominator_choices).toEqual([]);
  });

  it("divides 3.2 by the 7,825 areas of its target, in their parts", async () => {
    const { total } = await coverage("organization-quality?fiscal_year=2021&level=local_authority");
    expect(total.denominator).toBe(7825);
    expect(total.denominator_source?.parts.map((part) => part.value)).toEqual([5334, 2441, 50]);
    expect(total.units).not.toBe(7825);
    expect(total.denominator_source?.note.en).toContain(`${total.units.toLocaleString("en")} on record`);
    expect(total.target).toMatchObject({ value: 6260, denominator: 7825 });
  });

  it("divides a sum by the need that is known, and a rate by its denominator", async () => {
    const { total, ...answer } = await coverage("housing-households?fiscal_year=2021&level=province");
    expect(total.denominator_source?.id).toBe("amount");
    expect(sum(answer.denominators)).toBeCloseTo(total.denominator ?? 0, 2);
    const density = await coverage("organization-density?level=province");
    const at = density.codes.indexOf("50");
    expect(density.ratios[at]).toBeCloseTo(
      ((density.values[at] ?? 0) * 1000) / (density.denominators[at] ?? 0),
      4,
    );
  });

  it("tells exact, split and unknown apart by local authority", async () => {
    const answer = await coverage("councils?fiscal_year=2021&level=local_authority");
    expect(answer.partly_unknown.length).toBeGreaterThan(0);
    expect(answer.total.certainty).toBe("exact");
    expect(answer.unplaced.units).toBeGreaterThan(0);
    const { codes, whole, authorities } = (await api.get("/places/index")).tambon;
    const { authorities: list } = await api.get("/places/index");
    const sharing = new Set(
      codes.flatMap((_: string, row: number) => (whole[row] ? [] : [list.codes[authorities[row]]])),
    );
    expect(answer.partly_unknown.filter((code) => !sharing.has(code))).toEqual([]);
    const tambon = await coverage("councils?fiscal_year=2021&level=tambon");
    expect([tambon.split, tambon.partly_unknown, tambon.unplaced.units]).toEqual([[], [], 0]);
  });

  it("tells no data (null) from zero and from not applicable", async () => {
    const answer = await coverage("housing-households?fiscal_year=2019&level=tambon");
    expect(answer.values).toContain(0);
    expect(answer.values).toContain(null);
    expect(answer.not_applicable).toHaveLength(answer.total.not_applicable);
    for (const code of answer.not_applicable) expect(answer.values[answer.codes.indexOf(code)]).toBeNull();
    expect(answer.values.filter((value) => value === null)).toHaveLength(
      answer.total.unknown + answer.total.not_applicable,
    );
  });

  it("has the figure of an indicator without a map, and no codes", async () => {
    const { codes, total } = await coverage("governance-efficiency?fiscal_year=2021");
    expect(codes).toEqual([]);
    expect([total.units, total.target?.value]).toEqual([1, 0.8]);
    expect(total.target_ratio).toBeCloseTo((total.ratio ?? 0) / 0.8, 5);
  });

  it("answers 304 to whoever has it already", async () => {
    const first = await api.fetch("/coverage/plans-linked?level=tambon");
    const again = await api.fetch("/coverage/plans-linked?level=tambon", {
      "if-none-match": String(first.headers.etag),
    });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
  });

  it("is small: every tambon of the country in under 30 KB compressed", async () => {
    const { rawPayload, headers } = await api.fetch("/coverage/plans-linked?level=tambon", {
      "accept-encoding": "gzip",
    });
    expect(headers["content-encoding"]).toBe("gzip");
    expect(rawPayload.length).toBeLessThan(30_000);
  });

  it("refuses what does not exist, naming the field", async () => {
    expect(await api.problem("/coverage/nope")).toMatchObject({
      status: 404,
      body: { code: "indicator-not-found", errors: [{ field: "indicator" }] },
    });
    expect(await api.problem("/coverage/councils?fiscal_year=1999")).toMatchObject({
      status: 404,
      body: { code: "fiscal-year-not-declared", errors: [{ field: "fiscal_year" }] },
    });
    expect(await api.problem("/coverage/councils?within=99")).toMatchObject({
      status: 404,
      body: { code: "area-not-found", params: { place: expect.any(String) }, errors: [{ field: "within" }] },
    });
    expect(await api.problem("/coverage/cooperation-provinces?level=tambon")).toMatchObject({
      status: 400,
      body: { code: "not-declared", errors: [{ field: "level" }] },
    });
    expect(await api.problem("/coverage/councils?denominator=provinces")).toMatchObject({
      status: 400,
      body: { code: "not-declared", errors: [{ field: "denominator" }] },
    });
    expect(await api.problem("/coverage/councils?within=1004&level=province")).toMatchObject({
      status: 400,
      body: { code: "level-above-area", errors: [{ field: "level" }] },
    });
  });
});

describe("GET /api/coverage/:indicator/areas/:code", () => {
  it.each(["TH", "R5", "10", "1004", "100401"])(
    "lists every unit of %s once, with a reason",
    async (code) => {
      for (const id of INDICATORS) {
        const answer = coverageExplanation.parse(
          await api.get(`/coverage/${id}/areas/${code}?fiscal_year=2021`),
        );
        const lists = [answer.counted, answer.not_counted, answer.unknown, answer.not_applicable];
        // a unit that lies here by a part is a row of its list, and a part of its number
        const wanted = [
          answer.total.counted,
          answer.total.not_counted,
          answer.total.unknown,
          answer.total.not_applicable,
        ];
        for (const [at, list] of lists.entries()) {
          expect(list.length, `${id} ${code}`).toBeGreaterThanOrEqual((wanted[at] ?? 0) - 1e-6);
          if (answer.total.certainty === "exact") expect(list).toHaveLength(wanted[at] ?? 0);
        }
        const units = lists.flat();
        expect(new Set(units.map((unit) => unit.code)).size).toBe(units.length);
        for (const unit of units) {
          expect(unit.reason_text.th, `${id} ${unit.code} ${unit.reason}`).not.toBe("");
          expect(unit.reason_text.en).not.toBe("");
        }
        expect(answer.rule.th).not.toBe("");
      }
    },
  );

  it("explains one unit by its conditions, each met by records or missing", async () => {
    const country = coverageExplanation.parse(
      await api.get("/coverage/plans-linked/areas/TH?fiscal_year=2021"),
    );
    expect(country.conditions).toEqual([]);
    for (const [list, state] of [
      [country.counted, "counted"],
      [country.not_counted, "not_counted"],
    ] as const) {
      const { conditions, ...answer } = coverageExplanation.parse(
        await api.get(`/coverage/plans-linked/areas/${list[0]?.code}?fiscal_year=2021`),
      );
      expect(answer.state).toBe(state);
      expect(conditions.length).toBeGreaterThan(0);
      expect(conditions.every((condition) => condition.met)).toBe(state === "counted");
      for (const { met, records } of conditions) expect(!met || records.length > 0).toBe(true);
    }
  });

  it("names the criteria in force and the sources", async () => {
    const answer = coverageExplanation.parse(
      await api.get("/coverage/cooperation-provinces/areas/50?fiscal_year=2021"),
    );
    expect(answer.criteria?.version).toBeGreaterThan(0);
    expect(answer.conditions.length).toBeGreaterThan(0);
    expect(answer.sources.some((source) => source.is_sample)).toBe(true);
  });

  it("agrees with the compact answer", async () => {
    const explained = coverageExplanation.parse(
      await api.get("/coverage/plans-linked/areas/50?fiscal_year=2021"),
    );
    const answer = await coverage("plans-linked?fiscal_year=2021&level=tambon&within=50");
    expect(explained.counted.map((area) => area.code)).toEqual(
      answer.codes.filter((_, index) => answer.values[index] === 1),
    );
    expect(explained.total).toEqual(answer.total);
  });

  it("answers 404 for an area that is not on the map", async () => {
    expect((await api.problem("/coverage/councils/areas/999999")).body.code).toBe("area-not-found");
    expect((await api.problem("/coverage/councils/areas/xx")).status).toBe(400);
  });
});
