import { expect, it } from "vitest";
import { byStrategicIssue, strategicIssue } from "./strategic-issues.ts";

const declared = (issue: string | null) => ({
  issue,
  strategic_issue: issue ? { th: `ประเด็น ${issue[0]}`, en: `issue ${issue[0]}` } : null,
});

it("puts targets under the issue of the strategy that they are of, and the context under none", () => {
  const groups = byStrategicIssue(["1.1", "1.2", "2.1", null].map(declared), (one) => one);
  expect(groups.map(({ issue, items }) => [issue.number, issue.text.en, items.length])).toEqual([
    ["1", "issue 1", 2],
    ["2", "issue 2", 1],
  ]);
  expect(strategicIssue(declared(null))).toBeNull();
});
