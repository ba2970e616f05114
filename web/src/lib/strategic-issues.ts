// The issues of the strategy that its targets stand under: 1.1 and 1.2 under the first.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";

type Declared = Pick<IndicatorDeclaration, "issue" | "strategic_issue">;
type Issue = { number: string; text: { th: string; en: string } };

/** Null for the context, which is under none. */
export function strategicIssue({ issue, strategic_issue: text }: Declared): Issue | null {
  const [number] = issue?.split(".") ?? [];
  return number && text ? { number, text } : null;
}

/** What stands under each issue, in the order given; the context is left out. */
export function byStrategicIssue<Item>(
  items: readonly Item[],
  declared: (item: Item) => Declared,
): { issue: Issue; items: Item[] }[] {
  const groups = new Map<string, { issue: Issue; items: Item[] }>();
  for (const item of items) {
    const issue = strategicIssue(declared(item));
    if (!issue) continue;
    const group = groups.get(issue.number);
    if (group) group.items.push(item);
    else groups.set(issue.number, { issue, items: [item] });
  }
  return [...groups.values()];
}
