// Why an indicator has no gaps to rank, and where to go on: its nature, and no failure.

import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { page as targetPage } from "../../pages/target/target.page.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/States.tsx";

export function NoGaps({ indicator, level }: { indicator: IndicatorDeclaration; level: CoverageLevel }) {
  const { formatMessage: t } = useIntl();
  const reason = (() => {
    if (indicator.kind === "rate") return "rate";
    if (!indicator.levels.includes(level)) return "level";
    return indicator.target ? "shares" : "sum";
  })();
  return (
    <>
      <Empty>{t({ id: `gaps.none.${reason}` }, { level: t({ id: `level.${level}` }) })}</Empty>
      {reason === "shares" && (
        <ButtonLink icon="chevron" href={pageLink(targetPage, { indicator: indicator.id })}>
          {t({ id: "gaps.none.target" })}
        </ButtonLink>
      )}
    </>
  );
}
