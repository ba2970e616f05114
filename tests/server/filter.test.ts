// The one filter in every channel: each takes what its collection declares, and refuses the rest by name.
import { fieldsOf } from "@phuenthi/server/contract/collections";
import { filterFields } from "@phuenthi/server/contract/filter";
import { register } from "@phuenthi/server/records/kinds";
import { filterFieldsOf } from "@phuenthi/server/records/record-contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const values: Record<string, string> = {
  within: "50",
  kind: "council",
  state: "funded",
  best_state: "accepted,included",
  granted: "none",
  fiscal_year: "2020",
  q: "บ้าน",
  bbox: "98.5,18.5,99.2,19",
};

/** Every address that gives something of a collection. */
const channels: Record<string, string[]> = {
  areas: [
    "/areas?",
    ...["region", "province", "tambon"].map((level) => `/export/areas.geojson?level=${level}&`),
  ],
  local_authorities: ["/local-authorities?", "/export/areas.geojson?level=local_authority&"],
  organizations: [
    "/organizations?",
    "/export/organizations.geojson?",
    "/tiles/organizations.json?",
    "/tiles/organizations/6/49/29?",
  ],
  plans: ["/plans?", "/export/plans.geojson?"],
  coverage: ["/coverage/councils?"],
  gaps: ["/gaps/plans-linked?", "/gaps/plans-linked.csv?"],
  area_tiles: ["/tiles/areas.json?", "/tiles/areas/any/6/49/29?"],
};
/** Fields of the filter that a collection takes. */
function takenBy(collection: string): readonly string[] {
  const kind = register.byCollection(collection);
  return kind ? Object.keys(filterFieldsOf(kind)) : fieldsOf[collection as keyof typeof fieldsOf];
}
/** Of its own, under the name of a field of the filter: kinds of local authorities. */
const own = new Map([["/local-authorities?", "kind"]]);

const every = Object.entries(channels).flatMap(([collection, addresses]) =>
  addresses.map((address) => ({ collection, address })),
);

it("has a value for every field that several collections take", () => {
  expect(Object.keys(filterFields).filter((field) => !(field in values))).toEqual([]);
});

describe.each(every)("$address ($collection)", ({ collection, address }) => {
  const taken = takenBy(collection);
  const fields = Object.keys(values);

  it("takes what its collection declares", async () => {
    for (const field of fields.filter((one) => taken.includes(one))) {
      const { statusCode, body } = await api.fetch(
        `${address}${field}=${encodeURIComponent(values[field] ?? "")}`,
      );
      expect([200, 204], `${field}: ${body.slice(0, 200)}`).toContain(statusCode);
    }
  });

  it("refuses every other field by name", async () => {
    for (const field of fields.filter((one) => !taken.includes(one) && own.get(address) !== one)) {
      const { status, body } = await api.problem(
        `${address}${field}=${encodeURIComponent(values[field] ?? "")}`,
      );
      expect([status, body.code, body.errors[0].field], field).toEqual([400, "invalid-request", field]);
      expect(body.errors[0].message).toMatch(new RegExp(`^${field} does not act on [a-z ]+`));
      expect(body.detail).toBe(body.errors[0].message);
    }
  });
});

describe("what a field lets through", () => {
  const total = async (path: string) => (await api.get(path)).total as number;
  const exported = async (path: string) =>
    ((await api.get(path)).features as { id: string }[]).map(({ id }) => id).toSorted();

  it.each(["organizations", "plans"] as const)("is the same in list and export of %s", async (what) => {
    const all = await total(`/${what}?limit=1`);
    for (const field of takenBy(what).filter((one) => one in values)) {
      const query = `${field}=${encodeURIComponent(values[field] ?? "")}`;
      const listed = await total(`/${what}?limit=1&${query}`);
      expect(listed, query).toBeGreaterThan(0);
      expect(listed, query).toBeLessThan(all);
      expect(await exported(`/export/${what}.geojson?${query}`), query).toHaveLength(listed);
    }
  });

  it.each(["province", "district", "tambon"])(
    "is the same in list and export of areas: %s",
    async (level) => {
      for (const query of ["within=50,R5", `bbox=${values.bbox}`]) {
        const { items } = await api.get(`/areas?level=${level}&limit=500&${query}`);
        const codes = (await exported(`/export/areas.geojson?level=${level}&${query}`)).slice(0, 500);
        expect(items.map((item: { code: string }) => item.code)).toEqual(codes);
      }
    },
  );

  it("is the same in list and export of local authorities", async () => {
    const made =
      "kind=city_municipality,town_municipality,subdistrict_municipality,municipality,subdistrict_organization,bangkok_district,pattaya";
    for (const query of ["within=50", `bbox=${values.bbox}`, `q=${encodeURIComponent("บ้าน")}`]) {
      const codes = await exported(`/export/areas.geojson?level=local_authority&${query}`);
      expect(codes.length, query).toBeGreaterThan(0);
      expect(await total(`/local-authorities?limit=1&${made}&${query}`), query).toBe(codes.length);
    }
  });

  it("is the same in coverage, gaps and exports of areas", async () => {
    for (const level of ["province", "district", "tambon"]) {
      const codes = await exported(`/export/areas.geojson?level=${level}&within=50`);
      expect((await api.get(`/coverage/plans-linked?level=${level}&within=50`)).codes).toEqual(codes);
      const { items } = await api.get(`/gaps/plans-linked?level=${level}&within=50`);
      expect(items.map((item: { code: string }) => item.code).toSorted()).toEqual(codes);
    }
  });

  it("has a year of areas only with the indicator that it is the year of", async () => {
    const { status, body } = await api.problem("/export/areas.geojson?level=province&fiscal_year=2020");
    expect([status, body.errors[0].field]).toEqual([400, "fiscal_year"]);
    expect(body.detail).toMatch(/^fiscal_year does not act on areas/);
    await exported("/export/areas.geojson?level=province&fiscal_year=2020&indicator=councils");
  });
});
