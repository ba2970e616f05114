import { coverageExplanation } from "@phuenthi/server/contract/coverage";
import { overview } from "@phuenthi/server/contract/overview";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe("GET /api/overview", () => {
  it("says of a place that is one unit why it counts or not, as the explanation has it", async () => {
    for (const place of ["TH", "50", "500102"]) {
      const { items } = overview.parse(await api.get(`/overview?place=${place}&fiscal_year=2021`));
      const said = items.filter(({ reason }) => reason !== null).slice(0, 5);
      expect(said.length, place).toBeGreaterThan(0);
      for (const { indicator, fiscal_year, reason } of said) {
        if (!reason) continue;
        const explained = coverageExplanation.parse(
          await api.get(`/coverage/${indicator}/areas/${place}?fiscal_year=${fiscal_year}`),
        );
        const [own] = explained[reason.state];
        expect([own?.code, own?.reason, own?.reason_text], indicator).toEqual([
          place,
          reason.code,
          reason.text,
        ]);
      }
    }
    const { items } = overview.parse(await api.get("/overview?place=5001&fiscal_year=2021"));
    expect(items.every(({ reason }) => reason === null)).toBe(true);
  }, 90_000);

  it("answers every indicator of a place, with series and pace", async () => {
    const country = overview.parse(await api.get("/overview?fiscal_year=2020"));
    expect(country.items.length).toBeGreaterThanOrEqual(15);
    const plans = country.items[0];
    expect(plans).toMatchObject({ indicator: "plans-linked", fiscal_year: 2020 });
    expect(plans?.series.map((point) => point.fiscal_year)).toEqual([2017, 2018, 2019, 2020, 2021]);
    expect(plans?.series.at(-2)?.value).toBe(plans?.value);
    expect(plans?.pace.years_seen).toBe(3);
    expect(plans?.pace.back_test?.years).toHaveLength(2);
    const staff = country.items.find(({ indicator }) => indicator === "staff-ability");
    expect(staff?.ratio).toBeGreaterThan(0.5);
  });
  it.each(["10", "1004", "100401"])("adds up for %s as coverage says", async (place) => {
    const { items } = overview.parse(await api.get(`/overview?place=${place}&fiscal_year=2021`));
    const explained = await api.get(`/coverage/plans-linked/areas/${place}?fiscal_year=2021`);
    expect(items[0]?.value).toBe(explained.total.value);
  });
  it("answers 404 for no place", async () => {
    expect(await api.problem("/overview?place=R99")).toMatchObject({
      status: 404,
      body: { errors: [{ field: "place" }] },
    });
  });
});
