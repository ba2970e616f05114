// Why an indicator has no gaps to rank, and where to go on: its nature, and no failure.
import type { CoverageLevel } from "@phuenthi/server/contract/filter";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { targetLink } from "../../address/page-links.ts";
import { useUrl } from "../../address/use-url.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/States.tsx";

export function NoGaps({ indicator, level }: { indicator: IndicatorDeclaration; level: CoverageLevel }) {
  const { formatMessage: t } = useIntl();
  const { language } = useUrl();
  const reason = (() => {
    if (indicator.kind === "rate") return "rate";
    if (!indicator.levels.includes(level)) return "level";
    return indicator.target ? "shares" : "sum";
  })();
  return (
    <>
      <Empty>{t({ id: `gaps.none.${reason}` }, { level: t({ id: `level.${level}` }) })}</Empty>
      {reason === "shares" && (
        <ButtonLink icon="chevron" href={targetLink(indicator.id, null, language)}>
          {t({ id: "gaps.none.target" })}
        </ButtonLink>
      )}
    </>
  );
}
