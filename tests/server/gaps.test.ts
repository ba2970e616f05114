// The ranked gaps: held to the coverage answer they are made of, level by level, and to the country as a whole.
import { coverageAnswer } from "@phuenthi/server/contract/coverage";
import { type GapsAnswer, gapsAnswer } from "@phuenthi/server/contract/gaps";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../geo-data/import/csv.ts";
import { startApi, type TestApi } from "../helpers/app.ts";
import { query, withOwnDatabase } from "../helpers/database.ts";

const KEY = "a-key-for-tests-of-24-letters";
const LEVELS = ["region", "province", "district", "tambon", "local_authority"] as const;

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const gaps = async (path: string, from = api) => gapsAnswer.parse(await from.get(`/gaps/${path}`));
const coverage = async (indicator: string, fields: string) =>
  coverageAnswer.parse(await api.get(`/coverage/${indicator}?${fields}`));
const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, one) => total + (one ?? 0), 0);

/** What holds of every answer, whatever is asked. */
function expectRanked({ items, totals }: GapsAnswer): void {
  expect(items.map(({ rank }) => rank)).toEqual(items.map((_, i) => i + 1));
  let before = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const expected = item.should === null ? null : Math.max(item.should - (item.reached ?? 0), 0);
    expect(item.left === expected || Math.abs((item.left ?? 0) - (expected ?? 1)) < 1e-5, item.code).toBe(
      true,
    );
    expect(item.left ?? -1).toBeLessThanOrEqual(before);
    before = item.left ?? -1;
  }
  expect(sum(items.map(({ left }) => left))).toBeCloseTo(totals.left, 1);
  expect(totals.should - totals.reached + totals.beyond).toBeCloseTo(totals.left, 1);
  expect(totals.places).toBe(items.length);
  expect(totals.places_left).toBe(items.filter(({ left }) => (left ?? 0) > 0).length);
  if (totals.left > 0) {
    const known = items.filter(({ left }) => left !== null);
    expect(sum(known.map(({ share }) => share))).toBeCloseTo(1, 1);
    expect(known.at(-1)?.cumulative).toBe(1);
  }
}

describe("GET /api/gaps/:indicator", () => {
  it.each(
    (["plans-linked", "organization-quality"] as const).flatMap((indicator) =>
      LEVELS.map((level) => [indicator, level] as const),
    ),
  )("explains the whole gap of %s by %s", async (indicator, level) => {
    const answer = await gaps(`${indicator}?level=${level}&fiscal_year=2020`);
    expectRanked(answer);
    const { total } = await coverage(indicator, `level=${level}&fiscal_year=2020`);
    const { totals, unplaced } = answer;
    expect(totals.should + (unplaced.should ?? 0)).toBeCloseTo(total.units - total.not_applicable, 1);
    expect(totals.reached + (unplaced.reached ?? 0)).toBeCloseTo(total.value ?? 0, 1);
    expect(totals.left + (unplaced.left ?? 0)).toBeCloseTo(
      total.units - total.not_applicable - (total.value ?? 0),
      1,
    );
    expect(totals.unknown + unplaced.unknown).toBeCloseTo(total.unknown, 1);
  });

  it.each(LEVELS)("sets a sum against what is known of its need, by %s", async (level) => {
    const answer = await gaps(`housing-households?level=${level}&fiscal_year=2021`);
    expectRanked(answer);
    const shown = await coverage("housing-households", `level=${level}&fiscal_year=2021`);
    const { totals, unplaced } = answer;
    expect(totals.should + (unplaced.should ?? 0)).toBeCloseTo(shown.total.denominator ?? 0, 1);
    expect(totals.reached + (unplaced.reached ?? 0)).toBeCloseTo(shown.total.numerator ?? 0, 1);
    // no figure that the coverage answer would not show, and none of them below 5 households
    for (const item of answer.items) {
      const at = shown.codes.indexOf(item.code);
      expect([item.value, item.withheld_below]).toEqual([
        shown.values[at] ?? null,
        shown.withheld[item.code] ?? null,
      ]);
      expect(item.reached).toBe(shown.numerators[at] ?? null);
      // where all of it is withheld, nothing is divided, and the need is left as it is
      if (item.reached !== null) expect(item.should).toBe(shown.denominators[at] ?? null);
      if (level === "tambon") expect(item.value === null || item.value === 0 || item.value >= 5).toBe(true);
    }
  });

  it("puts persons before codes where as much is left, and what nobody knows last", async () => {
    const { items } = await gaps("plans-linked?level=tambon");
    const left = items.filter((item) => item.left === 1);
    expect(left.length).toBeGreaterThan(100);
    for (const [i, item] of left.entries()) {
      expect(item.persons ?? -1).toBeLessThanOrEqual(left[i - 1]?.persons ?? Number.POSITIVE_INFINITY);
      expect(item.path.map(({ code }) => code)).toEqual([item.code.slice(0, 2), item.code.slice(0, 4)]);
    }
    const provinces = await gaps("plans-linked?level=province");
    const byTambon = items.filter(({ code }) => code.startsWith("50"));
    const province = provinces.items.find(({ code }) => code === "50");
    expect(province?.persons).toBe(sum(byTambon.map(({ persons }) => persons)));
    expect([province?.left, province?.unknown]).toEqual([
      sum(byTambon.map((one) => one.left)),
      sum(byTambon.map((one) => one.unknown)),
    ]);
    const housing = await gaps("housing-households?level=tambon");
    const firstUnknown = housing.items.findIndex(({ left: l }) => l === null);
    expect(firstUnknown).toBeGreaterThan(0);
    expect(
      housing.items.slice(firstUnknown).every(({ left: l, share }) => l === null && share === null),
    ).toBe(true);
  });

  it("takes the map's filter, and never changes a figure by it", async () => {
    const whole = await gaps("plans-linked?level=district&fiscal_year=2021");
    const region = (await api.get("/places/index")).regions[0];
    const narrowed = await gaps(`plans-linked?level=district&fiscal_year=2021&within=${region.code},1004`);
    expectRanked(narrowed);
    const wanted = whole.items.filter(
      ({ code }) => region.provinces.includes(code.slice(0, 2)) || code === "1004",
    );
    const facts = (item: GapsAnswer["items"][number]) => [item.code, item.left, item.unknown, item.persons];
    expect(narrowed.items.map(facts)).toEqual(wanted.map(facts));
    expect(wanted.length).toBeGreaterThan(1);

    const authorities = await gaps("plans-linked?level=local_authority&within=50");
    expect(authorities.items.length).toBeGreaterThan(0);
    expect(new Set(authorities.items.flatMap(({ path }) => path.map(({ code }) => code)))).toEqual(
      new Set(["50"]),
    );
    expect((await gaps("plans-linked?level=region&within=R1")).items.map(({ code }) => code)).toEqual(["R1"]);
  });

  it.each([
    ["plans-linked?level=village", 400, "invalid-request", "level"],
    ["plans-linked?basis=half", 400, "invalid-request", "basis"],
    ["plans-linked?withn=50", 400, "invalid-request", "withn"],
    ["plans-linked?within=5", 400, "invalid-request", "within"],
    ["plans-linked?within=50,99", 404, "area-not-found", "within"],
    ["plans-linked?level=province&within=5001", 400, "level-above-area", "level"],
    ["plans-linked?level=province&basis=target", 400, "not-declared", "basis"],
    ["plans-linked?level=tambon&basis=target", 400, "not-declared", "basis"],
    ["cooperation-provinces?level=tambon", 400, "not-declared", "level"],
    ["staff-ability", 400, "not-declared", "level"],
    ["organization-density", 400, "not-declared", "indicator"],
    ["leaders", 400, "not-declared", "indicator"],
    ["savings-groups?level=tambon", 400, "not-declared", "indicator"],
    ["nope", 404, "indicator-not-found", "indicator"],
    ["plans-linked?fiscal_year=2030", 404, "fiscal-year-not-declared", "fiscal_year"],
  ])("refuses %s, naming the field", async (path, status, code, field) => {
    const answer = await api.problem(`/gaps/${path}`);
    expect([answer.status, answer.body.code, answer.body.errors[0].field]).toEqual([status, code, field]);
    const [name, search = ""] = path.split("?");
    expect((await api.problem(`/gaps/${name}.csv?${search}`)).body.code).toBe(code);
  });

  it("answers the whole country by tambon at once, and says when nothing has changed since", async () => {
    const own = await startApi();
    try {
      const ask = (headers = {}) => own.fetch("/gaps/councils?level=tambon", headers);
      const first = await ask();
      expect(first.json().items.length).toBeGreaterThan(7000);
      const again = await ask({ "if-none-match": String(first.headers.etag) });
      expect(again.statusCode).toBe(304);
    } finally {
      await own.close();
    }
  });
});

describe("by the target", () => {
  it("takes shares once every place has one, and says which version", async () => {
    await withOwnDatabase(async ({ apiUrl }) => {
      const own = await startApi(apiUrl, KEY);
      const share = async (indicator: string) => {
        const { version } = await own.get(`/targets/${indicator}`);
        const answer = await own.app.inject({
          method: "POST",
          url: `/api/targets/${indicator}/versions`,
          headers: { authorization: `Bearer ${KEY}` },
          payload: { action: "share", based_on: version, owner: "ทดสอบ", level: "province", method: "even" },
        });
        expect(answer.statusCode, answer.body).toBe(201);
        return answer.json();
      };
      try {
        expect((await gaps("plans-linked", own)).bases).toEqual(["denominator"]);
        const saved = await share("plans-linked");
        const byTarget = await gaps("plans-linked?fiscal_year=2019", own);
        expectRanked(byTarget);
        expect([byTarget.basis, byTarget.bases]).toEqual(["target", ["target", "denominator"]]);
        expect(byTarget.target).toMatchObject({ version: saved.version, value: 3000, fiscal_year: 2021 });
        // the shares add up to the whole, and what some reach beyond theirs helps no other
        expect(byTarget.totals.should).toBe(3000);
        const shown = await own.get("/coverage/plans-linked?level=province&fiscal_year=2019");
        for (const item of byTarget.items) {
          const at = shown.codes.indexOf(item.code);
          expect([item.should, item.reached]).toEqual([shown.targets[at], shown.values[at] ?? 0]);
        }
        expect((await gaps("plans-linked?basis=denominator", own)).target).toBeNull();
        // districts have no shares
        expect((await gaps("plans-linked?level=district", own)).bases).toEqual(["denominator"]);
        // a plain sum has a gap as soon as its target has shares
        await share("leaders");
        const leaders = await gaps("leaders", own);
        expectRanked(leaders);
        expect([leaders.bases, leaders.totals.should]).toEqual([["target"], 15_000]);
        expect((await own.problem("/gaps/leaders?basis=denominator")).body.errors[0].field).toBe("basis");
      } finally {
        await own.close();
      }
    });
  });
});

describe("GET /api/gaps/:indicator.csv", () => {
  it("holds the ranked places, for people", async () => {
    const answer = await gaps("housing-households?level=district&within=50,1004&fiscal_year=2020");
    const path = "/gaps/housing-households.csv?level=district&within=50,1004&fiscal_year=2020";
    const english = await api.fetch(`${path}&lang=en`);
    const rows = parseCsv(english.body);
    expect(rows.map((row) => [row.rank, row.code, row.left, row.share])).toEqual(
      answer.items.map((item) =>
        [item.rank, item.code, item.left, item.share].map((cell) => String(cell ?? "")),
      ),
    );
    expect(new Set(rows.map((row) => `${row.province} ${row.fiscal_year} ${row.boundary_version}`))).toEqual(
      new Set(answer.items.map(({ path: [p] }) => `${p?.name_en} 2020 ${answer.boundary_version}`)),
    );
    expect(rows[0]).toMatchObject({
      level: "district",
      level_name: "District",
      basis: "denominator",
      indicator: "housing-households",
      unit: "households",
      fiscal_year_be: "2563",
    });
    expect(["exact", "split", "unknown"]).toContain(rows[0]?.certainty);
    for (const column of ["licences", "sources", "indicator_title"])
      expect(rows[0]?.[column], column).not.toBe("");
    const thai = await api.fetch(path);
    const cells = (body: string) => parseCsv(body).map((row) => Object.values(row).length);
    expect(cells(thai.body)).toEqual(cells(english.body));
    expect([...thai.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(thai.body.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(thai.body.startsWith('\uFEFF"อันดับ","รหัส","รหัสระดับ","ระดับ"')).toBe(true);
    expect(thai.body).toContain(",2020,2563,");
    expect(thai.headers["content-type"]).toBe("text/csv; charset=utf-8");
    const disposition = String(thai.headers["content-disposition"]);
    expect(disposition).toContain(
      'filename="gaps-housing-households-district-denominator-fy2020-50-1004.csv"',
    );
    expect(decodeURIComponent(disposition.split("filename*=UTF-8''")[1] ?? "")).toMatch(
      /^ยังขาด-ครัวเรือน.*-ปีงบ-2563-เชียงใหม่-บางรัก-50-1004(-[0-9a-f]{8})?\.csv$/,
    );
  });

  it("guards a name that a spreadsheet would calculate, and hides small figures", async () => {
    await withOwnDatabase(async ({ ownerUrl, apiUrl }) => {
      await query(ownerUrl, "update area set name_th = '=1+1', name_en = '@SUM(A1)' where code = '100401'");
      await query(
        ownerUrl,
        `with one as (delete from housing_project where area_code = '100402')
         insert into housing_project (area_code, programme, name_th, fiscal_year, households_benefited, source_id)
         select '100402', 'other', 'ก', 2018, 3, id from source limit 1`,
      );
      const own = await startApi(apiUrl);
      try {
        const { body } = await own.fetch("/gaps/housing-households.csv?level=tambon&within=1004&lang=en");
        expect(body).toContain(`"'@SUM(A1)"`);
        const small = parseCsv(body).find((row) => row.code === "100402");
        expect([small?.value, small?.reached, small?.withheld_below]).toEqual(["", "", "5"]);
      } finally {
        await own.close();
      }
    });
  });
});
