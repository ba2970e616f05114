import { targetDetail } from "@phuenthi/server/contract/targets";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OwnApi, startOwnApi } from "../helpers/app.ts";
import { query } from "../helpers/database.ts";
import { KEY, OWNER, type Targets, targetsOf } from "../helpers/targets.ts";

let api: OwnApi;
let targets: Targets;
beforeAll(async () => {
  api = await startOwnApi({ editKey: KEY });
  targets = targetsOf(api);
}, 60_000);
afterAll(() => api.close());

describe("GET /api/targets/:indicator", () => {
  it("answers the declared target with its denominator and owner", async () => {
    const target = await targets.inForce("organization-quality");
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
  it("answers with a version that was broken before that was refused", async () => {
    await query(
      api.ownerUrl,
      "insert into target_version (indicator_id, version, action, owner, source_id) select indicator_id, 90, 'set', 'x', source_id from target_version where indicator_id = 'leaders' and version = 1",
    );
    try {
      expect(await targets.inForce("leaders")).toMatchObject({ version: 90, values: [], places: [] });
      await api.get("/overview?fiscal_year=2021");
      await api.get("/coverage/leaders?level=region&fiscal_year=2021");
      expect(
        await targets.post("leaders/preview", {
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
});

describe("setting a target", () => {
  it("is undone by a version more, and another undo goes further back", async () => {
    const before = await targets.inForce("plans-linked");
    const set = (based_on: number, value: number) =>
      targets.save("plans-linked", { action: "set", based_on, milestones: [{ fiscal_year: 2021, value }] });
    const undo = async (based_on: number) =>
      targetDetail.parse(await targets.save("plans-linked", { action: "undo", based_on }));
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
    const before = await targets.inForce("governance-efficiency");
    const milestones = [{ fiscal_year: 2021, value: 0.9 }];
    const changed = await targets.save("governance-efficiency", {
      action: "set",
      based_on: before.version,
      milestones,
    });
    expect([before.source.id, changed.source.id]).toEqual(["strategy-2560-2564", "target-set-here"]);
    const undone = await targets.save("governance-efficiency", { action: "undo", based_on: changed.version });
    expect(undone.source.id).toBe("strategy-2560-2564");
    expect(undone.undo_takes_back).toBeNull();
    await targets.save("governance-efficiency", { action: "undo", based_on: undone.version }, 400);
  });

  it("keeps names and notes readable: invisible characters go, control characters are refused by field", async () => {
    const { version } = await targets.inForce("governance-efficiency");
    const change = { action: "set", based_on: version, milestones: [{ fiscal_year: 2021, value: 0.85 }] };
    const saved = await targets.save("governance-efficiency", {
      ...change,
      owner: "\u202eสำนัก\u200bแผน",
      note: "บรรทัดหนึ่ง\nบรรทัดสอง",
    });
    expect([saved.owner, saved.note]).toEqual(["สำนักแผน", "บรรทัดหนึ่ง\nบรรทัดสอง"]);
    for (const owner of ["\u200b", "a\u0000b", "a\ud800"]) {
      const refused = await targets.post("governance-efficiency/preview", {
        ...change,
        based_on: version + 1,
        owner,
      });
      expect([refused.statusCode, refused.json().errors?.[0]?.field]).toEqual([400, "owner"]);
    }
  });

  it("shows in what the overview says, as soon as it is heard of", async () => {
    const { version } = await targets.inForce("governance-efficiency");
    await targets.save("governance-efficiency", {
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

describe("refusals", () => {
  it("takes only a change of the version in force", async () => {
    const { version } = await targets.inForce("leaders");
    const change = { action: "set", based_on: version, milestones: [{ fiscal_year: 2021, value: 16_000 }] };
    const both = await Promise.all(
      [1, 2].map(() =>
        targets.post("leaders/versions", { owner: OWNER, ...change }, { authorization: `Bearer ${KEY}` }),
      ),
    );
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([201, 409]);
  });
  it("does not share out a share, nor undo what was declared first", async () => {
    const { version } = await targets.inForce("staff-ability");
    const share = { action: "share", based_on: version, level: "region", method: "even" };
    expect(await targets.save("staff-ability", share, 400)).toMatchObject({ code: "target-not-shareable" });
    expect(await targets.save("staff-ability", { action: "undo", based_on: 1 }, 400)).toMatchObject({
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
    const before = await targets.inForce("leaders");
    const answer = await targets.save("leaders", { based_on: before.version, ...change }, 400);
    expect(answer.code).toBe("invalid-request");
    expect((await targets.inForce("leaders")).version).toBe(before.version);
  });
  it("finds no place that is none", async () => {
    const { version: based_on } = await targets.inForce("leaders");
    const values = [{ place_code: "99", value: 15_000 }];
    const change = { action: "share", based_on, level: "province", method: "by_hand", values };
    expect(await targets.save("leaders", change, 404)).toMatchObject({
      code: "area-not-found",
      errors: [{ field: "values" }],
    });
    expect((await targets.inForce("leaders")).version).toBe(based_on);
  });
});
