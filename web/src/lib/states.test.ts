import { coverageState } from "@phuenthi/server/contract/coverage";
import { describe, expect, it } from "vitest";
import en from "../i18n/en.json";
import th from "../i18n/th.json";
import { stateId, statesOf } from "./states.ts";

const counted_by = "tambon" as const;
const plans = { counted_by, kind: "coverage" as const, dataset: "plan" as const };
const housing = { counted_by, kind: "sum" as const, dataset: "housing" as const };
const population = { counted_by, kind: "sum" as const, dataset: null };
const kpi = { counted_by: "country" as const, kind: "rate" as const, dataset: null };

describe("states", () => {
  it("meet a criterion only where there is one", () => {
    const words = (of: Parameters<typeof stateId>[0], text: Record<string, string>) =>
      text[stateId(of, "counted")];
    expect([plans, housing, population, kpi].map((one) => words(one, th))).toEqual([
      "เข้าเกณฑ์แล้ว",
      "มีผลแล้ว",
      "มีข้อมูลแล้ว",
      "รายงานแล้ว",
    ]);
    expect([plans, housing, population, kpi].map((one) => words(one, en))).toEqual([
      "Meets the criterion",
      "Has a result",
      "Has data",
      "Reported",
    ]);
  });
  it("have words each, in both languages", () => {
    for (const indicator of [plans, housing, population, kpi]) {
      for (const state of coverageState.options) {
        expect(Object.keys(th)).toContain(stateId(indicator, state));
        expect(Object.keys(en)).toContain(stateId(indicator, state));
      }
    }
  });
  it("are listed only where they can be, each with words of its own", () => {
    expect(statesOf(kpi)).toEqual(["counted", "unknown"]);
    for (const indicator of [plans, housing, population, kpi]) {
      const words = statesOf(indicator).map(
        (state) => (th as Record<string, string>)[stateId(indicator, state)],
      );
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
