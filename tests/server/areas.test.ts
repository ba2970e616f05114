import { areaAt, areaDetail, areaIndex, areaList } from "@phuenthi/server/contract/areas";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { ownerUrl, query } from "../helpers/database.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const find = async (q: string, more = "") =>
  areaList.parse(await api.get(`/areas?q=${encodeURIComponent(q)}${more}`)).items;
const paths = (items: Awaited<ReturnType<typeof find>>) =>
  items.map((item) => [item, ...item.ancestors.toReversed()].map((area) => area.name_th).join("<"));

describe("GET /api/areas", () => {
  it("lists the provinces in code order", async () => {
    const { items, total } = areaList.parse(await api.get("/areas?level=province&limit=100"));
    expect(total).toBe(77);
    expect(items.map((item) => item.code)).toEqual(items.map((item) => item.code).toSorted());
    expect(items[0]).toMatchObject({ code: "10", name_th: "กรุงเทพมหานคร", parent_code: null, ancestors: [] });
  });

  it("gives the children of a parent, one level down", async () => {
    const { items, total } = await api.get("/areas?parent=10&limit=100");
    expect(total).toBe(50);
    expect(new Set(items.map((item: { level: string }) => item.level))).toEqual(new Set(["district"]));
  });

  it("pages through everything once, without a gap", async () => {
    const seen: string[] = [];
    let cursor = "";
    do {
      const page = await api.get(`/areas?level=district&limit=300${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map((item: { code: string }) => item.code));
      cursor = page.next_cursor ?? "";
    } while (cursor);
    expect(seen).toHaveLength(928);
    expect(new Set(seen).size).toBe(928);
  });
});

describe("GET /api/areas?q=", () => {
  it.each([
    ["ตบางรัก", "บางรัก<บางรัก<กรุงเทพมหานคร"],
    ["แขวงบางรัก", "บางรัก<บางรัก<กรุงเทพมหานคร"],
    ["บางรัก กทม", "บางรัก<กรุงเทพมหานคร"],
    ["bang rak", "บางรัก<กรุงเทพมหานคร"],
    ["BANGRAK bangkok", "บางรัก<กรุงเทพมหานคร"],
    ["100101", "พระบรมมหาราชวัง<พระนคร<กรุงเทพมหานคร"],
    ["10 01 01", "พระบรมมหาราชวัง<พระนคร<กรุงเทพมหานคร"],
    ["๑๐๐๑๐๑", "พระบรมมหาราชวัง<พระนคร<กรุงเทพมหานคร"],
    ["TH100101", "พระบรมมหาราชวัง<พระนคร<กรุงเทพมหานคร"],
    ["อ.เมือง ภูเก็ต", "เมืองภูเก็ต<ภูเก็ต"],
    ["จ.เชียงใหม่", "เชียงใหม่"],
    ["เชียงใหม่", "เชียงใหม่"],
    // the two other ways of typing ำ and แ
    ["ลําปาง", "ลำปาง"],
    ["เเพร่", "แพร่"],
    ["ลำ​ปาง", "ลำปาง"],
    ["เชียง ให­ม่", "เชียงใหม่"],
    ["กทม", "กรุงเทพมหานคร"],
    ["บางรัก กทม.", "บางรัก<กรุงเทพมหานคร"],
    ["กทม.", "กรุงเทพมหานคร"],
    ["กรุงเทพฯ", "กรุงเทพมหานคร"],
    ["กรุงเทพ", "กรุงเทพมหานคร"],
    ["Bangkok", "กรุงเทพมหานคร"],
    ["โคราช", "นครราชสีมา"],
    ["korat", "นครราชสีมา"],
    ["อ.เมืองโคราช", "เมืองนครราชสีมา<นครราชสีมา"],
    ["แปดริ้ว", "ฉะเชิงเทรา"],
    ["เมืองคอน", "นครศรีธรรมราช"],
    ["เมืองกาญจน์", "กาญจนบุรี"],
    ["อุบล", "อุบลราชธานี"],
    ["อุดร", "อุดรธานี"],
    ["สุราษฎร์", "สุราษฎร์ธานี"],
    ["พิดโลก", "พิษณุโลก"],
    ["อยุธยา", "พระนครศรีอยุธยา"],
    ["ปากน้ำ", "สมุทรปราการ"],
    ["แม่กลอง", "สมุทรสงคราม"],
    ["เมืองลิง", "ลพบุรี"],
    ["สุไหงโกลก", "สุไหงโก-ลก<นราธิวาส"],
    ["TH5007", "แม่ริม<เชียงใหม่"],
    ["TH 50 07", "แม่ริม<เชียงใหม่"],
    ["ต บางรัก อ บางรัก", "บางรัก<บางรัก<กรุงเทพมหานคร"],
    ["chiang mai province", "เชียงใหม่"],
  ])("%s finds %s first", async (q, first) => {
    expect(paths(await find(q))[0]).toBe(first);
  });

  it("finds a tambon by tambon and district, with or without spaces", async () => {
    const expected = ["ตลาดเหนือ<เมืองภูเก็ต<ภูเก็ต", "ตลาดใหญ่<เมืองภูเก็ต<ภูเก็ต"];
    expect(paths(await find("ต.ตลาด อ.เมืองภูเก็ต")).toSorted()).toEqual(expected.toSorted());
    expect(paths(await find("ต.ตลาดอ.เมืองภูเก็ต")).toSorted()).toEqual(expected.toSorted());
  });

  it("keeps tone marks apart: ข้าว does not find ขาว", async () => {
    for (const item of await find("ข้าว", "&limit=100")) expect(item.name_th).toContain("ข้าว");
  });

  it("drops tone marks only when nothing matches with them", async () => {
    expect(paths(await find("เชียงไหม่"))).toEqual([]);
    expect(paths(await find("เชียงใหม"))[0]).toBe("เชียงใหม่");
  });

  it("narrows by level and parent", async () => {
    const items = await find("เมือง", "&level=district&parent=83");
    expect(items.map((item) => item.code)).toEqual(["8301"]);
  });

  it("treats wildcards as plain characters", async () => {
    expect(await find("%")).toEqual([]);
    expect(await find("_")).toEqual([]);
    expect(await find("\\")).toEqual([]);
  });
});

describe("a khwaeng of Bangkok", () => {
  it("names the district's council as covering it, counted from the district up", async () => {
    const districts = await api.get("/organizations?within=10&kind=council&limit=50");
    const council = districts.items.find((item: { area_code: string }) => item.area_code.length === 4);
    const { items } = await api.get(`/areas?parent=${council.area_code}`);
    for (const { code } of items) {
      for (const answer of [await api.get(`/areas/${code}`), await api.get(`/areas/${code}/profile`)]) {
        expect(answer.covering_organizations.map((item: { id: string }) => item.id)).toEqual([council.id]);
      }
      expect((await api.get(`/organizations?within=${code}&kind=council`)).total).toBe(0);
    }
    for (const code of [council.area_code, "500101", "50"]) {
      expect((await api.get(`/areas/${code}`)).covering_organizations).toEqual([]);
    }
    expect((await api.get(`/organizations?within=${council.area_code}&kind=council`)).total).toBe(1);
  });
});

describe("GET /api/areas/:code", () => {
  it("answers names, path, extent, counts and sources", async () => {
    const area = areaDetail.parse(await api.get("/areas/100401"));
    expect(area.ancestors.map((ancestor) => ancestor.code)).toEqual(["10", "1004"]);
    const [west, south, east, north] = area.bbox;
    expect(area.point[0]).toBeGreaterThan(west);
    expect(area.point[0]).toBeLessThan(east);
    expect(area.point[1]).toBeGreaterThan(south);
    expect(area.point[1]).toBeLessThan(north);
    expect(area.sources.length).toBeGreaterThan(0);
    for (const source of area.sources) expect(source.licence_th).not.toBe("");
  });

  it("counts what is below", async () => {
    const bangkok = areaDetail.parse(await api.get("/areas/10"));
    expect(bangkok.counts.district).toBe(50);
    const tambon = await api.get("/areas?level=tambon&parent=10&limit=1");
    expect(bangkok.counts.tambon).toBe(tambon.total);
  });

  it("answers 404 for an unknown code, naming the field", async () => {
    const { status, body } = await api.problem("/areas/999999");
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: "area-not-found", errors: [{ field: "code" }] });
  });

  it.each(["abc", "1", "123", "12345", "1234567", "๑๐"])(
    "answers 400 for the malformed code %s",
    async (code) => {
      const { status, body } = await api.problem(`/areas/${encodeURIComponent(code)}`);
      expect(status).toBe(400);
      expect(body.errors[0].field).toBe("code");
    },
  );
});

describe("GET /api/areas/at", () => {
  it("finds what ST_Intersects finds: inside, outside, and on a line, where the lower code is told", async () => {
    const points = await query(
      ownerUrl(),
      `with current as (
        select area_code, geom from area_shape join boundary_version on boundary_version.id = boundary_version_id
        where is_current and level = 'tambon'),
      corner as (
        select (st_dumppoints(geom)).geom as point from (select geom from current order by md5(area_code) limit 8) shape),
      asked as (
        (select st_x(point) as lon, st_y(point) as lat from corner order by md5(point::text) limit 60)
        union all select 97.5 + 8 * (i * 0.618034 % 1.0), 6 + 14 * (i * 0.754878 % 1.0) from generate_series(1, 60) i)
      select lon, lat, (
        select min(area_code) from current where st_intersects(geom, st_setsrid(st_makepoint(lon, lat), 4326))) as code
      from asked`,
    );
    for (const { lon, lat, code } of points) {
      const answer = await api.fetch(`/areas/at?lon=${lon}&lat=${lat}`);
      expect([lon, lat, answer.json().tambon?.code ?? null]).toEqual([lon, lat, code]);
    }
  });

  it("finds every tambon at its own point", async () => {
    for (const code of ["100401", "500101", "930101", "910101"]) {
      const { items } = await api.get(`/areas?q=${code}`);
      const [lon, lat] = items[0].point;
      const found = areaAt.parse(await api.get(`/areas/at?lon=${lon}&lat=${lat}`));
      expect(found.tambon.code).toBe(code);
      expect(found.district.code).toBe(code.slice(0, 4));
      expect(found.province.code).toBe(code.slice(0, 2));
    }
  });

  it("answers 404 outside the country", async () => {
    const { status, body } = await api.problem("/areas/at?lon=0&lat=0");
    expect(status).toBe(404);
    expect(body.code).toBe("outside-country");
  });

  it.each(["lon=100", "lat=13", "lon=x&lat=13", "lon=200&lat=13", "lon=100&lat=-91"])(
    "refuses %s",
    async (query) => {
      expect((await api.problem(`/areas/at?${query}`)).status).toBe(400);
    },
  );
});

describe("GET /api/areas/index", () => {
  it("holds every area on the map, in Thai order within its level", async () => {
    const index = areaIndex.parse(await api.get("/areas/index"));
    const { boundary } = await api.get("/health");
    expect(index.codes).toHaveLength(77 + 928 + boundary.counts.tambon);
    expect(index.names_th).toHaveLength(index.codes.length);
    const provinces = index.names_th.slice(0, 77);
    expect(provinces).toEqual(provinces.toSorted(new Intl.Collator("th").compare));
  });
});
