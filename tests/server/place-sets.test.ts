// Figures of a set of places: regions, areas and local authorities together, each unit once.
import type { CoverageAnswer } from "@phuenthi/server/contract/coverage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { apiUrl, query } from "../helpers/database.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const ask = (indicator: string, within: string, level: string): Promise<CoverageAnswer> =>
  api.get(`/coverage/${indicator}?fiscal_year=2021&level=${level}${within ? `&within=${within}` : ""}`);

const sum = (values: (number | null)[]) => values.reduce<number>((all, value) => all + (value ?? 0), 0);

/** An authority with one tambon that is wholly its own, and one that has a known part of one. */
async function authorities() {
  const [found] = await query(
    apiUrl(),
    `select
       (select 'L' || local_authority_code || ' ' || min(area_code) from local_authority_area
        where area_code like '50%' group by local_authority_code
        having count(*) = 1 and bool_and(extent = 'whole') order by local_authority_code limit 1) as whole,
       (select 'L' || local_authority_code || ' ' || area_code || ' ' || share from local_authority_area
        where share < 1 order by local_authority_code, area_code limit 1) as part`,
  );
  return { whole: found.whole.split(" ") as string[], part: found.part?.split(" ") as string[] | undefined };
}

describe("the figures of a set of places", () => {
  it.each([
    ["councils", "R2", "province"],
    ["organization-quality", "50,51", "district"],
    ["housing-households", "R1,5001,510101,83", "tambon"],
    ["leaders", "10,5001", "local_authority"],
    ["cooperation-provinces", "R3,50", "province"],
    ["population-density", "R4,50", "district"],
  ])("of %s within %s add up by %s to their total", async (indicator, within, level) => {
    const { codes, values, unplaced, total } = await ask(indicator, within, level);
    const country = await ask(indicator, "", level);
    expect(codes.length).toBeGreaterThan(1);
    expect(codes.length).toBeLessThan(country.codes.length);
    expect(total.units).toBeLessThan(country.total.units);
    expect(total.counted + total.not_counted + total.unknown + total.not_applicable).toBeCloseTo(
      total.units,
      2,
    );
    expect(sum(values) + (unplaced.value ?? 0)).toBeCloseTo(total.value ?? 0, 2);
  });

  it.each(["councils", "organization-quality", "housing-households"])(
    "of %s count no unit twice where places overlap, in whatever order they come",
    async (indicator) => {
      const { total, ...rest } = await ask(indicator, "50", "district");
      for (const within of ["50,5001", "5001,50,500101", "50,50"]) {
        const again = await ask(indicator, within, "district");
        expect(again.total, within).toEqual(total);
        expect(again.values, within).toEqual(rest.values);
      }
      const region = await api.get("/places/index");
      const { code } = region.regions.find(({ provinces }: { provinces: string[] }) =>
        provinces.includes("50"),
      );
      expect((await ask(indicator, `${code},50`, "province")).total).toEqual(
        (await ask(indicator, code, "province")).total,
      );
    },
  );

  it.each(["councils", "organization-quality"])(
    "of %s that share nothing are the sum of theirs",
    async (indicator) => {
      const parts = await Promise.all(["R1", "50", "8301"].map((place) => ask(indicator, place, "tambon")));
      const { total } = await ask(indicator, "R1,50,8301", "tambon");
      // Chiang Mai may be in that region
      const places = (await api.get("/places/index")).regions.find(
        ({ code }: { code: string }) => code === "R1",
      ).provinces;
      const apart = parts.filter((_, i) => i !== 1 || !places.includes("50"));
      for (const field of [
        "value",
        "units",
        "counted",
        "not_counted",
        "unknown",
        "not_applicable",
      ] as const) {
        expect(total[field] ?? 0, field).toBeCloseTo(sum(apart.map((part) => part.total[field])), 4);
      }
    },
  );

  it("have a target only where they are of one place that has one", async () => {
    const one = await ask("plans-linked", "50", "district");
    const profile = await api.get("/coverage/plans-linked/areas/50?fiscal_year=2021");
    expect(one.total).toEqual(profile.total);
    expect((await ask("plans-linked", "50,51", "district")).total).toMatchObject({
      target: null,
      target_ratio: null,
    });
    expect((await ask("plans-linked", "5001", "district")).total.target).toBeNull();
  });

  it("say of a place that it has only a part in the set, without its target", async () => {
    const country = await ask("plans-linked", "", "province");
    const { codes, values, split, targets } = await ask("plans-linked", "50,5101", "province");
    expect(codes).toEqual(["50", "51"]);
    expect(split).toEqual(["51"]);
    expect(values[0]).toBe(country.values[country.codes.indexOf("50")]);
    expect(targets[1]).toBeNull();
    expect((await ask("plans-linked", "51,5101", "province")).split).toEqual([]);
  });

  it("take a local authority as the tambon, or the part of one, that it has", async () => {
    const { whole, part } = await authorities();
    const [code = "", tambon = ""] = whole;
    const own = await ask("plans-linked", code, "tambon");
    expect(own.codes).toEqual([tambon]);
    expect(own.total).toMatchObject({ units: 1, certainty: "exact" });
    expect(own.total).toEqual((await api.get(`/coverage/plans-linked/areas/${code}?fiscal_year=2021`)).total);
    // with the tambon itself it is there once
    expect((await ask("plans-linked", `${code},${tambon}`, "tambon")).total).toEqual(
      (await ask("plans-linked", tambon, "tambon")).total,
    );
    if (part) {
      const [sharing = "", shared = "", share] = part;
      const found = await ask("plans-linked", sharing, "tambon");
      expect(found.split).toContain(shared);
      expect(found.total.units % 1).not.toBe(0);
      expect(Number(share)).toBeLessThan(1);
    }
  });

  it.each([
    ["plans-linked?within=50,98,99", 404, "area-not-found", "within"],
    ["plans-linked?level=tambon&within=L99999999", 404, "area-not-found", "within"],
    ["plans-linked?level=province&within=5001,510101", 400, "level-above-area", "level"],
    ["plans-linked?within=50,abc", 400, "invalid-request", "within"],
  ])("are refused for %s", async (question, status, code, field) => {
    const { status: answered, body } = await api.problem(`/coverage/${question}`);
    expect([answered, body.code, body.errors[0].field]).toEqual([status, code, field]);
  });
});

describe("gaps and exports", () => {
  it.each([
    ["local_authority", "5001"],
    ["district", "R2,5001"],
  ])("by %s within %s are of the same set", async (level, within) => {
    const coverage = await ask("organization-quality", within, level);
    const gaps = await api.get(
      `/gaps/organization-quality?fiscal_year=2021&basis=denominator&level=${level}&within=${within}`,
    );
    const byCode = new Map(coverage.codes.map((code, i) => [code, coverage.values[i]]));
    expect(gaps.items.length).toBe(byCode.size);
    for (const item of gaps.items) expect(item.value, item.code).toBe(byCode.get(item.code));
    const { features } = await api.get(
      `/export/areas.geojson?indicator=organization-quality&fiscal_year=2021&level=${level}&within=${within}`,
    );
    const withFigure = features.filter(({ properties }: { properties: { code: string } }) =>
      byCode.has(properties.code),
    );
    expect(withFigure.length).toBe(byCode.size);
    for (const { properties } of withFigure)
      expect(properties.value, properties.code).toBe(byCode.get(properties.code));
  });

  it("leave out the target and the persons of a place with only a part in the set", async () => {
    const { items } = await api.get(
      "/gaps/plans-linked?fiscal_year=2021&level=province&within=50,5101&basis=denominator",
    );
    expect(
      items.map(({ code, persons, certainty }: Record<string, unknown>) => [
        code,
        persons !== null,
        certainty,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["50", true, "exact"],
        ["51", false, "split"],
      ]),
    );
  });
});

describe("a set of as many places as may be asked", () => {
  it.each(["tambon", "local_authority"])("has its figures by %s", async (level) => {
    const rows = await query(
      apiUrl(),
      "select code from place_search where level = 'tambon' order by md5(code) limit 500",
    );
    const within = rows.map(({ code }) => code).join(",");
    const answer = await ask("plans-linked", within, level);
    expect(answer.total.units).toBe(rows.length);
    expect(answer.total.target).toBeNull();
  });
});
