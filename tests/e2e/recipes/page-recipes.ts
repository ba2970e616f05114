// Recipes of the page: a layer of the map, and a page of its own.
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { openPage } from "../../helpers/browser.ts";
import type { Cooked } from "../../helpers/cooked-recipes.ts";
import { DESKTOP, openMap, untilField } from "../../helpers/page.ts";

export function describePage(cooked: Cooked): void {
  /** A tambon with one lesson, as it is drawn somewhere in the north. */
  async function someLesson() {
    const z = 8;
    for (let tileX = 196; tileX < 202; tileX += 1) {
      for (let tileY = 112; tileY < 118; tileY += 1) {
        const answer = await fetch(`${cooked.base}/api/tiles/lessons/${z}/${tileX}/${tileY}`);
        const drawn = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer()))).layers
          .lessons;
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
      const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: cooked.base });
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
      const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: cooked.base });
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

  describe("a page", () => {
    it("opens at its address, in both languages, and another part of the path is none", async () => {
      const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: cooked.base });
      await page.goto("/guide/map");
      await page.getByRole("heading", { name: "คู่มือ: map" }).waitFor();
      await page.goto("/guide/map?lang=en");
      await page.getByRole("heading", { name: "Guide: map" }).waitFor();
      expect(problems).toEqual([]);
      await page.context().close();
    });

    it("shows what the address says by its search parameter, by link, by change, and on the way back", async () => {
      const { page, problems } = await openPage({ viewport: DESKTOP, baseURL: cooked.base });
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
}
