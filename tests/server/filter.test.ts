// The one filter in every channel: each takes what its collection declares, and refuses the rest by name.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { exportFormats } from "@phuenthi/server/common/export-formats";
import { fieldsOf } from "@phuenthi/server/contract/collections";
import { filterFields } from "@phuenthi/server/contract/filter";
import { register } from "@phuenthi/server/records/kinds";
import { filterFieldsOf } from "@phuenthi/server/records/record-contract";
import { collectionPath, ownConditions } from "@phuenthi/server/records/record-kind";
import type { KnownKind } from "@phuenthi/server/records/register";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** Of all kinds. */
const general: Record<string, string> = {
  within: "50",
  fiscal_year: "2020",
  q: "บ้าน",
  bbox: "98.5,18.5,99.2,19",
};
/** Of each kind its own, and the records that it names. */
const ownValues = (kind: KnownKind): Record<string, string> => ({
  ...Object.fromEntries(
    ownConditions(kind).map(({ name, list }) => [name, Object.keys(list?.codes ?? { x: null })[0] ?? ""]),
  ),
  ...Object.fromEntries(
    kind.references.map(({ filter }) => [filter, "69fc40fc-9182-447f-a46d-b09def96b450"]),
  ),
});
const values: Record<string, string> = Object.assign({}, ...register.open.map(ownValues), general);

const drawn = readdirSync(join(import.meta.dirname, "../../db/tiles")).map((name) =>
  name.replace(".sql", ""),
);
/** Every address that gives something of a collection. */
const channels: Record<string, string[]> = {
  areas: [
    "/areas?",
    ...["region", "province", "tambon"].map((level) => `/export/areas.geojson?level=${level}&`),
  ],
  local_authorities: ["/local-authorities?", "/export/areas.geojson?level=local_authority&"],
  coverage: ["/coverage/councils?"],
  gaps: ["/gaps/plans-linked?", "/gaps/plans-linked.csv?"],
  area_tiles: ["/tiles/areas.json?", "/tiles/areas/any/6/49/29?"],
  ...Object.fromEntries(
    register.open.map((kind) => [
      kind.collection,
      [
        `/${collectionPath(kind)}?`,
        ...exportFormats.map(({ id }) => `/export/${collectionPath(kind)}.${id}?`),
        ...(drawn.includes(kind.collection)
          ? [`/tiles/${kind.collection}.json?`, `/tiles/${kind.collection}/6/49/29?`]
          : []),
      ],
    ]),
  ),
};
/** Fields of the filter that a collection takes. */
function takenBy(collection: string): readonly string[] {
  const kind = register.byCollection(collection);
  return kind ? Object.keys(filterFieldsOf(kind)) : fieldsOf[collection as keyof typeof fieldsOf];
}
/** What these take besides the filter, under names that kinds have among their conditions. */
const besides: Record<string, string[]> = {
  areas: ["level"],
  local_authorities: ["level", "kind", "extent"],
  coverage: ["level"],
  gaps: ["level"],
};

const every = Object.entries(channels).flatMap(([collection, addresses]) =>
  addresses.map((address) => ({ collection, address })),
);

it("has a value for every field that several collections take", () => {
  expect(Object.keys(filterFields).filter((field) => !(field in values))).toEqual([]);
});

describe.each(every)("$address ($collection)", ({ collection, address }) => {
  const taken = takenBy(collection);
  const kind = register.byCollection(collection);
  const here = { ...values, ...(kind && ownValues(kind)) };
  const fields = Object.keys(here);

  it("takes what its collection declares", async () => {
    for (const field of fields.filter((one) => taken.includes(one))) {
      const url = `/api${address}${field}=${encodeURIComponent(here[field] ?? "")}`;
      // a file is not made to be asked whether it would be
      const method = address.startsWith("/export/") ? "HEAD" : "GET";
      const { statusCode, body } = await api.app.inject({ method, url });
      expect([200, 204], `${field}: ${body.slice(0, 200)}`).toContain(statusCode);
    }
  });

  it("refuses every other field by name", async () => {
    for (const field of fields.filter((one) => !taken.includes(one) && !besides[collection]?.includes(one))) {
      const { status, body } = await api.problem(
        `${address}${field}=${encodeURIComponent(here[field] ?? "")}`,
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
    const kind = register.byCollection(what);
    if (!kind) throw new Error(`no kind is called ${what}`);
    const references = kind.references.map(({ filter }) => filter);
    const set = Object.entries({ ...general, ...ownValues(kind) });
    for (const [field, value] of set.filter(([name]) => !references.includes(name))) {
      const query = `${field}=${encodeURIComponent(value)}`;
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
