// The data dictionary says of every collection what it is, and says the truth.
import { catalogue } from "@phuenthi/server/contract/catalogue";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { startApi, type TestApi } from "../helpers/app.ts";

let api: TestApi;
let told: z.output<typeof catalogue>;
beforeAll(async () => {
  api = await startApi();
  told = catalogue.parse(await api.get("/catalogue"));
});
afterAll(() => api.close());

describe("GET /api/catalogue", () => {
  it("has a collection for everything that can be listed, with an address that answers as many as it says", async () => {
    const ids = told.collections.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["areas", "local_authorities", "plans", "quality_scores"]));
    for (const { id, list, count } of told.collections) {
      if (!list) continue;
      const answer = await api.get(`${list.replace("/api", "")}?limit=1`);
      if (id !== "areas") expect([id, answer.total]).toEqual([id, count]);
    }
  });

  it("names all that the list of each collection is narrowed by", async () => {
    const { paths } = await api.get("/openapi.json");
    for (const { id, list, filter } of told.collections) {
      if (!list) continue;
      const taken = paths[list].get.parameters.map(({ name }: { name: string }) => name);
      const others = ["limit", "cursor", "sort", "since"];
      expect([id, filter.toSorted()]).toEqual([
        id,
        taken.filter((name: string) => !others.includes(name)).toSorted(),
      ]);
    }
    expect(told.collections.find(({ id }) => id === "local_authorities")?.filter).toEqual(
      expect.arrayContaining(["kind", "extent"]),
    );
  });

  it("names every field that an answer has, and no other that is told", async () => {
    for (const { id, list, count, fields } of told.collections) {
      if (!list || count === 0) continue;
      const [item] = (await api.get(`${list.replace("/api", "")}?limit=1`)).items;
      const named = fields
        .filter(
          ({ told, given_in }) => !["in_sums_only", "never"].includes(told) && given_in.startsWith("answers"),
        )
        .map(({ name }) => name);
      expect([id, named.toSorted()]).toEqual([id, Object.keys(item).toSorted()]);
    }
  });

  it("names every property and every column of every file, with an indicator and without", async () => {
    /** Of one place that has some of everything. */
    const within = (address: string, liesAt: string, id: string) => {
      const isPlace = ["areas", "local_authorities"].includes(id);
      if (address.includes("level=region") || (liesAt === "country" && !isPlace)) return "";
      return "&within=50";
    };
    const levels = ["region", "province", "district", "tambon"];
    for (const { id, count, exports, fields, lies_at } of told.collections) {
      const ofIndicator = fields.filter(({ given_in }) => given_in === "files_with_indicator");
      for (const { address } of exports) {
        const addresses = id === "areas" ? levels.map((level) => `${address}?level=${level}`) : [address];
        for (const one of addresses) {
          for (const indicator of ofIndicator.length > 0 ? [null, "organization-density"] : [null]) {
            const asked = `${one}${one.includes("?") ? "&" : "?"}lang=en${within(one, lies_at, id)}${
              indicator ? `&indicator=${indicator}` : ""
            }`;
            const { body, statusCode } = await api.fetch(asked.replace("/api", ""));
            expect([asked, statusCode]).toEqual([asked, 200]);
            const known = fields.filter((field) => indicator !== null || !ofIndicator.includes(field));
            const format = one.split("?")[0]?.split(".").at(-1);
            if (format === "csv") {
              const columns = (body.slice(1).split("\r\n")[0] ?? "").replaceAll(`"`, "").split(",");
              const named = known.flatMap((field) => field.columns);
              expect([asked, named.toSorted()]).toEqual([asked, columns.toSorted()]);
            } else if (format === "geojson") {
              const names = known.filter(({ given_in }) => given_in !== "answers").map(({ name }) => name);
              const { features } = JSON.parse(body);
              expect([asked, features.length > 0]).toEqual([asked, count !== 0]);
              expect(names).toEqual(expect.arrayContaining(Object.keys(features[0]?.properties ?? {})));
            }
          }
        }
      }
      expect([id, ofIndicator.length > 0]).toEqual([
        id,
        exports.length > 0 && (lies_at !== "country" || id === "areas"),
      ]);
    }
  });

  it("says where each comes from, and what of it is made up", () => {
    for (const { id, closed_because, count, sources, updated_at } of told.collections) {
      // what was just declared comes from nowhere yet
      if (closed_because || count === 0) continue;
      expect(sources.length, id).toBeGreaterThan(0);
      for (const source of sources) expect(source.licence_th, id).toBeTruthy();
      expect(updated_at, id).not.toBeNull();
    }
  });

  it("has every list of codes that a field is of, in both languages", () => {
    const lists = new Map(told.code_lists.map((list) => [list.id, list]));
    for (const { fields } of told.collections) {
      for (const { code_list } of fields) if (code_list) expect(lists.has(code_list)).toBe(true);
    }
    for (const { codes } of told.code_lists)
      for (const { th, en } of codes) expect([th, en].every(Boolean)).toBe(true);
    expect(lists.get("organization_kind")?.codes.map(({ colors }) => colors?.length)).toContain(2);
  });

  it("tells in both languages of each format that there are files of, and of no other", () => {
    const ids = told.formats.map(({ id }) => id);
    expect(ids[0]).toBe("geojson");
    for (const { title, description } of told.formats)
      expect([title.th, title.en, description.th, description.en].every(Boolean)).toBe(true);
    for (const { exports } of told.collections)
      if (exports.length > 0) expect(exports.map(({ format }) => format)).toEqual(ids);
  });

  it("tells of persons that they are counted, and gives no address and no number", () => {
    for (const id of ["persons", "training_results", "participations"]) {
      const collection = told.collections.find((one) => one.id === id);
      expect(collection).toMatchObject({ closed_because: "persons", list: null, exports: [], count: null });
    }
  });
});
