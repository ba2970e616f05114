// Recipes of records: a kind, a column of one, a code of a list.
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../../geo-data/import/csv.ts";
import { openPage } from "../../helpers/browser.ts";
import type { Cooked } from "../../helpers/cooked-recipes.ts";
import { query } from "../../helpers/database.ts";
import { DESKTOP, openMap } from "../../helpers/page.ts";

export function describeRecords(cooked: Cooked): void {
  describe("a kind of record", () => {
    const market = "8a8b1f0e-0000-4000-8000-000000000001";
    beforeAll(async () => {
      await query(
        cooked.database.ownerUrl,
        `insert into market (id, area_code, position, produce, name_th, opened_on, stall_count, source_id)
       select '${market}', area_code, position, 'food', 'ตลาดนัดคนรักป่า', '2019-05-01', 12, source_id
       from organization where position is not null order by id limit 1`,
      );
      await query(
        cooked.database.ownerUrl,
        `insert into market_organization select '${market}', id from organization order by id limit 2`,
      );
    });

    it("is listed, filtered, told by itself and refused what it does not have", async () => {
      const { items, total } = await cooked.getJson("/markets?produce=food&q=คนรัก");
      expect([total, items[0]]).toEqual([
        1,
        expect.objectContaining({ id: market, stall_count: 12, organization_count: 2, revision: 2 }),
      ]);
      expect((await cooked.getJson("/markets?produce=craft")).total).toBe(0);
      expect((await cooked.getJson("/markets?fiscal_year=2018")).total).toBe(0);
      const [seller] = items[0].organization_ids;
      expect((await cooked.getJson(`/markets?organization_id=${seller}`)).total).toBe(1);
      expect((await cooked.getJson(`/organizations/${seller}`)).related.markets).toBe(1);
      expect((await cooked.getJson(`/markets/${market}`)).organizations).toHaveLength(2);
      expect((await cooked.get("/markets?theme=housing")).status).toBe(400);
      expect((await cooked.get("/markets?produce=gold")).status).toBe(400);
    });

    it("is a file in every format, in the API's description and in the data dictionary", async () => {
      expect(JSON.parse((await cooked.get("/export/markets.geojson")).text).features).toHaveLength(1);
      const [row] = parseCsv((await cooked.get("/export/markets.csv?lang=th")).text);
      expect(row).toMatchObject({ ชื่อ: "ตลาดนัดคนรักป่า", ผลผลิต: "อาหาร" });
      expect(Object.keys((await cooked.getJson("/openapi.json")).paths)).toEqual(
        expect.arrayContaining(["/api/markets", "/api/markets/{id}"]),
      );
      const { collections, code_lists } = await cooked.getJson("/catalogue");
      const collection = collections.find(({ id }: { id: string }) => id === "markets");
      expect(collection).toMatchObject({
        count: 1,
        lies_at: "area",
        filter: expect.arrayContaining(["produce"]),
      });
      expect(code_lists.map(({ id }: { id: string }) => id)).toContain("produce");
    });

    it("is in tiles by its position", async () => {
      const { tiles, vector_layers } = await cooked.getJson("/tiles/markets.json");
      expect(vector_layers[0].fields).toHaveProperty("produce");
      const answer = await fetch(tiles[0].replace("{z}", "0").replace("{x}", "0").replace("{y}", "0"));
      const drawn = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer()))).layers.markets;
      expect(drawn?.feature(0).properties).toMatchObject({ count: 1, id: market, produce: "food" });
    });

    it("has a table, a filter and a card on the page", async () => {
      const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: cooked.base });
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

  describe("a column", () => {
    let lesson = { id: "", area_code: "" };
    it("is in answers, orders, files and the data dictionary", async () => {
      const { items } = await cooked.getJson("/lessons?limit=1&sort=-publisher&fiscal_year=2021");
      expect(items[0]).toHaveProperty("publisher", null);
      lesson = items[0];
      await query(
        cooked.database.ownerUrl,
        `update lesson set publisher = 'ชุมชนบ้านนา' where id = '${lesson.id}'`,
      );
      expect(await cooked.getJson(`/lessons/${lesson.id}`)).toMatchObject({ publisher: "ชุมชนบ้านนา" });
      expect((await cooked.get("/export/lessons.csv?lang=th")).text.split("\r\n")[0]).toContain("ผู้เผยแพร่");
      const { collections } = await cooked.getJson("/catalogue");
      const { fields } = collections.find(({ id }: { id: string }) => id === "lessons");
      expect(fields.map(({ name }: { name: string }) => name)).toContain("publisher");
    });

    it("is in the table and on the card of the page", async () => {
      const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: cooked.base });
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
        cooked.database.ownerUrl,
        `update organization set kind = 'school' where id = (select id from organization where kind = 'network' order by id limit 1)`,
      );
      expect((await cooked.getJson("/organizations?kind=school")).total).toBe(1);
      const { code_lists } = await cooked.getJson("/catalogue");
      const { codes } = code_lists.find(({ id }: { id: string }) => id === "organization_kind");
      expect(codes.map(({ code }: { code: string }) => code)).toContain("school");
    });
  });
}
