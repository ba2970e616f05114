import { describe, expect, it } from "vitest";
import type { Db } from "../../db.ts";
import { draftVersion } from "./draft-version.ts";
import type { TargetChange, TargetDetail } from "./targets.schema.ts";

/** What is refused, and what is set, is decided before the database is asked for anything. */
const unasked = new Proxy({} as Db, {
  get: (_, verb) => {
    throw new Error(`the database was asked (${String(verb)})`);
  },
});

const units = 7_436;
const current = {
  indicator: "plans-linked",
  denominator: { id: "tambon-2557", value: 7_255, title_th: "ก", title_en: "a" },
  undo_takes_back: null,
  values: [
    { place_code: "TH", fiscal_year: 2021, value: 3_000 },
    { place_code: "R1", fiscal_year: 2021, value: 3_000 },
  ],
  places: [{ code: "TH", units }],
} as unknown as TargetDetail;
const common = { owner: "a planner", based_on: 1 };
const share = { action: "share", level: "province", ...common } as const;
const counted = { kind: "coverage", counted_by: "tambon" };

const draft = (change: TargetChange, indicator = counted, of: TargetDetail = current) =>
  draftVersion(unasked, of, indicator, change);

describe("draftVersion", () => {
  it("sets the country's milestones and lets the shares of the old whole go", async () => {
    const milestones = [{ fiscal_year: 2021, value: units }];
    expect(await draft({ action: "set", milestones, note: "after the survey", ...common })).toEqual({
      head: {
        action: "set",
        method: null,
        basis: null,
        undoes_version: null,
        owner: "a planner",
        note: "after the survey",
      },
      values: [{ place_code: "TH", fiscal_year: 2021, value: units }],
    });
  });

  it("refuses more than there is to count, on record or published, whichever is more", async () => {
    const milestones = [{ fiscal_year: 2021, value: units + 1 }];
    await expect(draft({ action: "set", milestones, ...common })).rejects.toMatchObject({
      code: "invalid-request",
    });
  });

  it("takes nothing back where there is nothing", async () => {
    await expect(draft({ action: "undo", ...common })).rejects.toMatchObject({ code: "target-not-undoable" });
  });

  it.each<[string, Partial<TargetChange>, string]>([
    ["a basis without the method that has one", { method: "even", basis: "need" }, "basis"],
    ["values without the method that has them", { method: "even", values: [] }, "values"],
    ["the method in proportion without what to", { method: "proportional" }, "basis"],
  ])("refuses %s, by its field", async (_, given, field) => {
    await expect(draft({ ...share, ...given } as TargetChange)).rejects.toMatchObject({
      code: "invalid-request",
      said: { errors: [{ field }] },
    });
  });

  it("shares out neither a rate, nor what is counted of the country, nor a target that is not there", async () => {
    const even = { ...share, method: "even" } as const;
    const refused = (reason: string) => ({ code: "target-not-shareable", said: { reason } });
    await expect(draft(even, { kind: "rate", counted_by: "province" })).rejects.toMatchObject(
      refused("is-a-rate"),
    );
    await expect(draft(even, { kind: "sum", counted_by: "country" })).rejects.toMatchObject(
      refused("is-a-rate"),
    );
    await expect(draft(even, counted, { ...current, values: [] })).rejects.toMatchObject(
      refused("no-target"),
    );
  });
});
