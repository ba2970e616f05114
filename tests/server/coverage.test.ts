import { coverageAnswer, coverageExplanation } from "@phuenthi/server/contract/coverage";
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
const INDICATORS = ["plans-linked", "housing-households", "councils"];

describe("GET /api/indicators", () => {
  it("declares the three indicators with the strategy's targets", async () => {
    const { items } = indicatorList.parse(await api.get("/indicators"));
    expect(items.map((item) => [item.id, item.target?.value ?? null])).toEqual([
      ["plans-linked", 3000],
      ["housing-households", 176714],
      ["councils", null],
    ]);
  });
});

describe("GET /api/coverage/:indicator", () => {
  it.each(INDICATORS)(
    "%s: provinces, districts and tambon add up to the country's total, every year",
    async (id) => {
      for (const year of [2017, 2018, 2019, 2020, 2021]) {
        const levels = await Promise.all(
          ["province", "district", "tambon"].map((level) =>
            coverage(`${id}?fiscal_year=${year}&level=${level}`),
          ),
        );
        for (const answer of levels) {
          expect(answer.total).toEqual(levels[0]?.total);
          expect(sum(answer.values)).toBe(answer.total.value);
          expect(sum(answer.denominators)).toBe(answer.total.denominator);
        }
        const { total } = levels[0] ?? {};
        expect(total?.counted).toBeGreaterThan(0);
        expect(
          (total?.counted ?? 0) +
            (total?.not_counted ?? 0) +
            (total?.unknown ?? 0) +
            (total?.not_applicable ?? 0),
        ).toBe(total?.denominator);
      }
    },
  );

  it.each(INDICATORS)("%s: a province's total is the sum of its tambon", async (id) => {
    const country = await coverage(`${id}?level=province`);
    for (const code of ["10", "50", "90"]) {
      const inside = await coverage(`${id}?level=tambon&within=${code}`);
      expect(inside.codes.every((inner) => inner.startsWith(code))).toBe(true);
      expect(inside.total.value ?? 0).toBe(sum(inside.values));
      expect(inside.total.value).toBe(country.values[country.codes.indexOf(code)]);
    }
  });

  it("counts every tambon on the map, and explains ratio and target", async () => {
    const { boundary } = await api.get("/health");
    const { total, boundary_version, sample } = await coverage("plans-linked?fiscal_year=2021");
    expect(total.denominator).toBe(boundary.counts.tambon);
    const { sources } = await api.get("/areas/10");
    const lines = sources.find((source: { id: string }) => boundary_version.startsWith(`${source.id}-`));
    expect(total.denominator_note.en).toContain(lines.title_en);
    expect(total.denominator_note.th).toContain(lines.title_th);
    expect(total.ratio).toBeCloseTo((total.value ?? 0) / total.denominator, 5);
    expect(total.target).toMatchObject({
      value: 3000,
      fiscal_year: 2021,
      source: { id: "strategy-2560-2564" },
    });
    expect(total.target_ratio).toBeCloseTo((total.value ?? 0) / 3000, 5);
    expect(sample).toBe(true);
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
      body: { code: "area-not-found", errors: [{ field: "within" }] },
    });
    expect(await api.problem("/coverage/councils?within=1004&level=province")).toMatchObject({
      status: 400,
      body: { code: "level-above-area", errors: [{ field: "level" }] },
    });
  });
});

describe("GET /api/coverage/:indicator/areas/:code", () => {
  it.each(["TH", "10", "1004", "100401"])("lists every tambon of %s once, with a reason", async (code) => {
    for (const id of INDICATORS) {
      const answer = coverageExplanation.parse(
        await api.get(`/coverage/${id}/areas/${code}?fiscal_year=2020`),
      );
      const lists = [answer.counted, answer.not_counted, answer.unknown, answer.not_applicable];
      expect(lists.map((list) => list.length)).toEqual([
        answer.total.counted,
        answer.total.not_counted,
        answer.total.unknown,
        answer.total.not_applicable,
      ]);
      const codes = lists.flat().map((area) => area.code);
      expect(new Set(codes).size).toBe(answer.total.denominator);
      for (const area of lists.flat()) {
        expect(area.reason_text.th, `${id} ${area.code} ${area.reason}`).not.toBe("");
        expect(area.reason_text.en).not.toBe("");
      }
    }
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
