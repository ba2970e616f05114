import { targetDetail, targetPreview } from "@phuenthi/server/contract/targets";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnApi, startApi, startOwnApi } from "../helpers/app.ts";
import { query, withRollback } from "../helpers/database.ts";

const KEY = "a-key-for-tests-of-24-letters";
const OWNER = "สำนักยุทธศาสตร์ (ทดสอบ)";

let api: OwnApi;
beforeAll(async () => {
  api = await startOwnApi({ editKey: KEY });
}, 60_000);
afterAll(() => api.close());

type Body = Record<string, unknown>;
const post = (path: string, payload: Body, headers: Record<string, string> = {}) =>
  api.app.inject({ method: "POST", url: `/api/targets/${path}`, payload, headers });
const save = async (indicator: string, change: Body, status = 201) => {
  const answer = await post(
    `${indicator}/versions`,
    { owner: OWNER, ...change },
    { authorization: `Bearer ${KEY}` },
  );
  expect([answer.statusCode, status === answer.statusCode ? "" : answer.body]).toEqual([status, ""]);
  return answer.json();
};
const inForce = async (indicator: string) => targetDetail.parse(await api.get(`/targets/${indicator}`));
const sumOf = (
  target: { values: { place_code: string; fiscal_year: number; value: number }[] },
  pattern: RegExp,
  year: number,
) =>
  target.values
    .filter((one) => pattern.test(one.place_code) && one.fiscal_year === year)
    .reduce((sum, { value }) => sum + value, 0);

describe("GET /api/targets/:indicator", () => {
  it("answers the declared target with its denominator and owner", async () => {
    const target = await inForce("organization-quality");
    expect(target).toMatchObject({ action: "declared", in_force: true, denominator: { value: 7825 } });
    expect(target.values).toContainEqual({ place_code: "TH", fiscal_year: 2021, value: 6260 });
  });
  it("answers 404 for an indicator without one and for a version that never was", async () => {
    expect(await api.problem("/targets/councils")).toMatchObject({
      status: 404,
      body: { code: "target-not-found" },
    });
    expect(await api.problem("/targets/leaders?version=99")).toMatchObject({ status: 404 });
  });
});

describe("sharing out", () => {
  it.each([
    ["plans-linked", "proportional", "units"],
    ["plans-linked", "proportional", "gap"],
    ["housing-households", "proportional", "need"],
    ["leaders", "even", undefined],
    ["cooperation-provinces", "even", undefined],
  ])("adds up to the whole: %s, %s by %s", async (indicator, method, basis) => {
    const { version, values } = await inForce(indicator);
    const whole = values.find((one) => one.place_code === "TH")?.value;
    const change = { action: "share", based_on: version, owner: OWNER, level: "province", method, basis };
    const preview = targetPreview.parse((await post(`${indicator}/preview`, change)).json());
    expect(preview.total).toBe(whole);
    const saved = targetDetail.parse(await save(indicator, change));
    expect(saved.values).toEqual(expect.arrayContaining(preview.values));
    expect(saved.values).toHaveLength(preview.values.length);
    expect(sumOf(saved, /^\d\d$/, 2021)).toBe(whole);
    for (const region of saved.places.filter(({ code }) => code.startsWith("R"))) {
      expect(sumOf(saved, new RegExp(`^${region.code}$`), 2021)).toBeGreaterThan(0);
    }
    // a province may not be asked for more than there is to count in it
    if (indicator !== "housing-households" && indicator !== "leaders") {
      for (const place of saved.places) {
        const share = saved.values.find((one) => one.place_code === place.code)?.value ?? 0;
        expect(share).toBeLessThanOrEqual(place.units);
      }
    }
  });

  it("by what is left keeps what was reached, and gives most where most is left", async () => {
    const { version } = await inForce("plans-linked");
    const change = { action: "share", based_on: version, owner: OWNER, method: "proportional", basis: "gap" };
    for (const level of ["region", "province"]) {
      const { values } = targetPreview.parse(
        (await post("plans-linked/preview", { ...change, level })).json(),
      );
      const answer = await api.get(`/coverage/plans-linked?level=${level}&fiscal_year=2021`);
      const extra = (answer.codes as string[]).map((code, i) => {
        const share = values.find((one) => one.place_code === code && one.fiscal_year === 2021)?.value ?? 0;
        return { more: share - answer.values[i], left: answer.denominators[i] - answer.values[i] };
      });
      const reached = answer.values.reduce((sum: number, value: number) => sum + value, 0);
      const left = extra.reduce((sum, one) => sum + one.left, 0);
      for (const one of extra) {
        // its part of the rest, to the next whole number
        expect(Math.abs(one.more - ((3000 - reached) * one.left) / left)).toBeLessThan(1);
      }
    }
    const persons = await inForce("leaders");
    const refused = await post("leaders/preview", { ...change, level: "region", based_on: persons.version });
    expect(refused.json()).toMatchObject({
      code: "target-not-shareable",
      detail: expect.stringContaining("what is left is not known"),
      reason: "unmeasured",
      params: { place: expect.stringMatching(/^R\d+$/) },
    });
  });

  it("shows in the coverage answer of each province, and names its version", async () => {
    const target = await inForce("plans-linked");
    const answer = await api.get("/coverage/plans-linked?level=province&fiscal_year=2021");
    const shares = answer.targets.reduce((sum: number, share: number) => sum + share, 0);
    expect(shares).toBe(3000);
    expect(answer.total.target.version).toBe(target.version);
  });

  it("by hand must add up, and says by how much it does not", async () => {
    const { version, places } = await inForce("leaders");
    const provinces = places.filter(({ code }) => /^\d\d$/.test(code)).map(({ code }) => code);
    const values = provinces.map((place_code, i) => ({ place_code, value: i === 0 ? 15_000 - 100 : 1 }));
    const change = { action: "share", based_on: version, level: "province", method: "by_hand", values };
    const refused = await save("leaders", change, 400);
    expect(refused).toMatchObject({
      code: "target-shares-do-not-add-up",
      reason: "by-hand",
      params: { sum: 15_000 - 100 + provinces.length - 1, total: 15_000 },
      errors: [{ field: "values" }],
    });
    const exact = values.map((one, i) =>
      i === 0 ? { ...one, value: 15_000 - (provinces.length - 1) } : one,
    );
    const saved = targetDetail.parse(await save("leaders", { ...change, values: exact }));
    expect(sumOf(saved, /^\d\d$/, 2021)).toBe(15_000);
    expect(saved.values).toContainEqual({
      place_code: provinces[0],
      fiscal_year: 2021,
      value: exact[0]?.value,
    });
  });

  it("follows milestones year by year, and never falls", async () => {
    const { version } = await inForce("housing-households");
    const milestones = [
      { fiscal_year: 2019, value: 70_000 },
      { fiscal_year: 2021, value: 176_714 },
    ];
    const set = targetDetail.parse(
      await save("housing-households", { action: "set", based_on: version, milestones }),
    );
    const shared = targetDetail.parse(
      await save("housing-households", {
        action: "share",
        based_on: set.version,
        level: "province",
        method: "proportional",
        basis: "units",
      }),
    );
    expect([sumOf(shared, /^\d\d$/, 2019), sumOf(shared, /^\d\d$/, 2021)]).toEqual([70_000, 176_714]);
    const of = (code: string, year: number) =>
      shared.values.find((one) => one.place_code === code && one.fiscal_year === year)?.value ?? -1;
    for (const { code } of shared.places) expect(of(code, 2021)).toBeGreaterThanOrEqual(of(code, 2019));
  });

  it("is undone by a version more, and another undo goes further back", async () => {
    const before = await inForce("plans-linked");
    const set = (based_on: number, value: number) =>
      save("plans-linked", { action: "set", based_on, milestones: [{ fiscal_year: 2021, value }] });
    const undo = async (based_on: number) =>
      targetDetail.parse(await save("plans-linked", { action: "undo", based_on }));
    const first = await set(before.version, 3500);
    const second = await set(first.version, 4000);
    const once = await undo(second.version);
    expect(once).toMatchObject({
      action: "undone",
      undoes_version: second.version,
      undo_takes_back: first.version,
    });
    expect(once.values).toEqual(first.values);
    const twice = await undo(once.version);
    expect(twice).toMatchObject({ undoes_version: first.version });
    expect(twice.values).toEqual(before.values);
    expect(twice.history.map(({ version }) => version)).toEqual(
      Array.from({ length: twice.version }, (_, i) => twice.version - i),
    );
  });

  it("says whose it is: the strategy's until somebody sets another, and again when that is undone", async () => {
    const before = await inForce("governance-efficiency");
    const milestones = [{ fiscal_year: 2021, value: 0.9 }];
    const changed = await save("governance-efficiency", {
      action: "set",
      based_on: before.version,
      milestones,
    });
    expect([before.source.id, changed.source.id]).toEqual(["strategy-2560-2564", "target-set-here"]);
    const undone = await save("governance-efficiency", { action: "undo", based_on: changed.version });
    expect(undone.source.id).toBe("strategy-2560-2564");
    expect(undone.undo_takes_back).toBeNull();
    await save("governance-efficiency", { action: "undo", based_on: undone.version }, 400);
  });

  it("takes no more than there is to count, of the country or of a province", async () => {
    const { version, values } = await inForce("cooperation-provinces");
    const more = { action: "set", based_on: version, milestones: [{ fiscal_year: 2021, value: 78 }] };
    expect(await save("cooperation-provinces", more, 400)).toMatchObject({
      reason: "too-many",
      params: { most: 77 },
      errors: [{ field: "milestones", message: expect.stringContaining("77") }],
    });
    const whole = values.find(({ place_code }) => place_code === "TH")?.value ?? 0;
    const one = { action: "share", based_on: version, level: "province", method: "by_hand" };
    expect(
      await save("cooperation-provinces", { ...one, values: [{ place_code: "10", value: whole }] }, 400),
    ).toMatchObject({ errors: [{ field: "values", message: expect.stringContaining("10 has 1") }] });
  });

  it("keeps names and notes readable: invisible characters go, control characters are refused by field", async () => {
    const { version } = await inForce("governance-efficiency");
    const change = { action: "set", based_on: version, milestones: [{ fiscal_year: 2021, value: 0.85 }] };
    const saved = await save("governance-efficiency", {
      ...change,
      owner: "\u202eสำนัก\u200bแผน",
      note: "บรรทัดหนึ่ง\nบรรทัดสอง",
    });
    expect([saved.owner, saved.note]).toEqual(["สำนักแผน", "บรรทัดหนึ่ง\nบรรทัดสอง"]);
    for (const owner of ["\u200b", "a\u0000b", "a\ud800"]) {
      const refused = await post("governance-efficiency/preview", {
        ...change,
        based_on: version + 1,
        owner,
      });
      expect([refused.statusCode, refused.json().errors?.[0]?.field]).toEqual([400, "owner"]);
    }
  });
});

describe("refusals", () => {
  it("takes only a change of the version in force", async () => {
    const { version } = await inForce("leaders");
    const change = { action: "set", based_on: version, milestones: [{ fiscal_year: 2021, value: 16_000 }] };
    const both = await Promise.all(
      [1, 2].map(() =>
        post("leaders/versions", { owner: OWNER, ...change }, { authorization: `Bearer ${KEY}` }),
      ),
    );
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([201, 409]);
  });
  it("does not share out a share, nor undo what was declared first", async () => {
    const { version } = await inForce("staff-ability");
    const share = { action: "share", based_on: version, level: "region", method: "even" };
    expect(await save("staff-ability", share, 400)).toMatchObject({ code: "target-not-shareable" });
    expect(await save("staff-ability", { action: "undo", based_on: 1 }, 400)).toMatchObject({
      code: "target-not-undoable",
    });
  });
  it.each([
    [
      "a fall",
      {
        action: "set",
        milestones: [
          { fiscal_year: 2020, value: 9 },
          { fiscal_year: 2021, value: 8 },
        ],
      },
    ],
    ["a part of a person", { action: "set", milestones: [{ fiscal_year: 2021, value: 8.5 }] }],
    ["a negative target", { action: "set", milestones: [{ fiscal_year: 2021, value: -1 }] }],
    ["too much", { action: "set", milestones: [{ fiscal_year: 2021, value: 1e15 }] }],
    ["an unknown field", { action: "undo", force: true }],
    ["a basis without a proportion", { action: "share", level: "region", method: "even", basis: "need" }],
    ["values nobody asked for", { action: "share", level: "region", method: "even", values: [] }],
    ["no basis", { action: "share", level: "province", method: "proportional" }],
    [
      "a place of another level",
      {
        action: "share",
        level: "province",
        method: "by_hand",
        values: [{ place_code: "R1", value: 15_000 }],
      },
    ],
    ["NUL", { action: "undo", owner: "a\u0000b" }],
  ])("refuses %s, and nothing changes", async (_what, change) => {
    const before = await inForce("leaders");
    const answer = await save("leaders", { based_on: before.version, ...change }, 400);
    expect(answer.code).toBe("invalid-request");
    expect((await inForce("leaders")).version).toBe(before.version);
  });
  it("finds no place that is none", async () => {
    const { version: based_on } = await inForce("leaders");
    const values = [{ place_code: "99", value: 15_000 }];
    const change = { action: "share", based_on, level: "province", method: "by_hand", values };
    expect(await save("leaders", change, 404)).toMatchObject({
      code: "area-not-found",
      errors: [{ field: "values" }],
    });
    expect((await inForce("leaders")).version).toBe(based_on);
  });
  it("writes for nobody without the key, from elsewhere, or where editing is off", async () => {
    const change = { action: "undo", based_on: 1, owner: OWNER };
    const bearer = { authorization: `Bearer ${KEY}` };
    const code = async (headers: Record<string, string>) =>
      (await post("leaders/versions", change, headers)).json().code;
    expect(await code({})).toBe("edit-key-wrong");
    expect(await code({ authorization: "Bearer wrong" })).toBe("edit-key-wrong");
    expect(await code({ ...bearer, origin: "https://elsewhere.example" })).toBe("origin-refused");
    const off = await startApi();
    const answer = await off.app.inject({
      method: "POST",
      url: "/api/targets/leaders/versions",
      payload: change,
      headers: bearer,
    });
    expect([answer.statusCode, answer.json().code]).toEqual([403, "editing-is-off"]);
    await off.close();
  });
  it("makes an address wait after ten wrong keys", async () => {
    const fresh = await startApi(undefined, KEY);
    const check = (key: string) =>
      fresh.app.inject({ url: "/api/targets/edit-check", headers: { authorization: `Bearer ${key}` } });
    expect((await check(KEY)).statusCode).toBe(204);
    // a page elsewhere, or none at all, uses up nothing
    for (let i = 0; i < 12; i += 1) {
      expect((await fresh.app.inject({ url: "/api/targets/edit-check" })).statusCode).toBe(401);
      const headers = { authorization: "Bearer wrong", "sec-fetch-site": "cross-site" };
      expect((await fresh.app.inject({ url: "/api/targets/edit-check", headers })).statusCode).toBe(403);
    }
    for (let i = 0; i < 10; i += 1) expect((await check("wrong")).statusCode).toBe(401);
    expect((await check("wrong")).statusCode).toBe(429);
    expect((await check(KEY)).statusCode).toBe(204);
    await fresh.close();
  });
  it("makes whoever is behind a proxy wait too, whatever they say of where they come from", async () => {
    const fresh = await startApi(undefined, KEY, { trustProxy: 1 });
    // the proxy adds the address it was asked from to what the asker has written
    const check = (claimed: string, from: string) =>
      fresh.app.inject({
        url: "/api/targets/edit-check",
        headers: { authorization: "Bearer wrong", "x-forwarded-for": `${claimed}, ${from}` },
      });
    for (let i = 0; i < 10; i += 1) {
      expect((await check(`9.9.9.${i}`, "203.0.113.5")).statusCode).toBe(401);
    }
    expect((await check("9.9.9.99", "203.0.113.5")).statusCode).toBe(429);
    expect((await check("203.0.113.5", "203.0.113.6")).statusCode).toBe(401);
    await fresh.close();
  });
  it("makes all who guess wait when many addresses do, and nobody who knows", async () => {
    const fresh = await startApi(undefined, KEY, { trustProxy: 1 });
    const check = (key: string, from: string) =>
      fresh.app.inject({
        url: "/api/targets/edit-check",
        headers: { authorization: `Bearer ${key}`, "x-forwarded-for": from },
      });
    for (let i = 0; i < 200; i += 1)
      expect((await check("wrong", `2001:db8:0:${i}::1`)).statusCode).toBe(401);
    expect((await check("wrong", "203.0.113.7")).statusCode).toBe(429);
    expect((await check(KEY, "203.0.113.7")).statusCode).toBe(204);
    await fresh.close();
  });
});

describe("the database", () => {
  const country = { place_code: "TH", fiscal_year: 2021, value: 10 };
  const set = { action: "set", owner: OWNER };
  const shared = { action: "shared", method: "even", owner: OWNER };
  /** As the serving role, whatever its server has checked, on top of version 1 of plans-linked with 10 of the country in 2021. */
  const write = (head: unknown, values: unknown, indicator = "plans-linked") =>
    withRollback(async (client) => {
      await client.query(
        `with made as (insert into target_version (indicator_id, version, action, owner, source_id)
           select indicator_id, 90, 'set', 'x', source_id from target_version where version = 1 and indicator_id in ('plans-linked', 'governance-efficiency')
           returning id, indicator_id)
         insert into target_value (target_version_id, fiscal_year, value) select id, 2021, case indicator_id when 'plans-linked' then 10 else 0.9 end from made`,
      );
      await client.query("set local role phuenthi_api");
      const written = "select api.write_target_version($1, 90, $2, $3) as version";
      const { rows } = await client.query(written, [indicator, JSON.stringify(head), JSON.stringify(values)]);
      return rows[0].version;
    });

  it.each<[string, object, unknown, string?]>([
    ["nothing", set, []],
    ["null", set, null],
    ["no list", set, country],
    ["a place without a value", set, [{ ...country, value: null }]],
    ["a value that is no number", set, [{ ...country, value: "NaN" }]],
    ["a value without an end", set, [{ ...country, value: "Infinity" }]],
    ["less than nothing", set, [{ ...country, value: -1 }]],
    ["nothing to reach", set, [{ ...country, value: 0 }]],
    ["parts of one", set, [{ ...country, value: 1.5 }]],
    ["a target that falls", set, [country, { ...country, fiscal_year: 2020, value: 11 }]],
    ["a share above one", set, [{ ...country, value: 1.5 }], "governance-efficiency"],
    ["no year", set, [{ ...country, fiscal_year: null }]],
    ["a year of no calendar", set, [{ ...country, fiscal_year: 2_000_000_000 }]],
    ["a year twice", set, [country, country]],
    ["no action", { owner: OWNER }, [country]],
    ["what only the strategy declares", { ...set, action: "declared" }, [country]],
    ["no owner", { ...set, owner: " " }, [country]],
    ["an owner without an end", { ...set, owner: "x".repeat(201) }, [country]],
    [
      "shares of another whole",
      shared,
      [
        { ...country, value: 9 },
        { ...country, place_code: "50", value: 9 },
      ],
    ],
    ["shares that are not their whole", shared, [country, { ...country, place_code: "50", value: 9 }]],
    ["shares without their whole", shared, [{ ...country, place_code: "50" }]],
    ["a whole without shares", shared, [country]],
    ["a place that is none", shared, [country, { ...country, place_code: "R77" }]],
    ["a share of a district", shared, [country, { ...country, place_code: "5001" }]],
    [
      "shares of a rate",
      shared,
      [
        { ...country, value: 0.9 },
        { ...country, place_code: "50", value: 0.9 },
      ],
      "governance-efficiency",
    ],
    ["an undoing of what never was", { ...set, action: "undone", undoes_version: 400 }, [country]],
    ["an undoing that says something new", { ...set, action: "undone", undoes_version: 90 }, [country]],
  ])("takes no whole of %s", async (_what, head, values, indicator) => {
    await expect(write(head, values, indicator)).rejects.toMatchObject({
      code: expect.stringMatching(/^23/),
    });
  });
  it("takes a whole and shares of it, and none on top of another or of no indicator", async () => {
    expect(await write(set, [country])).toBe(91);
    expect(await write(shared, [country, { ...country, place_code: "50" }])).toBe(91);
    expect(await write(set, [country], "no-such-indicator")).toBeNull();
  });
  it("answers with a version that was broken before that was refused", async () => {
    await query(
      api.ownerUrl,
      "insert into target_version (indicator_id, version, action, owner, source_id) select indicator_id, 90, 'set', 'x', source_id from target_version where indicator_id = 'leaders' and version = 1",
    );
    try {
      expect(await inForce("leaders")).toMatchObject({ version: 90, values: [], places: [] });
      await api.get("/overview?fiscal_year=2021");
      await api.get("/coverage/leaders?level=region&fiscal_year=2021");
      expect(
        await post("leaders/preview", {
          action: "share",
          based_on: 90,
          owner: OWNER,
          level: "province",
          method: "even",
        }),
      ).toMatchObject({ statusCode: 400 });
    } finally {
      await query(api.ownerUrl, "delete from target_version where indicator_id = 'leaders' and version = 90");
    }
  });
  it.each([
    "update target_value set value = 1",
    "delete from target_version",
    "insert into target_value (target_version_id, fiscal_year, value) values (1, 2020, 1)",
  ])("lets the serving role do no: %s", async (statement) => {
    await withRollback(
      async (client) => {
        await expect(client.query(statement)).rejects.toThrow(/permission denied/);
      },
      { as: "api" },
    );
  });
});

describe("an edit of a target", () => {
  it("shows in what the overview says, as soon as it is heard of", async () => {
    const { version } = await inForce("governance-efficiency");
    await save("governance-efficiency", {
      action: "set",
      based_on: version,
      milestones: [{ fiscal_year: 2021, value: 0.9 }],
    });
    const [{ value }] = await query(
      api.ownerUrl,
      "select value::float8 as value from api.target_in_force('governance-efficiency', 'TH', 2021)",
    );
    expect(value).toBe(0.9);
    // the edit is heard by notification
    await expect
      .poll(async () => {
        const { items } = await api.get("/overview?fiscal_year=2021");
        return items.find((item: { indicator: string }) => item.indicator === "governance-efficiency").target
          .value;
      })
      .toBe(0.9);
  });
});
