// Indicators to choose from, under the issues of the strategy: its targets by number, what leads to a target after it.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { byStrategicIssue } from "../lib/strategic-issues.ts";

export function useIndicatorOptions(indicators: readonly IndicatorDeclaration[]) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return byStrategicIssue(indicators, (one) => one).map(({ issue, items }) => ({
    heading: issue ? `${issue.number} ${issue.text[language]}` : t({ id: "targets.context" }),
    options: items.map(({ item, toward }) => ({
      value: item.id,
      text: [item.issue ?? (toward && "–"), item.short_title[language]].filter(Boolean).join(" "),
    })),
  }));
}
