// The issues of the strategy that its targets stand under: 1.1 and 1.2 under the first.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";

type Declared = Pick<IndicatorDeclaration, "id" | "adds_to" | "issue" | "strategic_issue">;
type Issue = { number: string; text: { th: string; en: string } };
type Standing<Item> = {
  item: Item;
  /** of one that leads to a target and is none itself: the target's number, such as 1.2 */
  toward: string | null;
};
export type IssueGroup<Item> = { issue: Issue | null; items: Standing<Item>[] };

/** Null for the context, which is under none. */
export function strategicIssue({
  issue,
  strategic_issue: text,
}: Omit<Declared, "id" | "adds_to">): Issue | null {
  const [number] = issue?.split(".") ?? [];
  return number && text ? { number, text } : null;
}

/**
 * What stands under each issue, in the order given: after a target those that lead to it, such as households planned to
 * households benefited. The context comes last, under none.
 */
export function byStrategicIssue<Item>(
  items: readonly Item[],
  declared: (item: Item) => Declared,
): IssueGroup<Item>[] {
  const byId = new Map(items.map((item) => [declared(item).id, declared(item)]));
  const leadsTo = (one: Declared): Declared => {
    const base = byId.get(one.adds_to ?? "");
    return base && one.issue === null ? leadsTo(base) : one;
  };
  const groups = new Map<string, IssueGroup<Item>>();
  const context: IssueGroup<Item> = { issue: null, items: [] };
  for (const item of items) {
    const own = declared(item);
    if (leadsTo(own) !== own) continue;
    const issue = strategicIssue(own);
    const group = issue ? (groups.get(issue.number) ?? { issue, items: [] }) : context;
    if (issue) groups.set(issue.number, group);
    const leading = items.filter((other) => other !== item && leadsTo(declared(other)) === own);
    group.items.push({ item, toward: null }, ...leading.map((other) => ({ item: other, toward: own.issue })));
  }
  return [...groups.values(), ...(context.items.length > 0 ? [context] : [])];
}
