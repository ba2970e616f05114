// Search as one thing: every kind of place by one ranking, the exact name first, what was meant where nothing is found, and
// the same folding wherever text is matched.
import { areaList } from "@phuenthi/server/contract/areas";
import { localAuthorityList } from "@phuenthi/server/contract/local-authorities";
import { nicknameList, placeList } from "@phuenthi/server/contract/places";
import { register } from "@phuenthi/server/records/kinds";
import { listOfKind, type RecordPage } from "@phuenthi/server/records/record-contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApi, type TestApi } from "../helpers/app.ts";
import { ownerUrl, query, withRollback } from "../helpers/database.ts";

/** Organizations as their declaration has them. */
const listed = (answer: unknown) =>
  listOfKind(register.byId("organization")).parse(answer) as unknown as RecordPage<{ name_th: string }>;

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const asked = (q: string) => encodeURIComponent(q);
const places = async (q: string, more = "") =>
  placeList.parse(await api.get(`/places?q=${asked(q)}&limit=500${more}`));
const authorities = async (q: string) =>
  localAuthorityList.parse(await api.get(`/local-authorities?q=${asked(q)}&limit=500`));
/** A local authority of the register at hand: the real list and the made-up one have other names. */
const authorityOf = async (kind: string) => {
  const [row] = await query(
    ownerUrl(),
    `select 'L' || code as code, name_th, name_en from local_authority where kind = '${kind}' order by code limit 1`,
  );
  return row as { code: string; name_th: string; name_en: string };
};

describe("GET /api/places?q=", () => {
  it("shows the region itself first, with or without ภาค", async () => {
    for (const q of ["ภาคเหนือ", "เหนือ", "ภาค เหนือ", "North region", "R1"]) {
      const [first] = (await places(q)).items;
      expect([first?.level, first?.code]).toEqual(["region", "R1"]);
    }
    expect((await places("อีสาน")).items[0]).toMatchObject({ level: "region", name_th: "ตะวันออกเฉียงเหนือ" });
  });

  it("ranks all levels as one: the exact name, the larger place first", async () => {
    const { items, total } = await places("เชียงใหม่");
    expect(items[0]).toMatchObject({ code: "50", level: "province", ancestors: [] });
    expect(total).toBe(items.length);
    const exact = items.findLastIndex((item) => item.name_th === "เชียงใหม่");
    const longer = items.findIndex((item) => item.name_th !== "เชียงใหม่");
    expect(longer).toBeGreaterThan(exact);
    expect(items.some((item) => item.level === "local_authority")).toBe(true);
  });

  it("ranks what has all of it in its name before what has a word here and a word there", async () => {
    const names = (await places("chiang mai", "&level=province,district,tambon")).items.map(
      (item) => item.code,
    );
    const mueang = names.indexOf("5001");
    expect(mueang).toBeGreaterThan(0);
    const apart = (await places("chiang mai", "&level=tambon")).items.find(
      (item) => !item.name_en.replaceAll(" ", "").toLowerCase().includes("chiangmai"),
    );
    if (apart) expect(names.indexOf(apart.code)).toBeGreaterThan(mueang);
  });

  it("finds a local authority by its kind and name, in full, in short and in English", async () => {
    const { code, name_th, name_en } = await authorityOf("subdistrict_organization");
    for (const q of [`อบต.${name_th}`, `อบต ${name_th}`, `องค์การบริหารส่วนตำบล${name_th}`, `${name_en} TAO`]) {
      const { items } = await places(q, "&level=local_authority");
      // others may be called the same; all of them stand before what is only like it
      const same = items.filter(
        (item) => item.name_th === name_th && item.kind === "subdistrict_organization",
      );
      expect(items.slice(0, same.length)).toEqual(same);
      expect(same.map((item) => item.code)).toContain(code);
    }
    const pao = (await places("อบจ.เชียงใหม่")).items;
    expect(pao.map((item) => [item.kind, item.name_th])).toEqual([["provincial_organization", "เชียงใหม่"]]);
    expect(pao[0]?.ancestors.map((area) => area.code)).toEqual(["50"]);
  });

  it("takes codes of any place", async () => {
    const { code } = await authorityOf("subdistrict_organization");
    expect((await places(code)).items[0]?.code).toBe(code);
    expect((await places("๕๐")).items[0]?.code).toBe("50");
    expect((await places("TH 50 07", "&level=district")).items.map((item) => item.code)).toEqual(["5007"]);
  });

  it("says how many there are, and pages through them once", async () => {
    const all = (await places("บาง")).items.map((item) => item.code);
    const first = placeList.parse(await api.get(`/places?q=${asked("บาง")}&limit=20`));
    const second = placeList.parse(
      await api.get(`/places?q=${asked("บาง")}&limit=20&cursor=${first.next_cursor}`),
    );
    expect(first.total).toBeGreaterThan(40);
    expect([...first.items, ...second.items].map((item) => item.code)).toEqual(all.slice(0, 40));
  });

  it("refuses an unknown level and an unknown field by name", async () => {
    for (const [more, field] of [
      ["level=village", "level"],
      ["kind=council", "kind"],
    ]) {
      const { status, body } = await api.problem(`/places?${more}`);
      expect([status, body.errors[0].field]).toEqual([400, field]);
    }
  });
});

describe("suggestions", () => {
  it.each([
    ["เชียงไหม่", "เชียงใหม่"],
    ["สุเทบ", "สุเทพ"],
    ["ต.สุเทบ", "สุเทพ"],
    ["สุเทบ เชียงใหม่", "สุเทพ"],
    ["sutep", "สุเทพ"],
    ["ภูเก็จ", "ภูเก็ต"],
    ["petchabun", "เพชรบูรณ์"],
    ["nakorn ratchasima", "นครราชสีมา"],
  ])("%s may have meant %s", async (q, name) => {
    const { items, total, suggestions } = await places(q);
    expect([items, total]).toEqual([[], 0]);
    expect(suggestions[0]?.name_th).toBe(name);
    expect(suggestions.length).toBeLessThanOrEqual(5);
  });

  it("stand in areas and local authorities too, of their own kind", async () => {
    const areas = areaList.parse(await api.get(`/areas?q=${asked("เชียงไหม่")}`));
    expect(areas.suggestions[0]?.code).toBe("50");
    const found = await authorities("เชียงไหม่");
    expect(found.items).toEqual([]);
    expect(found.suggestions[0]?.name_th).toBe("เชียงใหม่");
    const province = areaList.parse(await api.get(`/areas?q=${asked("เชียงไหม่")}&level=district`));
    expect(province.suggestions.map((area) => area.level)).not.toContain("province");
  });

  it("are none where something is found, nothing is near, or nothing is asked", async () => {
    expect((await places("เชียงใหม่")).suggestions).toEqual([]);
    expect(await places("ฬฬฬฬฬฬฬฬ")).toMatchObject({ items: [], suggestions: [] });
    expect((await places("x".repeat(200))).suggestions).toEqual([]);
    expect(placeList.parse(await api.get("/places?level=region")).suggestions).toEqual([]);
  });

  it("never fold tone marks away where something matches with them", async () => {
    for (const item of (await places("ข้าว")).items) expect(item.name_th).toContain("ข้าว");
  });
});

describe("GET /api/local-authorities?q=", () => {
  it("puts the exact name first", async () => {
    const { name_th } = await authorityOf("town_municipality");
    const { items } = await authorities(`เทศบาลเมือง${name_th}`);
    expect(items[0]).toMatchObject({ kind: "town_municipality", name_th });
    const plain = (await authorities(name_th)).items.map((item) => item.name_th);
    expect(plain.lastIndexOf(name_th)).toBe(plain.filter((name) => name === name_th).length - 1);
  });
});

describe("the same text in every channel", () => {
  it("names the same areas and authorities in lists and exports", async () => {
    for (const q of ["กทม", "เมืองโคราช", "ลํา​ปาง", "TH50"]) {
      const list = await api.get(`/areas?q=${asked(q)}&level=district&limit=500`);
      const file = (await api.fetch(`/export/areas.geojson?level=district&q=${asked(q)}`)).json();
      expect(file.features.map((one: { id: string }) => one.id).toSorted()).toEqual(
        list.items.map((one: { code: string }) => one.code).toSorted(),
      );
    }
    const { name_th } = await authorityOf("subdistrict_organization");
    const list = await authorities(`อบต.${name_th}`);
    const file = (
      await api.fetch(`/export/areas.geojson?level=local_authority&q=${asked(`อบต.${name_th}`)}`)
    ).json();
    expect(file.features).toHaveLength(list.total);
  });

  it("finds organizations however their name is typed, those that begin with it first", async () => {
    const [{ name_th }] = (await query(
      ownerUrl(),
      "select name_th from organization where name_th like '%น้ำ%' and ended_on is null order by id limit 1",
    )) as [{ name_th: string }];
    const list = async (q: string) => listed(await api.get(`/organizations?q=${asked(q)}&limit=500`));
    const expected = await list(name_th);
    expect(expected.items[0]?.name_th).toBe(name_th);
    for (const typed of [
      name_th.replace("น้ำ", "นำ้"),
      name_th.replace("น้ำ", "นํ้า"),
      name_th.replace("น้ำ", "น​้ำ"),
      name_th.replaceAll(/(?=.)/gu, "­"),
    ]) {
      expect(await list(typed)).toEqual(expected);
    }
    const { items } = await list("บาง");
    const inside = items.findIndex((item) => !item.name_th.startsWith("บาง"));
    expect(items.findLastIndex((item) => item.name_th.startsWith("บาง"))).toBeLessThan(
      inside < 0 ? items.length : inside,
    );
  });

  it("knows what people call places in names of records too", async () => {
    const official = await api.get(`/organizations?q=${asked("กรุงเทพมหานคร")}&limit=1`);
    expect((await api.get(`/organizations?q=${asked("กทม.")}&limit=1`)).total).toBeGreaterThanOrEqual(
      official.total,
    );
    const [{ pattern }] = (await query(ownerUrl(), "select api.key_patterns('กลุ่มโคราช') as pattern")) as [
      { pattern: string[] },
    ];
    expect(pattern.toSorted()).toEqual(["%กลุ่มนครราชสีมา%", "%กลุ่มโคราช%"]);
  });
});

describe("what search reads", () => {
  it("follows regions and local authorities as they change", async () => {
    await withRollback(async (client) => {
      const first = async (q: string) =>
        (
          await client.query("select code from api.find_places($1, '{region,local_authority}', null, 1, 0)", [
            q,
          ])
        ).rows[0]?.code;
      const { code } = await authorityOf("town_municipality");
      await client.query("update local_authority set name_th = 'ทดสอบชื่อใหม่' where 'L' || code = $1", [code]);
      expect(await first("เทศบาลเมืองทดสอบชื่อใหม่")).toBe(code);
      await client.query("update region set name_th = 'เหนือสุด' where code = 'R1'");
      expect(await first("ภาคเหนือสุด")).toBe("R1");
    });
  });
});

describe("GET /api/places/nicknames", () => {
  it("stands for official names only, each name once", async () => {
    const { items } = nicknameList.parse(await api.get("/places/nicknames"));
    const rows = await query(
      ownerUrl(),
      "select name from place_nickname where stands_for not in (select name_th from area union select name_th from region)",
    );
    expect(items.length).toBeGreaterThan(30);
    expect(rows).toEqual([]);
    const unsaid = await query(ownerUrl(), "select name from place_nickname where reason = ''");
    expect(unsaid).toEqual([]);
  });

  it("says of a name that official places have that it is taken alone", async () => {
    const rows = await query(
      ownerUrl(),
      `select distinct name from place_nickname join place_search on strpos(own_th, key) > 0 and own_th <> stands_for_key
       where use = 'anywhere' and length(key) < 5 order by 1`,
    );
    // ตำบลโคราช is small, and everybody means the province
    expect(rows.map((row) => row.name).filter((name) => name !== "โคราช")).toEqual([]);
  });
});
