// Every kind of record by every channel that its declaration gives it; and what never leaves by any of them.
import { exportFormats } from "@phuenthi/server/common/export-formats";
import { register } from "@phuenthi/server/records/kinds";
import { filterFieldsOf, sortsOf } from "@phuenthi/server/records/record-contract";
import { collectionPath } from "@phuenthi/server/records/record-kind";
import type { KnownKind } from "@phuenthi/server/records/register";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../geo-data/import/csv.ts";
import { startApi, type TestApi } from "../helpers/app.ts";
import { ownerUrl, query, withOwnDatabase, withRollback } from "../helpers/database.ts";
import { decode, features, tileAt } from "../helpers/tile.ts";

let api: TestApi;
/** Kinds that were just declared; asked of their tables, so that no list is believed that it is empty. */
const empty = new Set<string>();
beforeAll(async () => {
  api = await startApi();
  for (const { id } of register.open) {
    const [{ is_empty }] = await query(ownerUrl(), `select not exists (select from ${id}) as is_empty`);
    if (is_empty) empty.add(id);
  }
});
afterAll(() => api.close());

const kinds = register.open.map((kind): [string, KnownKind] => [kind.collection, kind]);
/** Enough of each to page through and no more. */
const placeOf = (kind: KnownKind) => (kind.liesAt ? "within=50" : "");
const NONE_YET = "there are no records of it yet";

async function walk(path: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await api.get(`${path}${cursor ? `&cursor=${cursor}` : ""}`);
    ids.push(...page.items.map((item: { id: string }) => item.id));
    cursor = page.next_cursor;
  } while (cursor);
  return ids;
}

describe.each(kinds)("%s", (_collection, kind) => {
  const path = `/${collectionPath(kind)}`;

  it("is listed in every order, each record once, and counted exactly", async ({ skip }) => {
    skip(empty.has(kind.id), NONE_YET);
    const { total } = await api.get(`${path}?${placeOf(kind)}&limit=1`);
    expect(total).toBeGreaterThan(0);
    for (const sort of sortsOf(kind).filter((one) => one !== "match")) {
      const limit = Math.max(1, Math.min(500, Math.ceil(total / 3)));
      const ids = await walk(`${path}?${placeOf(kind)}&sort=${sort}&limit=${limit}`);
      expect([sort, ids.length, new Set(ids).size]).toEqual([sort, total, total]);
    }
  });

  it("is filtered by each field as its export is, and refuses those of other kinds", async ({ skip }) => {
    skip(empty.has(kind.id), NONE_YET);
    const { items } = await api.get(`${path}?${placeOf(kind)}&limit=1`);
    for (const [field, schema] of Object.entries(filterFieldsOf(kind))) {
      const value = exampleOf(field, items[0]);
      if (value === null) continue;
      expect(schema.safeParse(value).success, `${field}=${value}`).toBe(true);
      const asked = `${placeOf(kind)}&${field}=${encodeURIComponent(String(value))}`;
      const { total } = await api.get(`${path}?${asked}&limit=1`);
      const { features } = await api.get(`/export${path}.geojson?${asked}`);
      expect([asked, features.length]).toEqual([asked, total]);
      if (field in items[0]) expect(total, asked).toBeGreaterThan(0);
    }
    for (const other of ["kind", "programme", "theme", "state", "rung", "dataset"]) {
      if (other in filterFieldsOf(kind)) continue;
      const { body } = await api.problem(`${path}?${other}=x`);
      expect(body.errors[0].message).toMatch(new RegExp(`^${other} does not act on `));
    }
  });

  it("is told one by one, with whatever names it, and 404 for another", async ({ skip }) => {
    skip(empty.has(kind.id), NONE_YET);
    const { items } = await api.get(`${path}?${placeOf(kind)}&limit=1`);
    const detail = await api.get(`${path}/${items[0].id}`);
    expect(detail).toMatchObject(items[0]);
    for (const [collection, count] of Object.entries(detail.related)) {
      const referring = kind.referredBy.find((one) => one.kind.collection === collection);
      const { total } = await api.get(
        `/${collectionPath({ collection })}?${referring?.filter}=${items[0].id}&limit=1`,
      );
      expect([collection, total]).toEqual([collection, count]);
    }
    const { status, body } = await api.problem(`${path}/00000000-0000-4000-8000-000000000000`);
    expect([status, body.code]).toEqual([404, "record-not-found"]);
  });

  it.each(["th", "en"] as const)("is a table for a spreadsheet, in %s", async (lang) => {
    const { total } = await api.get(`${path}?${placeOf(kind)}&limit=1`);
    const { rawPayload, headers } = await api.fetch(`/export${path}.csv?${placeOf(kind)}&lang=${lang}`);
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect([...rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = rawPayload.toString("utf8");
    const rows = parseCsv(text);
    expect(rows).toHaveLength(total);
    const headings = (text.split("\r\n")[0] ?? "").slice(1).split(",");
    expect(new Set(headings).size).toBe(headings.length);
    for (const row of rows) expect(Object.keys(row)).toHaveLength(headings.length);
  });
});

/** A value that a field of the filter takes, of the record where it has one; null where there is none to take. */
function exampleOf(field: string, item: Record<string, unknown>): unknown {
  if (field === "within") return null;
  if (field === "fiscal_year") return 2020;
  if (field === "bbox") return "98.5,18.5,99.2,19";
  if (field === "q") return "บ้าน";
  if (field === "state" && !("state" in item)) return "funded";
  if (field === "granted") return "none";
  return item[field] ?? null;
}

describe("what changed since", () => {
  it("is told with what ended, the oldest change first, and nothing twice", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      const own = await startApi(apiUrl);
      try {
        const before = await own.get("/organizations?limit=3");
        const [edited, ended] = before.items;
        const asked = `/organizations?since=${before.latest_change}`;
        expect((await own.get(asked)).items).toEqual([]);
        await query(ownerUrl, `update organization set name_th = 'ใหม่' where id = '${edited.id}'`);
        await query(
          ownerUrl,
          `update organization set ended_on = '2021-03-01', end_reason = 'ยุบเลิก' where id = '${ended.id}'`,
        );
        const { items, latest_change } = await own.get(asked);
        expect(items.map(({ id }: { id: string }) => id)).toEqual([edited.id, ended.id]);
        expect(items[0]).toMatchObject({ name_th: "ใหม่", revision: edited.revision + 1, ended_on: null });
        expect(items[1]).toMatchObject({ ended_on: "2021-03-01", end_reason: "ยุบเลิก" });
        expect(latest_change).toBe(items[1].change_number);
        expect((await own.get(`/organizations?since=${latest_change}`)).items).toEqual([]);
        // by itself the list has what stands
        const now = await own.get("/organizations?limit=3");
        expect(now.total).toBe(before.total - 1);
      } finally {
        await own.close();
      }
    });
  }, 60_000);
});

describe("what is withdrawn", () => {
  it("counts no more, in any figure", async () => {
    await withRollback(async (client) => {
      const sum = async () =>
        (
          await client.query(
            "select sum(value) as value from achievement where indicator_id = 'plans-linked' and fiscal_year = 2021",
          )
        ).rows[0].value;
      const before = Number(await sum());
      await client.query(`update plan_item_link set ended_on = '2021-01-01', end_reason = 'บันทึกผิด'
        where state in ('included', 'funded', 'in_progress', 'done')`);
      expect(before).toBeGreaterThan(0);
      expect(Number(await sum())).toBe(0);
    });
  });
});

describe("what never leaves", () => {
  const sensitive = register.all.flatMap((kind) =>
    Object.entries(kind.fields)
      .filter(([, { isSensitive }]) => isSensitive)
      .map(([field]) => ({ kind, field })),
  );

  it("is declared: households of single projects and surveys, and persons", () => {
    expect(sensitive.map(({ kind, field }) => `${kind.id}.${field}`).toSorted()).toEqual([
      "housing_project.households_approved",
      "housing_project.households_benefited",
      "housing_project.households_built",
      "housing_project.households_planned",
      "need_survey.households_in_need",
      "need_survey.households_surveyed",
    ]);
    expect(register.all.filter((kind) => !register.open.includes(kind)).map(({ id }) => id)).toEqual([
      "participation",
      "person",
      "training_result",
    ]);
  });

  it("is in no answer of any kind: list, one by itself, file", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      const MARK = 748_291_536;
      const [{ code }] = await query(
        ownerUrl,
        "select area_code as code from housing_project join need_survey using (area_code) join person using (area_code) limit 1",
      );
      for (const { kind, field } of sensitive)
        await query(
          ownerUrl,
          `update ${kind.id} set ${kind.id === "need_survey" ? `households_surveyed = ${MARK}, households_in_need = ${MARK}` : `${field} = ${MARK}`} where area_code = '${code}'`,
        );
      await query(ownerUrl, `update person set name_th = 'คน${MARK}' where area_code = '${code}'`);
      const own = await startApi(apiUrl);
      try {
        const told: [string, string][] = [];
        for (const kind of register.open) {
          const path = `/${collectionPath(kind)}`;
          const within = kind.liesAt ? `within=${code}` : "";
          const list = await own.fetch(`${path}?${within}&limit=500`);
          told.push([path, list.body]);
          for (const { id } of list.json().items.slice(0, 3))
            told.push([`${path}/${id}`, (await own.fetch(`${path}/${id}`)).body]);
          told.push([`${path}?since`, (await own.fetch(`${path}?${within}&since=0&limit=500`)).body]);
          for (const { id: format } of exportFormats)
            told.push([`${path}.${format}`, (await own.fetch(`/export${path}.${format}?${within}`)).body]);
        }
        const [lon, lat] = (await own.get(`/areas/${code}`)).point;
        const [x, y] = tileAt(lon, lat, 10);
        for (const { id } of await query(ownerUrl, "select id from api.tile_layers()")) {
          const { rawPayload } = await own.fetch(`/tiles/${id}/10/${x}/${y}`);
          const drawn = features(decode(rawPayload), id).map(({ properties }) => properties);
          told.push([`tiles of ${id}`, JSON.stringify(drawn)]);
        }
        // figures of places: sums of households may be in them, persons never
        const figures: [string, string][] = [];
        for (const { id } of (await own.get("/indicators")).items)
          figures.push([`explanation of ${id}`, (await own.fetch(`/coverage/${id}/areas/${code}`)).body]);
        for (const path of [
          `/areas/${code}/profile`,
          `/areas/${code}`,
          "/catalogue",
          `/overview?place=${code}`,
        ])
          figures.push([path, (await own.fetch(path)).body]);
        expect(told.length).toBeGreaterThan(50);
        expect(figures.filter(([, body]) => body.includes(`คน${MARK}`)).map(([path]) => path)).toEqual([]);
        expect(told.filter(([, body]) => body.includes(String(MARK))).map(([path]) => path)).toEqual([]);
        const records = told.filter(([path]) =>
          register.open.some((kind) => path.startsWith(`/${collectionPath(kind)}`)),
        );
        // explanations and overviews tell sums, which these are where a tambon has one record
        const withoutSums = figures.filter(([path]) => path === "/catalogue" || path.endsWith("/profile"));
        expect(withoutSums).toHaveLength(2);
        expect(withoutSums.filter(([, body]) => body.includes(String(MARK))).map(([path]) => path)).toEqual(
          [],
        );
        expect(
          records.filter(([, body]) =>
            /households_(planned|approved|built|benefited|surveyed|in_need)/.test(body),
          ),
        ).toEqual([]);
      } finally {
        await own.close();
      }
    });
  }, 120_000);

  it("is no order and no filter", async () => {
    for (const { kind, field } of sensitive) {
      const path = `/${collectionPath(kind)}`;
      expect((await api.problem(`${path}?sort=${field}`)).status).toBe(400);
      expect((await api.problem(`${path}?${field}=3`)).status).toBe(400);
    }
    for (const path of ["/persons", "/training-results", "/participations", "/export/persons.csv"])
      expect((await api.problem(path)).status).toBe(404);
  });

  it("cannot be read by the role that serves, from table or view", async () => {
    const forbidden = [
      ...sensitive.flatMap(({ kind, field }) =>
        ["public", "in_force", "record"].map((schema) => `select ${field} from ${schema}.${kind.id}`),
      ),
      ...["housing_project", "need_survey"].flatMap((kind) =>
        ["public", "in_force"].map((schema) => `select ${kind} from ${schema}.${kind}`),
      ),
      ...["person", "training_result", "participation"].flatMap((kind) =>
        ["public", "in_force", "record"].map((schema) => `select count(*) from ${schema}.${kind}`),
      ),
    ];
    for (const statement of forbidden) {
      await withRollback(
        async (client) => {
          await expect(client.query(statement), statement).rejects.toThrow(
            /permission denied|does not exist/,
          );
        },
        { as: "api" },
      );
    }
  });
});
