import { expect, it } from "vitest";
import { byStrategicIssue, strategicIssue } from "./strategic-issues.ts";

const declared = (id: string, issue: string | null = null, adds_to: string | null = null) => ({
  id,
  adds_to,
  issue,
  strategic_issue: issue ? { th: `ประเด็น ${issue[0]}`, en: `issue ${issue[0]}` } : null,
});
const said = (list: ReturnType<typeof declared>[]) =>
  byStrategicIssue(list, (one) => one).map(({ issue, items }) => [
    issue?.text.en ?? null,
    ...items.map(({ item, toward }) => (toward ? `${item.id} → ${toward}` : item.id)),
  ]);

it("puts targets under the issue of the strategy that they are of, and the context under none, last", () => {
  expect(said([declared("a", "1.1"), declared("k"), declared("b", "1.2"), declared("c", "2.1")])).toEqual([
    ["issue 1", "a", "b"],
    ["issue 2", "c"],
    [null, "k"],
  ]);
  expect(strategicIssue(declared("k"))).toBeNull();
});

it("puts after a target what leads to it, step by step", () => {
  expect(
    said([
      declared("plans", "1.1"),
      declared("benefited", "1.2"),
      declared("third", "1.3"),
      declared("planned", null, "built"),
      declared("built", null, "benefited"),
      declared("more", null, "k"),
      declared("k"),
    ]),
  ).toEqual([
    ["issue 1", "plans", "benefited", "planned → 1.2", "built → 1.2", "third"],
    [null, "k", "more"],
  ]);
});
