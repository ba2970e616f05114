import { expect, it } from "vitest";
import { groupByReason } from "./explanation.ts";

const area = (code: string, reason: string, th = reason) => ({ code, reason, reason_text: { th, en: th } });

it("groups by reason and its words, the largest group first", () => {
  const groups = groupByReason([area("1", "a"), area("2", "b"), area("3", "b"), area("4", "b", "own words")]);
  expect(groups.map((group) => group.areas.map(({ code }) => code))).toEqual([["2", "3"], ["1"], ["4"]]);
});
