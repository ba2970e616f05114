// One year per page: what is listed of a place is as it stood at the end of the year that its figures are of.
import { areaDetail } from "@phuenthi/server/contract/areas";
import { type PlaceProfile, placeProfile } from "@phuenthi/server/contract/profiles";
import { register } from "@phuenthi/server/records/kinds";
import { collectionPath } from "@phuenthi/server/records/record-kind";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { ownerUrl, query } from "../helpers/database.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const profile = async (code: string, year: number): Promise<PlaceProfile> =>
  placeProfile.parse(await api.get(`/areas/${code}/profile?fiscal_year=${year}`));
const total = async (list: string, code: string, year: number): Promise<number> =>
  (await api.get(`/${list}?within=${code}&fiscal_year=${year}&limit=1`)).total;
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

describe("the records of a place", () => {
  it.each(["50", "R4", "1004"])("in %s are those of the year, as the lists have them", async (code) => {
    const early = await profile(code, 2018);
    const late = await profile(code, 2021);
    for (const [found, year] of [
      [early, 2018],
      [late, 2021],
    ] as const) {
      expect(found.fiscal_year).toBe(year);
      expect(sum(found.organizations.map(({ count }) => count))).toBe(
        await total("organizations", code, year),
      );
      expect(found.plans.count).toBe(await total("plans", code, year));
      const detail = code.startsWith("R")
        ? null
        : areaDetail.parse(await api.get(`/areas/${code}?fiscal_year=${year}`));
      if (detail) {
        const { district: _districts, tambon: _tambon, ...counts } = detail.counts;
        expect(counts).toMatchObject({
          plan: found.plans.count,
          housing_project: sum(found.housing.map(({ projects }) => projects)),
        });
        const named = register.open.filter(({ place, title }) => place?.of === "area" && title);
        expect(counts).toEqual(
          Object.fromEntries(
            await Promise.all(
              named.map(async (kind) => [kind.id, await total(collectionPath(kind), code, year)]),
            ),
          ),
        );
      }
    }
    if (code !== "1004") expect(late.housing.some(({ fiscal_year }) => fiscal_year > 2018)).toBe(true);
    expect(early.housing).toEqual(late.housing.filter(({ fiscal_year }) => fiscal_year <= 2018));
  });

  it("take nothing from later years", async () => {
    const early = await profile("TH", 2018);
    const late = await profile("TH", 2021);
    const end = "2018-09-30";
    expect(early.model_areas.items.every(({ since_fiscal_year }) => since_fiscal_year <= 2018)).toBe(true);
    expect(early.lessons.items.every(({ published_on }) => published_on <= end)).toBe(true);
    expect(early.declarations.items.every(({ declared_on }) => declared_on <= end)).toBe(true);
    for (const kind of ["model_areas", "lessons", "declarations"] as const) {
      expect(early[kind].total, kind).toBeLessThan(late[kind].total);
    }
    expect(early.plans.granted_thb ?? 0).toBeLessThan(late.plans.granted_thb ?? 0);
    const province = await profile("50", 2018);
    for (const { started_on } of province.mechanism?.pilot_areas ?? []) expect(started_on <= end).toBe(true);
  });

  it.each(["TH", "50", "1004"])(
    "of %s that the year leaves out are counted, and the latest are named",
    async (code) => {
      const area = code === "TH" ? "" : code;
      const { plans, organizations, out_of_year: left, ...found } = await profile(code, 2018);
      const [register] = await query(
        ownerUrl(),
        `select (select count(*)::integer from plan where area_code like '${area}%') as plans,
           (select count(*)::integer from organization where area_code like '${area}%') as organizations,
           (select count(*)::integer from housing_project where area_code like '${area}%') as housing,
           (select count(*)::integer from lesson where area_code like '${area}%') as lessons`,
      );
      expect(plans.count + left.plans.over + left.plans.later).toBe(register?.plans);
      expect(
        sum(organizations.map(({ count }) => count)) + left.organizations.over + left.organizations.later,
      ).toBe(register?.organizations);
      expect(sum(found.housing.map(({ projects }) => projects)) + left.housing_projects).toBe(
        register?.housing,
      );
      expect(found.lessons.total + left.lessons).toBe(register?.lessons);
      expect(left.plans.later).toBeGreaterThan(0);
      expect(left.plans.items).toHaveLength(Math.min(3, left.plans.over + left.plans.later));
      for (const { falls_short: short } of left.plans.items) {
        expect(short?.why).toMatch(/^(ran_out|not_begun)$/);
        expect(
          short?.why === "ran_out" ? 2018 - (short?.fiscal_year ?? 0) : (short?.fiscal_year ?? 0) - 2018,
        ).toBeGreaterThan(0);
      }
      for (const { falls_short: short, kind } of left.organizations.items) {
        expect([short?.why, kind !== undefined]).toEqual([
          expect.stringMatching(/^(dissolved|registered_later)$/),
          true,
        ]);
      }
    },
  );

  it("are those of now without a year", async () => {
    const now = placeProfile.parse(await api.get("/areas/50/profile"));
    expect(now.fiscal_year).toBeNull();
    expect(sum(now.organizations.map(({ count }) => count))).toBe(
      (await api.get("/organizations?within=50&limit=1")).total,
    );
    expect((await api.problem("/areas/50/profile?fiscal_year=2564")).body.errors[0].message).toContain(
      "2021",
    );
  });
});

describe("population of a fiscal year", () => {
  it("is what was published to the end of its calendar year, in figures and in lists", async () => {
    const code = "500102";
    const { total } = await api.get(`/coverage/population/areas/${code}?fiscal_year=2021`);
    const { items } = await api.get(`/population?within=${code}&fiscal_year=2021&sort=-reference_date`);
    expect(total.value).toBeGreaterThan(0);
    expect(items[0]).toMatchObject({ persons: total.value, reference_date: expect.stringMatching(/^2021-/) });
    expect((await api.get(`/population?within=${code}&fiscal_year=2020`)).total).toBe(0);
  });
});
