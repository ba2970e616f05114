// An edit shows in the next answer: the version grows in the edit's transaction and the caches follow.
import type { AddressInfo } from "node:net";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { register } from "../../server/src/records/kinds.ts";
import { collectionPath } from "../../server/src/records/record-kind.ts";
import { startApi } from "../helpers/app.ts";
import { withOwnDatabase } from "../helpers/database.ts";

describe("two edits at once", () => {
  it("in one tambon wait for each other, and both are kept", async () => {
    await withOwnDatabase(async ({ ownerUrl }) => {
      const [first, second] = [0, 1].map(() => new pg.Client({ connectionString: ownerUrl })) as [
        pg.Client,
        pg.Client,
      ];
      await Promise.all([first.connect(), second.connect()]);
      const add = `insert into housing_project (area_code, programme, name_th, fiscal_year, households_benefited, source_id)
        values ('100101', 'other', 'ทดสอบ', 2018, 10, (select id from source where is_sample limit 1))`;
      const sum =
        "select value::int from achievement where indicator_id = 'housing-households' and fiscal_year = 2021 and area_code = '100101'";
      try {
        const before = (await first.query(sum)).rows[0].value ?? 0;
        await first.query("begin");
        await first.query(add);
        const waiting = second.query(add);
        await first.query("commit");
        await waiting;
        expect((await first.query(sum)).rows[0].value).toBe(before + 20);
      } finally {
        await Promise.all([first.end(), second.end()]);
      }
    });
  });

  it("in several tables do not lock each other out", async () => {
    await withOwnDatabase(async ({ ownerUrl }) => {
      const [first, second] = [0, 1].map(() => new pg.Client({ connectionString: ownerUrl })) as [
        pg.Client,
        pg.Client,
      ];
      await Promise.all([first.connect(), second.connect()]);
      try {
        await first.query("begin");
        await first.query(
          "update organization set member_count = 30 where id = (select id from organization limit 1)",
        );
        const waiting = second.query(
          "update plan set title_en = 'x' where id = (select id from plan order by id desc limit 1)",
        );
        await first.query(
          "update plan set title_en = 'y' where id = (select id from plan order by id limit 1)",
        );
        await first.query("commit");
        expect((await waiting).rowCount).toBe(1);
      } finally {
        await Promise.all([first.end(), second.end()]);
      }
    });
  });
});

describe("a database that goes away in the middle of an export", () => {
  it("breaks that transfer and nothing else", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      const api = await startApi(apiUrl);
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      try {
        await api.app.listen({ host: "127.0.0.1", port: 0 });
        const { port } = api.app.server.address() as AddressInfo;
        const answer = await fetch(`http://127.0.0.1:${port}/api/export/areas.geojson`);
        const reader = answer.body?.getReader();
        await reader?.read();
        await client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where query like 'copy%' and datname = current_database()",
        );
        const rest = async () => {
          while (!(await reader?.read())?.done);
        };
        await expect(rest()).rejects.toThrow();
        expect((await api.get("/health")).status).toBe("ok");
        // the place among the running exports is free again
        for (let run = 0; run < 4; run += 1) await api.get("/export/areas.geojson?level=province&within=10");
      } finally {
        await client.end();
        await api.close();
      }
    });
  });
});

describe("after an edit", () => {
  it("coverage, lists and tiles answer with it, under another ETag", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      const api = await startApi(apiUrl);
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      try {
        const before = await api.fetch("/coverage/councils?level=tambon&fiscal_year=2021");
        const { codes, values, total } = before.json();
        const code = codes[values.indexOf(0)];
        await client.query(
          `insert into organization (kind, name_th, area_code, registered_on, source_id)
           values ('council', 'สภาองค์กรชุมชนทดสอบ', $1, '2015-01-01', (select id from source where is_sample limit 1))`,
          [code],
        );
        // the notification travels on its own connection
        await expect
          .poll(async () => (await api.get("/coverage/councils?level=tambon&fiscal_year=2021")).total.value)
          .toBe(total.value + 1);
        const after = await api.fetch("/coverage/councils?level=tambon&fiscal_year=2021");
        expect(after.headers.etag).not.toBe(before.headers.etag);
        expect(after.json().values[codes.indexOf(code)]).toBe(1);
        const found = await api.get(`/organizations?q=${encodeURIComponent("สภาองค์กรชุมชนทดสอบ")}`);
        expect(found.total).toBe(1);
      } finally {
        await client.end();
        await api.close();
      }
    });
  });

  it("files of its parts have another ETag: a part lies where its whole does", async () => {
    const parts = register.open.filter(({ parent }) => parent);
    expect(parts.length).toBeGreaterThan(2);
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      const api = await startApi(apiUrl);
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      const tagOf = async (part: (typeof parts)[number]) =>
        (await api.fetch(`/export/${collectionPath(part)}.csv`)).headers.etag;
      try {
        for (const part of parts) {
          const before = await tagOf(part);
          const whole = part.line.at(-1) as string;
          await client.query(
            `update ${whole} set end_reason = end_reason where id = (select id from ${whole} limit 1)`,
          );
          await expect.poll(() => tagOf(part), { message: `${part.id} of ${whole}` }).not.toBe(before);
        }
      } finally {
        await client.end();
        await api.close();
      }
    });
  });

  it("a lost listener costs no truth: answers come from the database until it is back", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      const api = await startApi(apiUrl);
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      try {
        const { total } = await api.get("/coverage/councils?fiscal_year=2021");
        await client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'phuenthi-listener'",
        );
        await client.query("delete from organization where kind = 'council'");
        await expect
          .poll(async () => (await api.get("/coverage/councils?fiscal_year=2021")).total.counted)
          .toBe(0);
        expect(total.counted).toBeGreaterThan(0);
      } finally {
        await client.end();
        await api.close();
      }
    });
  });
});

describe("lists, single records, files and descriptions of tiles", () => {
  it("say the last edit of their kind in them, and none of others", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      const api = await startApi(apiUrl);
      const client = new pg.Client({ connectionString: ownerUrl });
      await client.connect();
      const told = async () => {
        const { items } = await api.get("/organizations?within=50&limit=1");
        const paths = [
          "/organizations?within=50",
          `/organizations/${items[0].id}`,
          "/tiles/organizations.json",
          "/export/organizations.geojson?within=500101",
        ];
        const all = await Promise.all(paths.map((path) => api.fetch(path)));
        expect(new Set(all.map(({ headers }) => headers["data-version"])).size).toBe(1);
        const edit = Number(all[0]?.headers["data-version"]);
        expect(all[2]?.json().version).toBe(`1.${edit}.0`);
        return edit;
      };
      const edit = async (table: string, column: string) => {
        await client.query(
          `update ${table} set ${column} = concat(${column}, 'x') where id = (select id from ${table} limit 1)`,
        );
        return Number(
          (await client.query("select version from data_version where topic = 'edit'")).rows[0].version,
        );
      };
      try {
        const first = await edit("organization", "name_en");
        await expect.poll(told).toBe(first);
        const other = await edit("partner", "name_en");
        // whoever has seen an edit of another kind is told no more than what there is of this one
        const { headers } = await api.fetch("/organizations", { "data-version": String(other) });
        expect([Number(headers["data-version"]), await told()]).toEqual([first, first]);
        expect(await edit("organization", "name_en")).toBeGreaterThan(other);
        await expect.poll(told).toBeGreaterThan(other);
      } finally {
        await client.end();
        await api.close();
      }
    });
  });
});
