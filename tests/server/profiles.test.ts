import { catalogue } from "@phuenthi/server/contract/catalogue";
import { placeProfile } from "@phuenthi/server/contract/profiles";
import { register } from "@phuenthi/server/records/kinds";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { query, withOwnDatabase } from "../helpers/database.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const profile = async (code: string, year?: number) =>
  placeProfile.parse(await api.get(`/areas/${code}/profile${year ? `?fiscal_year=${year}` : ""}`));
const codesOf = (places: { code: string }[] | null) => places?.map((place) => place.code) ?? null;
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** A local authority of each extent: its code with the L in front. */
async function authority(extent: string): Promise<string> {
  const { items } = await api.get(`/local-authorities?extent=${extent}&within=50&limit=1`);
  return items[0].code;
}

describe("GET /api/areas/:code/profile", () => {
  it("leads from the country down, at every level, and down again by the children", async () => {
    const tambon = await profile("500101");
    const path = codesOf(tambon.path) ?? [];
    expect(path).toEqual(["TH", "R1", "50", "5001"]);
    const steps = [...path, "500101"];
    for (const [depth, code] of path.entries()) {
      const above = await profile(code);
      expect(codesOf(above.path)).toEqual(steps.slice(0, depth));
      expect(codesOf(above.children)).toContain(steps[depth + 1]);
    }
    expect(tambon.children).toEqual([]);
  });

  it.each([
    ["TH", "R1"],
    ["R1", "50"],
    ["50", "5001"],
    ["5001", "500101"],
  ])("%s counts what its children count", async (code) => {
    const whole = await profile(code);
    const parts = await Promise.all(whole.children.map((child) => profile(child.code)));
    const plans = (of: typeof whole) => [of.plans.count, of.plans.items, of.plans.granted_thb];
    expect(plans(whole)).toEqual([0, 1, 2].map((at) => sum(parts.map((part) => plans(part)[at] ?? 0))));
    expect(whole.model_areas.total).toBe(sum(parts.map((part) => part.model_areas.total)));
    expect(sum(whole.housing.map((row) => row.projects))).toBe(
      sum(parts.flatMap((part) => part.housing.map((row) => row.projects))),
    );
    const kinds = (of: typeof whole) =>
      sum(of.organizations.filter(({ kind }) => kind !== "council").map(({ count }) => count));
    expect(kinds(whole)).toBe(sum(parts.map(kinds)));
    expect(sum(whole.plans.by_state.map(({ count }) => count)) + whole.plans.not_proposed).toBe(
      whole.plans.items,
    );
    expect(whole.facts.persons).toBe(
      parts.some((part) => part.facts.persons !== null)
        ? sum(parts.map((part) => part.facts.persons ?? 0))
        : null,
    );
    if (whole.facts.area_m2 === null) throw new Error("an area has a size");
    expect(sum(parts.map((part) => part.facts.area_m2 ?? 0)) / whole.facts.area_m2).toBeCloseTo(1, 4);
  });

  it("counts as the lists do", async () => {
    for (const code of ["R3", "10", "1004", "100401"]) {
      const found = await profile(code);
      const organizations = await api.get(`/organizations?within=${code}&limit=1`);
      expect(sum(found.organizations.map(({ count }) => count))).toBe(organizations.total);
      expect(found.plans.count).toBe((await api.get(`/plans?within=${code}&limit=1`)).total);
    }
  });

  it("counts every kind of record that lies in places as its list does, and gives the latest by its words", async () => {
    const { collections } = catalogue.parse(await api.get("/catalogue"));
    const lying = register.open.filter(({ place }) => place).map(({ collection }) => collection);
    for (const code of ["TH", "R3", "10", "500101", await authority("part")]) {
      const { records } = await profile(code, 2020);
      for (const { collection, count, newest } of records) {
        const { list, filter } = collections.find(({ id }) => id === collection) ?? {};
        const asked = new URLSearchParams({ limit: "100" });
        if (code !== "TH") asked.set("within", code);
        if (filter?.includes("fiscal_year")) asked.set("fiscal_year", "2020");
        const { total, items } = await api.get(`${list?.replace("/api", "")}?${asked}`);
        expect(count, `${collection} in ${code}`).toBe(total);
        expect(newest.length).toBeLessThanOrEqual(3);
        for (const record of newest) {
          expect(Object.keys(record)).not.toContainEqual(expect.stringMatching(/^households_/));
          const listed = items.find(({ id }: { id: string }) => id === record.id);
          if (total <= 100) expect(listed).toMatchObject(record);
        }
      }
      expect(records.map(({ collection }) => collection).sort()).toEqual(lying.sort());
    }
    const { records } = await profile("50", 2020);
    const plans = records.find(({ collection }) => collection === "plans")?.newest ?? [];
    const begun = plans.map((plan) => Number(plan.first_fiscal_year));
    expect(begun).toEqual(begun.toSorted((a, b) => b - a));
    expect(begun[0]).toBe(2020);
    // what has no title is told apart by the first code it has
    const reports = records.find(({ collection }) => collection === "area_reports")?.newest ?? [];
    expect(Object.keys(reports[0] ?? {}).sort()).toEqual([
      "area_code",
      "area_path",
      "dataset",
      "fiscal_year",
      "id",
    ]);
  });

  it("knows the neighbours of every level, each the other's", async () => {
    expect((await profile("TH")).neighbours).toBeNull();
    // Phuket is an island; Nan lies beside three provinces of its own region
    expect(codesOf((await profile("83")).neighbours)).toEqual([]);
    expect(codesOf((await profile("55")).neighbours)).toEqual(["53", "54", "56"]);
    for (const code of ["R5", "50", "5001", "500101", await authority("whole")]) {
      const { place, neighbours } = await profile(code);
      expect(neighbours?.length, code).toBeGreaterThan(0);
      for (const neighbour of neighbours?.slice(0, 2) ?? []) {
        expect(neighbour.level).toBe(place.level);
        expect(codesOf((await profile(neighbour.code)).neighbours), neighbour.code).toContain(code);
      }
    }
  });

  it("draws every place in at most 20 KB, inside what is above it", async () => {
    const extent = (outline: unknown) => {
      const numbers = JSON.stringify(outline).match(/\[-?[\d.]+,-?[\d.]+\]/g) ?? [];
      const points = numbers.map((pair) => JSON.parse(pair) as [number, number]);
      const [x, y] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
      return { west: Math.min(...x), south: Math.min(...y), east: Math.max(...x), north: Math.max(...y) };
    };
    for (const code of ["TH", "R5", "50", "5001", "500101", "L1001", "L50"]) {
      const { outline, context_outline } = await profile(code);
      expect(outline, code).not.toBeNull();
      expect(JSON.stringify(outline).length, code).toBeLessThanOrEqual(20_000);
      if (code === "TH") expect(context_outline).toBeNull();
      else {
        expect(JSON.stringify(context_outline).length, code).toBeLessThanOrEqual(20_000);
        const [inner, outer] = [extent(outline), extent(context_outline)];
        const slack = 0.1;
        expect(inner.west).toBeGreaterThan(outer.west - slack);
        expect(inner.south).toBeGreaterThan(outer.south - slack);
        expect(inner.east).toBeLessThan(outer.east + slack);
        expect(inner.north).toBeLessThan(outer.north + slack);
      }
    }
  });

  it("says of an authority with a part of a tambon that the records may be another's", async () => {
    const whole = await profile(await authority("whole"));
    expect([whole.certainty, whole.facts.area_m2 === null]).toEqual(["exact", false]);
    expect(whole.facts.tambon).toBe(whole.children.length);
    const part = await profile(await authority("part"));
    expect([part.certainty, part.facts.area_m2, part.facts.persons]).toEqual(["unknown", null, null]);
    expect(part.outline).not.toBeNull();
  });

  it("names authorities with their kind, areas without", async () => {
    const { place, path, neighbours } = await profile(await authority("whole"));
    expect([place, ...(neighbours ?? [])].filter(({ kind }) => kind === undefined)).toEqual([]);
    expect(path.filter(({ kind }) => kind !== undefined)).toEqual([]);
    expect((await profile("L50")).place.kind).toBe("provincial_organization");
  });

  it("shows an authority whose tambon nobody published, without records", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      const [{ code }] = await query(
        ownerUrl,
        `delete from local_authority_area where local_authority_code =
           (select local_authority_code from local_authority_area order by 1 limit 1)
         returning local_authority_code as code`,
      );
      const own = await startApi(apiUrl);
      const found = placeProfile.parse(await own.get(`/areas/L${code}/profile`));
      await own.close();
      expect(found.certainty).toBe("unknown");
      expect([found.children, found.neighbours, found.outline, found.organizations]).toEqual([
        [],
        null,
        null,
        [],
      ]);
      expect(codesOf(found.path)?.[0]).toBe("TH");
      expect(found.context_outline).not.toBeNull();
    });
  });

  it("gives a Bangkok district authority its council, which is recorded at the district", async () => {
    const [ofAuthority, ofDistrict] = [await profile("L1004"), await profile("1004")];
    expect(ofAuthority.organizations).toEqual(ofDistrict.organizations);
  });

  it("names sources and says what is made up", async () => {
    const { sources, sample_records } = await profile("50");
    expect(sample_records).not.toBe("none");
    expect(sources.some((source) => source.is_sample)).toBe(true);
    expect(sources.every((source) => source.title_th !== "" && source.title_en !== "")).toBe(true);
  });

  it("holds no household or person figure", async () => {
    const text = JSON.stringify(await api.get("/areas/50/profile"));
    expect(text).not.toMatch(/household|member_count/);
  });

  it.each(["99", "9999", "R9", "L99999999"])("answers 404 for %s", async (code) => {
    expect(await api.problem(`/areas/${code}/profile`)).toMatchObject({
      status: 404,
      body: { code: "area-not-found", errors: [{ field: "code" }] },
    });
  });
  it.each(["X", "123", "R", "L", "TH1", "R1'--"])("answers 400 for %s", async (code) => {
    const { status, body } = await api.problem(`/areas/${encodeURIComponent(code)}/profile`);
    expect([status, body.errors[0].field]).toEqual([400, "code"]);
  });
});
