// A backup of the test database, restored into a cluster that knows nothing of it, answers in the same bytes; and what cannot
// be restored leaves things as they are.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@phuenthi/db/migrate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeBackup } from "../../scripts/lib/backup.mjs";
import { setApiLogin, urlOf, withClient } from "../../scripts/lib/database.mjs";
import { joinCluster } from "../../scripts/lib/private-cluster.mjs";
import { restoreBackup } from "../../scripts/lib/restore.mjs";
import { addresses } from "../helpers/addresses.ts";
import { startApi, type TestApi } from "../helpers/app.ts";
import { makeOwnDatabase, type OwnDatabase, ownerUrl, query } from "../helpers/database.ts";
import { fromEnvironment } from "../helpers/environment.ts";

const quiet = { mayReplace: false, update: () => {} };
const bin = fromEnvironment("PG_BIN");
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "phuenthi-backup-"));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("npm run backup and npm run restore", () => {
  it("answer in the same bytes from an empty cluster", async () => {
    const backup = join(folder, "whole");
    await makeBackup({ ownerUrl: ownerUrl(), bin }, backup, () => {});
    expect(statSync(backup).mode & 0o777).toBe(0o700);
    for (const file of ["manifest.json", "database.dump"]) {
      expect(statSync(join(backup, file)).mode & 0o777, file).toBe(0o600);
    }

    const cluster = await joinCluster(join(folder, "cluster"), { throwAway: true });
    try {
      const restored = urlOf(cluster, cluster.owner, "elsewhere");
      const maintenance = urlOf(cluster, cluster.owner, "postgres");
      await withClient(maintenance, (client) => client.query("create database elsewhere"));
      await restoreBackup({ ownerUrl: restored, bin: cluster.bin }, backup, quiet);
      const served = urlOf(cluster, cluster.api, "elsewhere");
      await setApiLogin(restored, served);

      const [before, after] = await Promise.all([startApi(), startApi(served)]);
      try {
        expect(await differing(before, after)).toEqual([]);
      } finally {
        await Promise.all([before.close(), after.close()]);
      }
      expect(await rightsOf(restored)).toEqual(await rightsOf(ownerUrl()));
      // as a migration leaves it; a copy of a template, as the other one is, is open again
      expect(
        await query(
          restored,
          "select has_database_privilege('public', current_database(), 'temporary') as open",
        ),
      ).toEqual([{ open: false }]);
      await numbersGoOn(ownerUrl(), restored);
      await expect(restoreBackup({ ownerUrl: restored, bin: cluster.bin }, backup, quiet)).rejects.toThrow(
        /has records, which a restore would replace/,
      );
      const names = await query(
        maintenance,
        "select datname from pg_database where datname like 'elsewhere%'",
      );
      expect(names).toEqual([{ datname: "elsewhere" }]);
    } finally {
      await cluster.leave();
    }
  }, 240_000);
});

/** Addresses whose answers are not the same bytes. */
async function differing(before: TestApi, after: TestApi): Promise<string[]> {
  const found = [];
  for (const path of [...(await addresses(before)), ...(await tilesOf(before))]) {
    const [one, other] = await Promise.all([before.fetch(path), after.fetch(path)]);
    if (one.statusCode !== other.statusCode || !bytesOf(path, one).equals(bytesOf(path, other)))
      found.push(path);
  }
  return found;
}

/** The number of the last edit goes on by itself. */
function bytesOf(path: string, { rawPayload }: { rawPayload: Buffer }): Buffer {
  if (!/^\/tiles\/\w+\.json$/.test(path)) return rawPayload;
  const { version, ...rest } = JSON.parse(rawPayload.toString());
  return Buffer.from(JSON.stringify(rest));
}

async function tilesOf(api: TestApi): Promise<string[]> {
  const layers = await query(ownerUrl(), "select id from api.tile_layers()");
  const { boundary } = await api.get("/health");
  return [...layers.map(({ id }) => id), `areas/${boundary.id}`].flatMap((layer) =>
    ["5/24/14", "8/198/117", "10/796/471"].map((tile) => `/tiles/${layer}/${tile}`),
  );
}

/** Whose each object is and who may do what with it; whoever owns the rest is called otherwise in another cluster. */
const rightsOf = (url: string) =>
  query(
    url,
    `select kind, name, replace(owner, current_user, 'owner') as owner, replace(rights, current_user, 'owner') as rights
     from (
       select 'relation' as kind, oid::regclass::text as name, relowner::regrole::text as owner, relacl::text as rights
       from pg_class where relnamespace::regnamespace::text !~ '^pg_|^information_schema' and relkind in ('r', 'v', 'S', 'm')
       union all
       select 'column', attrelid::regclass || '.' || attname, '', attacl::text from pg_attribute where attacl is not null
       union all
       select 'function', oid::regprocedure::text, proowner::regrole::text, proacl::text
       from pg_proc where pronamespace::regnamespace::text !~ '^pg_|^information_schema|^public$'
       union all
       select 'schema', nspname, nspowner::regrole::text, nspacl::text from pg_namespace where nspname !~ '^pg_|^information_schema'
       union all
       select 'role', rolname, '', setconfig::text
       from pg_roles left join pg_db_role_setting on setrole = pg_roles.oid and setdatabase = 0
       where rolname in ('phuenthi_api', 'phuenthi_keeper')
     ) listed order by kind, name collate "C"`,
  );

async function numbersGoOn(from: string, to: string): Promise<void> {
  const numbers = `select (select min(version) from data_version)::float8 as least,
    (select version from data_version where topic = 'edit')::float8 as edit, last_value::float8 as change from record_change`;
  const [[before], [after]] = await Promise.all([query(from, numbers), query(to, numbers)]);
  expect(after.least).toBeGreaterThan(before.edit);
  expect(after.change).toBeGreaterThan(before.change);
  await query(to, "select api.move_versions('{plan}')");
  const [{ edit }] = await query(to, "select version::float8 as edit from data_version where topic = 'plan'");
  expect(edit).toBe(after.edit + 1);
}

describe("a backup that cannot be restored", () => {
  let source: OwnDatabase;
  let target: OwnDatabase;
  let backup: string;
  const analyst = `"An analyst ${process.pid}"`;
  const restore = () => restoreBackup({ ownerUrl: target.ownerUrl, bin }, backup, quiet);
  const databases = () =>
    query(
      source.ownerUrl,
      `select datname from pg_database where datname like '${new URL(target.ownerUrl).pathname.slice(1)}%'`,
    );

  beforeAll(async () => {
    [source, target] = [await makeOwnDatabase({ empty: true }), await makeOwnDatabase({ empty: true })];
    await migrate({ databaseUrl: source.ownerUrl });
    await query(
      source.ownerUrl,
      `create role ${analyst} login password 'x'; grant select on organization to ${analyst};
       alter default privileges grant select on tables to ${analyst}`,
    );
    backup = join(folder, "empty");
    await makeBackup({ ownerUrl: source.ownerUrl, bin }, backup, () => {});
    await query(source.ownerUrl, `drop owned by ${analyst}; drop role ${analyst}`);
  });
  afterAll(async () => {
    await source.drop();
    await target.drop();
    await query(ownerUrl(), `drop role if exists ${analyst}`);
  });

  it("is one that was not written whole, or was changed", async () => {
    const file = join(backup, "database.dump");
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, -1));
    await expect(restore()).rejects.toThrow(/damaged or incomplete/);
    writeFileSync(file, whole);
    expect(await databases()).toHaveLength(1);
  });

  it("is one that answers otherwise, and nothing of it stays", async () => {
    const file = join(backup, "manifest.json");
    const manifest = readFileSync(file, "utf8");
    writeFileSync(file, manifest.replace(/"source": "\d+/, '"source": "7'));
    await expect(restore()).rejects.toMatchObject({
      message: expect.stringMatching(/does not answer/),
      detail: "rows of source",
    });
    writeFileSync(file, manifest);
    expect(await databases()).toHaveLength(1);
    expect(await query(target.ownerUrl, "select to_regclass('source') as found")).toEqual([{ found: null }]);
  });

  it("is any, while others use the database", async () => {
    await withClient(target.ownerUrl, () => expect(restore()).rejects.toThrow(/Others use the database/));
    await restore();
    expect(await query(target.ownerUrl, "select count(*)::integer from organization")).toEqual([
      { count: 0 },
    ]);
    // whoever else had rights has them again, and a login from an administrator alone
    const [found] = await query(
      target.ownerUrl,
      `select rolcanlogin as may_log_in, has_table_privilege(oid, 'organization', 'select') as may_read,
         (select defaclacl::text from pg_default_acl) as to_come
       from pg_roles where quote_ident(rolname) = $$${analyst}$$`,
    );
    expect(found).toEqual({
      may_log_in: false,
      may_read: true,
      to_come: expect.stringContaining("An analyst"),
    });
  });
});
