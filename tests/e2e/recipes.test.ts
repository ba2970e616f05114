// CONTRIBUTING's recipes, cooked: one of each is added to a copy of the project from the files in tests/recipes, and is everywhere
// that it should be. What a recipe costs is counted here.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../geo-data/import/csv.ts";
import { freePort } from "../../scripts/lib/cluster-process.mjs";
import { serverEnvironment } from "../../scripts/lib/serve.mjs";
import { openPage } from "../helpers/browser.ts";
import { makeOwnDatabase, query } from "../helpers/database.ts";
import { DESKTOP, openMap, untilField } from "../helpers/page.ts";
import { makeScratchCopy, type ScratchCopy } from "../helpers/scratch-copy.ts";

const recipes = join(import.meta.dirname, "../recipes");

/** What a recipe puts into files that are there: the file, what stands before, and the lines. */
const LINES: Record<string, [file: string, before: string, lines: string][]> = {
  column: [
    [
      "server/src/records/lesson.record.ts",
      "  fields: {\n",
      '    publisher: optional(text("ผู้เผยแพร่", "Publisher", { isSortable: true })),\n',
    ],
  ],
  code: [
    [
      "server/src/records/codes/organization-kind.codes.ts",
      '  { th: "ประเภทองค์กรชุมชน", en: "Kinds of community organizations" },\n  {\n',
      '    school: { th: "โรงเรียนชุมชน", en: "Community school", colors: ["#123456", "#abcdef"] },\n',
    ],
  ],
  noun: [
    ["server/src/app.ts", "      healthRoutes(api, context);\n", "      kindCountRoutes(api, context);\n"],
    [
      "server/src/app.ts",
      'import { localAuthorityRoutes } from "./modules/local-authorities/local-authorities.routes.ts";\n',
      'import { kindCountRoutes } from "./modules/kind-counts/kind-counts.routes.ts";\n',
    ],
    [
      "tests/helpers/addresses.ts",
      '    "/areas/at": "/areas/at?lon=100.5&lat=13.75",\n',
      '    "/kind-counts/{code}": "/kind-counts/50",\n',
    ],
  ],
};

const filesOf = (recipe: string) =>
  (existsSync(join(recipes, recipe))
    ? readdirSync(join(recipes, recipe), { recursive: true, withFileTypes: true })
    : []
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(recipes, recipe).length + 1))
    .toSorted();
const isMigration = (file: string) => file.startsWith("db/migrations/");

let copy: ScratchCopy;
let base = "";
let database: Awaited<ReturnType<typeof makeOwnDatabase>>;
let server: ChildProcess;

const get = async (path: string) => {
  const answer = await fetch(`${base}/api${path}`);
  return { status: answer.status, text: await answer.text() };
};
const getJson = async (path: string) => JSON.parse((await get(path)).text);

beforeAll(async () => {
  copy = makeScratchCopy();
  // what is there already is changed by lines alone
  for (const recipe of readdirSync(recipes))
    cpSync(join(recipes, recipe), copy.folder, { recursive: true, force: false, errorOnExist: true });
  for (const [file, before, lines] of Object.values(LINES).flat()) {
    const text = readFileSync(join(copy.folder, file), "utf8");
    expect(text.split(before), file).toHaveLength(2);
    writeFileSync(join(copy.folder, file), text.replace(before, before + lines));
  }
  database = await makeOwnDatabase();
  await copy.node(["--import", "tsx", "db/cli.ts", "migrate"], { env: { DATABASE_URL: database.ownerUrl } });
  const vite = join(copy.folder, "node_modules/vite/bin/vite.js");
  for (const part of ["web", "server"]) {
    await copy.node([vite, "build"], { cwd: join(copy.folder, part), env: { NODE_ENV: "production" } });
  }
  const port = await freePort(19_280);
  base = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, ["server/dist/server.js"], {
    cwd: copy.folder,
    env: serverEnvironment({ host: "127.0.0.1", port, url: base }, database),
    stdio: "inherit",
  });
  for (let tries = 0; tries < 200; tries += 1) {
    if (
      await fetch(`${base}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await sleep(200);
  }
  throw new Error("the copy's server does not answer");
}, 300_000);
afterAll(async () => {
  if (server) {
    server.kill("SIGTERM");
    await once(server, "close");
  }
  await database?.drop();
  copy?.remove();
}, 60_000);

describe("a recipe", () => {
  const costs: [recipe: string, migrations: number, files: number, lines: number][] = [
    ["indicator", 0, 2, 0],
    ["layer", 0, 2, 0],
    ["kind", 1, 2, 0],
    ["column", 1, 0, 1],
    ["code", 0, 0, 1],
    ["format", 0, 1, 0],
    ["noun", 0, 3, 3],
    ["source", 0, 1, 0],
    ["page", 0, 2, 0],
  ];
  it.each(costs)(
    "%s costs %i migrations, %i files and %i lines in files that are there",
    (recipe, migrations, others, lines) => {
      const files = filesOf(recipe);
      expect(files.filter(isMigration)).toHaveLength(migrations);
      expect(files.filter((file) => !isMigration(file))).toHaveLength(others);
      const put = (LINES[recipe] ?? []).map((one) => one[2]).join("");
      expect(put.split("\n").length - 1).toBe(lines);
      for (const file of files) expect(existsSync(join(copy.folder, file)), file).toBe(true);
    },
  );

  it("is counted, each of them", () => {
    const all = new Set([...readdirSync(recipes), ...Object.keys(LINES)]);
    expect(costs.map(([recipe]) => recipe).toSorted()).toEqual([...all].toSorted());
  });

  it("page costs one folder", () => {
    expect(new Set(filesOf("page").map((file) => file.split("/").slice(0, -1).join("/")))).toEqual(
      new Set(["web/src/pages/guide"]),
    );
  });

  it("keeps to the types and the layout of the project", async () => {
    const tsc = join(copy.folder, "node_modules/typescript/bin/tsc");
    for (const project of ["tsconfig.json", "web/tsconfig.json"])
      await copy.node([tsc, "--noEmit", "-p", project]);
    await copy.node(["--import", "tsx", "scripts/check/structure.ts"]);
  });

  it("passes the tests that walk over every kind and every address, before it has a record", async () => {
    const vitest = join(copy.folder, "node_modules/vitest/vitest.mjs");
    const files = ["catalogue", "conditional", "kinds"].map((name) => `tests/server/${name}.test.ts`);
    // of the kinds themselves the new one: the others are as they were
    const ofKind = "markets|every address|catalogue";
    await copy.node([vitest, "run", "--project", "server", ...files, "-t", ofKind], {
      env: {
        TEST_WORKERS: "1",
        TEST_DATABASE_URL_1: database.ownerUrl,
        TEST_API_DATABASE_URL_1: database.apiUrl,
      },
    });
  });
});

describe("a kind of record", () => {
  const market = "8a8b1f0e-0000-4000-8000-000000000001";
  beforeAll(async () => {
    await query(
      database.ownerUrl,
      `insert into market (id, area_code, position, produce, name_th, opened_on, stall_count, source_id)
       select '${market}', area_code, position, 'food', 'ตลาดนัดคนรักป่า', '2019-05-01', 12, source_id
       from organization where position is not null order by id limit 1`,
    );
    await query(
      database.ownerUrl,
      `insert into market_organization select '${market}', id from organization order by id limit 2`,
    );
  });

  it("is listed, filtered, told by itself and refused what it does not have", async () => {
    const { items, total } = await getJson("/markets?produce=food&q=คนรัก");
    expect([total, items[0]]).toEqual([
      1,
      expect.objectContaining({ id: market, stall_count: 12, organization_count: 2, revision: 2 }),
    ]);
    expect((await getJson("/markets?produce=craft")).total).toBe(0);
    expect((await getJson("/markets?fiscal_year=2018")).total).toBe(0);
    const [seller] = items[0].organization_ids;
    expect((await getJson(`/markets?organization_id=${seller}`)).total).toBe(1);
    expect((await getJson(`/organizations/${seller}`)).related.markets).toBe(1);
    expect((await getJson(`/markets/${market}`)).organizations).toHaveLength(2);
    expect((await get("/markets?theme=housing")).status).toBe(400);
    expect((await get("/markets?produce=gold")).status).toBe(400);
  });

  it("is a file in every format, in the API's description and in the data dictionary", async () => {
    expect(JSON.parse((await get("/export/markets.geojson")).text).features).toHaveLength(1);
    const [row] = parseCsv((await get("/export/markets.csv?lang=th")).text);
    expect(row).toMatchObject({ ชื่อ: "ตลาดนัดคนรักป่า", ผลผลิต: "อาหาร" });
    expect(Object.keys((await getJson("/openapi.json")).paths)).toEqual(
      expect.arrayContaining(["/api/markets", "/api/markets/{id}"]),
    );
    const { collections, code_lists } = await getJson("/catalogue");
    const collection = collections.find(({ id }: { id: string }) => id === "markets");
    expect(collection).toMatchObject({
      count: 1,
      lies_at: "area",
      filter: expect.arrayContaining(["produce"]),
    });
    expect(code_lists.map(({ id }: { id: string }) => id)).toContain("produce");
  });

  it("is in tiles by its position", async () => {
    const { tiles, vector_layers } = await getJson("/tiles/markets.json");
    expect(vector_layers[0].fields).toHaveProperty("produce");
    const answer = await fetch(tiles[0].replace("{z}", "0").replace("{x}", "0").replace("{y}", "0"));
    const drawn = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer()))).layers.markets;
    expect(drawn?.feature(0).properties).toMatchObject({ count: 1, id: market, produce: "food" });
  });

  it("has a table, a filter and a card on the page", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: base });
    await openMap(page, "/?table=markets&panel=filters");
    await page.getByRole("gridcell", { name: "ตลาดนัดคนรักป่า" }).waitFor();
    await page.getByText("ผลผลิต").first().waitFor();
    await page.getByRole("gridcell", { name: "ตลาดนัดคนรักป่า" }).click();
    const card = page.getByRole("heading", { name: "ตลาดนัดคนรักป่า" });
    await card.waitFor();
    await page.getByRole("heading", { name: "ผู้ขาย" }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

/** A tambon with one lesson, as it is drawn somewhere in the north. */
async function someLesson() {
  const z = 8;
  for (let tileX = 196; tileX < 202; tileX += 1) {
    for (let tileY = 112; tileY < 118; tileY += 1) {
      const answer = await fetch(`${base}/api/tiles/lessons/${z}/${tileX}/${tileY}`);
      const drawn = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer()))).layers.lessons;
      for (let i = 0; i < (drawn?.length ?? 0); i += 1) {
        const feature = drawn?.feature(i);
        const geometry = feature?.properties.count === 1 && feature.toGeoJSON(tileX, tileY, z).geometry;
        if (feature && geometry && geometry.type === "Point") {
          const [lon = 0, lat = 0] = geometry.coordinates;
          return { properties: feature.properties, lon, lat };
        }
      }
    }
  }
  throw new Error("no tambon there has one lesson");
}

describe("a layer", () => {
  it("has a switch and a legend, and is drawn", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: base });
    const drawn = page.waitForResponse(/\/api\/tiles\/lessons\/\d/);
    await openMap(page);
    await page.getByRole("checkbox", { name: "บทเรียนจากชุมชน" }).check();
    await page.getByRole("list", { name: "บทเรียนจากชุมชน" }).waitFor();
    expect([200, 204]).toContain((await drawn).status());
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("says what is at the pointer, and opens it by a click", async () => {
    const { properties, lon, lat } = await someLesson();
    const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: base });
    await openMap(page, `/?indicator=councils&layers=lessons&at=12/${lat.toFixed(5)}/${lon.toFixed(5)}`);
    await page.waitForLoadState("networkidle");
    const map = await page.locator("canvas.maplibregl-canvas").boundingBox();
    if (!map) throw new Error("there is no map");
    const [x, y] = [map.x + map.width / 2, map.y + map.height / 2];
    const tip = page.locator('[class*="tip"] strong').first();
    await expect
      .poll(async () => {
        await page.mouse.move(x - 3, y);
        await page.mouse.move(x, y);
        return (await tip.count()) > 0 ? await tip.textContent() : null;
      })
      .toBe(properties.title_th);
    await page.mouse.click(x, y);
    await untilField(page, "lesson", new RegExp(`^${properties.id}$`));
    await page.getByRole("heading", { name: String(properties.title_th) }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("a column", () => {
  let lesson = { id: "", area_code: "" };
  it("is in answers, orders, files and the data dictionary", async () => {
    const { items } = await getJson("/lessons?limit=1&sort=-publisher&fiscal_year=2021");
    expect(items[0]).toHaveProperty("publisher", null);
    lesson = items[0];
    await query(database.ownerUrl, `update lesson set publisher = 'ชุมชนบ้านนา' where id = '${lesson.id}'`);
    expect(await getJson(`/lessons/${lesson.id}`)).toMatchObject({ publisher: "ชุมชนบ้านนา" });
    expect((await get("/export/lessons.csv?lang=th")).text.split("\r\n")[0]).toContain("ผู้เผยแพร่");
    const { collections } = await getJson("/catalogue");
    const { fields } = collections.find(({ id }: { id: string }) => id === "lessons");
    expect(fields.map(({ name }: { name: string }) => name)).toContain("publisher");
  });

  it("is in the table and on the card of the page", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: base });
    await openMap(page, `/?table=lessons&fiscal_year=2021&within=${lesson.area_code}&lesson=${lesson.id}`);
    await page.getByRole("columnheader", { name: "ผู้เผยแพร่" }).waitFor();
    await page.getByRole("gridcell", { name: "ชุมชนบ้านนา" }).waitFor();
    const card = page.getByRole("definition").filter({ hasText: "ชุมชนบ้านนา" });
    await card.waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("a code", () => {
  it("is taken by the database, the filter and the data dictionary", async () => {
    await query(
      database.ownerUrl,
      `update organization set kind = 'school' where id = (select id from organization where kind = 'network' order by id limit 1)`,
    );
    expect((await getJson("/organizations?kind=school")).total).toBe(1);
    const { code_lists } = await getJson("/catalogue");
    const { codes } = code_lists.find(({ id }: { id: string }) => id === "organization_kind");
    expect(codes.map(({ code }: { code: string }) => code)).toContain("school");
  });
});

describe("a format", () => {
  it("is a file of every collection", async () => {
    const { status, text } = await get("/export/lessons.ndjson");
    expect(status).toBe(200);
    const lines = text.trim().split("\n");
    expect(lines.length).toBeGreaterThan(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ type: "Feature" });
  });

  it("is told by the data dictionary and offered where files are asked for", async () => {
    const { formats } = await getJson("/catalogue");
    expect(formats).toContainEqual(expect.objectContaining({ id: "ndjson", has_words: false }));
    const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: base });
    await openMap(page, "/?table=lessons");
    await page.getByRole("button", { name: "ส่งออก" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "GeoJSON รายบรรทัด" }).check();
    await dialog.getByText("GeoJSON บรรทัดละหนึ่งรายการ สำหรับโปรแกรม").waitFor();
    const link = dialog.getByRole("link", { name: "ดาวน์โหลด GeoJSON รายบรรทัด" });
    expect(await link.getAttribute("href")).toContain("/api/export/lessons.ndjson?");
    await page.goto("/catalogue");
    await page.locator("#lessons").getByRole("link", { name: "นำออกเป็น GeoJSON รายบรรทัด" }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe("a noun of the API", () => {
  it("answers, is described, and refuses a place that is none", async () => {
    const counts = await getJson("/kind-counts/50");
    expect(counts.length).toBeGreaterThan(3);
    expect((await getJson("/openapi.json")).paths).toHaveProperty(["/api/kind-counts/{code}"]);
    expect((await get("/kind-counts/999999")).status).toBe(404);
  });
});

describe("a source of boundaries", () => {
  it("is known to the loader by its id", async () => {
    const asked = copy.node(["--import", "tsx", "geo-data/cli.ts", "load", "no-such-source"], {
      env: { DATABASE_URL: database.ownerUrl },
    });
    await expect(asked).rejects.toThrow("survey-2026");
  });
});

describe("an indicator", () => {
  it("has figures that its records make, explained, and follows an edit", async () => {
    const [{ code, count }] = await query(
      database.ownerUrl,
      "select area_code as code, count(*)::int as count from lesson where published_on <= '2021-09-30' group by 1 order by 2 desc, 1 limit 1",
    );
    const asked = `/coverage/lessons-published/areas/${code}?fiscal_year=2021`;
    expect((await getJson(asked)).total.value).toBe(count);
    await query(
      database.ownerUrl,
      `update lesson set ended_on = current_date, end_reason = 'ซ้ำ' where area_code = '${code}'`,
    );
    expect((await getJson(asked)).total.value).toBe(0);
  });
});

describe("a page", () => {
  it("opens at its address, in both languages, and another part of the path is none", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: base });
    await page.goto("/guide/map");
    await page.getByRole("heading", { name: "คู่มือ: map" }).waitFor();
    await page.goto("/guide/map?lang=en");
    await page.getByRole("heading", { name: "Guide: map" }).waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("shows what the address says by its search parameter, by link, by change, and on the way back", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: base });
    const part = page.getByRole("heading", { level: 2 });
    const shows = async (text: string, search: string) => {
      await part.filter({ hasText: text }).waitFor();
      expect(new URL(page.url()).search).toBe(search);
    };
    await page.goto("/guide/map?part=neither&lang=en");
    await shows("To begin with", "?part=neither&lang=en");
    // stands only as long as the page is not loaded anew
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await page.getByRole("link", { name: "More of it" }).click();
    await shows("More of it", "?part=more&lang=en");
    // what every page has changes, and the page's own stays
    await page.getByRole("button", { name: "ไทย" }).click();
    await shows("เพิ่มเติม", "?lang=th&part=more");
    await page.getByRole("button", { name: "เริ่มต้น" }).click();
    await shows("เริ่มต้น", "?lang=th");
    await page.goBack();
    await shows("เพิ่มเติม", "?lang=th&part=more");
    expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
    await page.goto("/guide/map?part=more&lang=en");
    await shows("More of it", "?part=more&lang=en");
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
