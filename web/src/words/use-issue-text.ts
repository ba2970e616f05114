import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { strategicIssue } from "../lib/strategic-issues.ts";

/** The issue of the strategy that the indicator's target is of, in full; null of the context. */
export function useIssueText(indicator: IndicatorDeclaration | undefined): string | null {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const issue = indicator && strategicIssue(indicator);
  return issue ? t({ id: "targets.issue" }, { number: issue.number, issue: issue.text[language] }) : null;
}
