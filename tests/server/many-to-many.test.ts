// A record that names any number of others: asked for, filtered by, edited and told from both sides.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../geo-data/import/csv.ts";
import { startApi, type TestApi } from "../helpers/app.ts";
import { query, withOwnDatabase, withRollback } from "../helpers/database.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe("partners present at an assembly", () => {
  it("are its ids in lists, their names in the record itself, and ids in files", async () => {
    const { items } = await api.get("/assemblies?limit=500");
    const several = items.find((item: { partner_ids: string[] }) => item.partner_ids.length > 1);
    expect(several.partner_ids).toEqual(several.partner_ids.toSorted());
    const detail = await api.get(`/assemblies/${several.id}`);
    expect(detail.partners.map(({ id }: { id: string }) => id)).toEqual(several.partner_ids);
    for (const { name_th } of detail.partners) expect(name_th).toMatch(/สมมุติ/);
    const { features } = await api.get("/export/assemblies.geojson");
    const feature = features.find(({ id }: { id: string }) => id === several.id);
    expect(feature.properties.partner_ids).toEqual(several.partner_ids);
    const { rawPayload } = await api.fetch("/export/assemblies.csv?lang=en");
    const row = parseCsv(rawPayload.toString("utf8")).find(({ id }) => id === several.id);
    expect(row?.partner_ids).toBe(several.partner_ids.join(" "));
  });

  it("find the assemblies that they were at", async () => {
    const { items, total } = await api.get("/assemblies?limit=500");
    const id = items.flatMap((item: { partner_ids: string[] }) => item.partner_ids)[0];
    const wanted = items.filter((item: { partner_ids: string[] }) => item.partner_ids.includes(id)).length;
    expect(wanted).toBeLessThan(total);
    expect((await api.get(`/assemblies?partner_id=${id}&limit=1`)).total).toBe(wanted);
    expect((await api.get(`/partners/${id}`)).related.assemblies).toBe(wanted);
  });

  it("are an edit of the assembly: a revision further, told by since, a new answer", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      const own = await startApi(apiUrl);
      try {
        const before = await own.get("/assemblies?limit=1");
        const [{ id, revision, partner_ids }] = before.items;
        const [{ id: other }] = await query(
          ownerUrl,
          `select id from partner where id <> all ('{${partner_ids}}') order by id limit 1`,
        );
        await query(ownerUrl, `insert into assembly_partner values ('${id}', '${other}')`);
        const { items } = await own.get(`/assemblies?since=${before.latest_change}`);
        expect(items).toHaveLength(1);
        expect(items[0]).toMatchObject({ id, revision: revision + 1 });
        expect(items[0].partner_ids).toEqual([...partner_ids, other].toSorted());
        await query(ownerUrl, `delete from assembly_partner where assembly_id = '${id}'`);
        expect(await own.get(`/assemblies/${id}`)).toMatchObject({
          revision: revision + 2,
          partner_ids: [],
          partners: [],
        });
      } finally {
        await own.close();
      }
    });
  }, 60_000);

  it("come with a new assembly as its first revision", async () => {
    await withRollback(async (client) => {
      await client.query(`
        with made as (
          insert into assembly (area_code, theme, name_th, held_on, source_id)
          select '50', 'welfare', 'สมัชชา', '2020-01-01', source_id from partner limit 1 returning id)
        select id from made`);
      await client.query(`
        insert into assembly_partner
        select assembly.id, partner.id from assembly, (select id from partner limit 2) partner where name_th = 'สมัชชา'`);
      const { rows } = await client.query("select revision from assembly where name_th = 'สมัชชา'");
      expect(rows).toEqual([{ revision: 1 }]);
    });
  });

  it("keep a partner that is named, and go with the assembly", async () => {
    await withRollback(async (client) => {
      await client.query("savepoint tried");
      await expect(
        client.query("delete from partner where id = (select partner_id from assembly_partner limit 1)"),
      ).rejects.toMatchObject({ code: "23503" });
      await client.query("rollback to tried");
      await client.query("delete from assembly");
      const { rows } = await client.query("select count(*)::int as count from assembly_partner");
      expect(rows).toEqual([{ count: 0 }]);
    });
  });
});

describe("the level that a record's area has", () => {
  it("is one of its kind's", async () => {
    await withRollback(async (client) => {
      await expect(
        client.query(`
          insert into assembly (area_code, theme, name_th, held_on, source_id)
          select '5001', 'welfare', 'สมัชชา', '2020-01-01', source_id from partner limit 1`),
      ).rejects.toMatchObject({ constraint: "assembly__lies_at_a_level_of_its_kind" });
    });
  });
});
