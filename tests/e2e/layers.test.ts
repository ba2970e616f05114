// Layers of records on the map: switched on, in the link, explained by the legend, told by the pointer, opened by a click,
// and held to the filter.
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { baseUrl, keepScreenshot, openPage } from "../helpers/browser.ts";
import { DESKTOP, field, openMap, PHONE, untilField } from "../helpers/page.ts";

const TABLET = { width: 820, height: 1180 };
const NEW = ["พื้นที่ต้นแบบ", "โครงการที่อยู่อาศัย"];

/** Longitude and latitude of something of one tambon that the layer draws in the north. */
async function somePlace(layer: string): Promise<[number, number]> {
  const z = 8;
  for (let x = 196; x < 202; x += 1) {
    for (let y = 112; y < 118; y += 1) {
      const answer = await fetch(`${baseUrl()}/api/tiles/${layer}/${z}/${x}/${y}`);
      const drawn = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer()))).layers[layer];
      for (let i = 0; i < (drawn?.length ?? 0); i += 1) {
        const feature = drawn?.feature(i);
        const geometry = feature?.properties.area_code ? feature.toGeoJSON(x, y, z).geometry : null;
        if (geometry?.type === "Point") return geometry.coordinates as [number, number];
      }
    }
  }
  throw new Error(`${layer} draws nothing there`);
}

describe("layers of records", () => {
  it("are switched on in the panel, stand in the link, and take what of the filter acts on them", async () => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    const tiles: URL[] = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (/\/api\/tiles\/(model_areas|housing_projects)\/\d/.test(url.pathname)) tiles.push(url);
    });
    await openMap(
      page,
      "/?indicator=councils&within=50&fiscal_year=2020&housing_projects.programme=other&model_areas.theme=welfare",
    );
    for (const name of NEW) {
      await page.getByRole("checkbox", { name }).check();
      await page.getByRole("list", { name }).waitFor();
    }
    expect(field(page, "layers")).toBe("model_areas,housing_projects");
    await expect.poll(() => new Set(tiles.map(({ pathname }) => pathname.split("/")[3])).size).toBe(2);
    const asked = ({ searchParams }: URL, names: string[]) => names.map((name) => searchParams.get(name));
    for (const url of tiles) {
      const ofProjects = url.pathname.includes("housing_projects");
      expect(asked(url, ["within", "fiscal_year", "programme", "theme"])).toEqual(
        ofProjects ? ["50", "2020", "other", null] : ["50", "2020", null, "welfare"],
      );
    }
    // the panel of filters has them while they are drawn, and what is taken away is drawn again
    await page.getByRole("tab", { name: /^ตัวกรอง/ }).click();
    const programmes = page
      .getByRole("region", { name: NEW[1] })
      .getByRole("group", { name: "ประเภทโครงการ" });
    await programmes.getByRole("checkbox", { name: "อื่น ๆ" }).uncheck();
    await expect
      .poll(() => {
        const last = tiles.findLast(({ pathname }) => pathname.includes("housing_projects"));
        return last && asked(last, ["within", "programme"]);
      })
      .toEqual(["50", null]);
    await page.getByRole("tab", { name: /^ชั้นข้อมูล/ }).click();
    await page.getByRole("checkbox", { name: NEW[0] }).uncheck();
    expect(field(page, "layers")).toBe("housing_projects");
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it.each([
    ["model_areas", -9, /\S/],
    ["housing_projects", 9, /โครงการที่อยู่อาศัย \d+ โครงการ.*งบประมาณ/],
  ] as const)("%s say what they are at the pointer, and open their tambon", async (layer, beside, words) => {
    const { page, problems } = await openPage({ viewport: DESKTOP });
    const [lon, lat] = await somePlace(layer);
    await openMap(page, `/?indicator=councils&layers=${layer}&at=12/${lat.toFixed(5)}/${lon.toFixed(5)}`);
    await page.waitForLoadState("networkidle");
    const map = await page.locator("canvas.maplibregl-canvas").boundingBox();
    if (!map) throw new Error("there is no map");
    // marks stand above the point that the map is centred on
    const [x, y] = [map.x + map.width / 2 + beside, map.y + map.height / 2 - 15];
    const tip = page.locator('[class*="tip"]').first();
    await expect
      .poll(async () => {
        await page.mouse.move(x - 3, y);
        await page.mouse.move(x, y);
        return (await tip.count()) > 0 ? await tip.locator("strong").textContent() : null;
      })
      .not.toMatch(/^(ตำบล|null$)/);
    expect(await tip.textContent()).toMatch(words);
    await keepScreenshot(page, `36-${layer}-tip`);
    await page.mouse.click(x, y);
    await untilField(page, "area", /^\d{6}$/);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it("are found by what links called them", async () => {
    const { page } = await openPage({ viewport: DESKTOP });
    await openMap(page, "/?points=1");
    expect(await page.getByRole("checkbox", { name: "องค์กรชุมชน" }).isChecked()).toBe(true);
    await page.getByRole("list", { name: "องค์กรชุมชน" }).getByText("สภาองค์กรชุมชน").waitFor();
    await page.getByRole("checkbox", { name: NEW[0] }).check();
    await untilField(page, "layers", /organizations/);
    expect(field(page, "points")).toBeNull();
    await page.context().close();
  });

  it.each(
    [DESKTOP, TABLET, PHONE].flatMap((viewport) =>
      (["light", "dark"] as const).map((colorScheme) => ({ viewport, colorScheme, width: viewport.width })),
    ),
  )("look as their legend says: $width, $colorScheme", async ({ viewport, colorScheme, width }) => {
    const { page, problems } = await openPage({ viewport, colorScheme });
    await openMap(
      page,
      "/?indicator=councils&layers=organizations,model_areas,housing_projects&panel=layers&at=9.6/18.6/98.9",
    );
    await page.waitForLoadState("networkidle");
    await page.getByRole("list", { name: "โครงการที่อยู่อาศัย" }).scrollIntoViewIfNeeded();
    await page.waitForTimeout(1500);
    await keepScreenshot(page, `35-layers-${width}-${colorScheme}`);
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
