// What others edit while a map is open: its marks follow with whatever the page asks next, without being loaded anew.
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { expect, it } from "vitest";
import { openPage } from "../helpers/browser.ts";
import { ownerUrl, query } from "../helpers/database.ts";
import { DESKTOP, openMap, untilField } from "../helpers/page.ts";

const ZOOM = 15;
const TILE = /\/api\/tiles\/organizations\/\d/;
/** Pixels to the east, in degrees. */
const EAST = 120;
const moved = (EAST * 360) / (512 * 2 ** ZOOM);

it("moves and recolours a mark when a card is opened after the edit", async () => {
  // one that no other stands near
  const [found] = await query(
    ownerUrl(),
    `select id, kind, name_th, st_x(position) as lon, st_y(position) as lat from organization
     where ended_on is null and position is not null and kind <> 'network' and not exists (
       select from organization other where other.id <> organization.id
         and st_dwithin(other.position, organization.position, ${2 * moved}))
     order by id limit 1`,
  );
  const { page, problems } = await openPage({ viewport: DESKTOP });
  const drawn: unknown[] = [];
  const asked: string[] = [];
  page.on("response", async (response) => {
    if (!TILE.test(response.url())) return;
    asked.push(response.url());
    if (response.status() !== 200) return;
    const bytes = await response.body().catch(() => Buffer.alloc(0));
    const { organizations } = new VectorTile(new PbfReader(new Uint8Array(bytes))).layers;
    for (let i = 0; i < (organizations?.length ?? 0); i += 1) {
      const properties = organizations?.feature(i).properties;
      if (properties?.id === found.id) drawn.push(properties?.kind);
    }
  });
  try {
    await openMap(
      page,
      `/?indicator=councils&layers=organizations&at=${ZOOM}/${found.lat.toFixed(5)}/${found.lon.toFixed(5)}`,
    );
    await expect.poll(() => drawn.at(-1)).toBe(found.kind);
    await page.waitForLoadState("networkidle");
    const map = await page.locator("canvas.maplibregl-canvas").boundingBox();
    if (!map) throw new Error("there is no map");
    const [x, y] = [map.x + map.width / 2, map.y + map.height / 2];

    await query(
      ownerUrl(),
      `update organization set kind = 'network', position = st_translate(position, ${moved}, 0) where id = '${found.id}'`,
    );
    const before = asked.length;
    await page.mouse.click(x, y);
    await untilField(page, "organization", new RegExp(found.id));
    await expect.poll(() => drawn.at(-1)).toBe("network");
    expect(new Set(asked).size).toBeLessThan(asked.length);

    // in its new place, and nothing where it was
    const tip = page.locator('[class*="tip"] strong').first();
    const told = async (at: number) => {
      await page.mouse.move(at - 3, y);
      await page.mouse.move(at, y);
      return (await tip.count()) > 0 ? await tip.textContent() : null;
    };
    await expect.poll(() => told(x + EAST)).toBe(found.name_th);
    expect(await told(x)).not.toBe(found.name_th);

    // what is told of no edit asks for no tile
    const after = asked.length;
    expect(after).toBeGreaterThan(before);
    await page.getByRole("button", { name: "ปิด" }).first().click();
    await page.waitForLoadState("networkidle");
    expect(asked.length).toBe(after);
    expect(problems).toEqual([]);
  } finally {
    await query(
      ownerUrl(),
      `update organization set kind = '${found.kind}', position = st_translate(position, -${moved}, 0) where id = '${found.id}'`,
    );
    await page.context().close();
  }
});
