// Of a tambon: whether it counts, and why.
import type { CoverageExplanation } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { register } from "../../lib/kinds.ts";
import { langOf } from "../../lib/lang-of.ts";
import { stateId } from "../../lib/states.ts";
import { InlineButton } from "../../ui/Button.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useShortfallTexts } from "../../words/use-shortfall-texts.ts";
import styles from "./AreaState.module.css";

/** Records named beside a reason; the page of the figure has them all. */
const NAMED = 3;

/** Whether a tambon counts, the reason, and the records that the reason is about. */
export function AreaState({
  explanation,
  indicator,
}: {
  explanation: CoverageExplanation;
  indicator: IndicatorDeclaration;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const goTo = useGoTo();
  const shortfall = useShortfallTexts();
  const { state } = explanation;
  const [own] = explanation[state];
  const short = explanation.conditions
    .flatMap(({ records }) => records.filter(({ falls_short }) => falls_short))
    .slice(0, NAMED);
  return (
    <div className={styles.state} data-state={state}>
      <strong>{t({ id: stateId(indicator, state) })}</strong>
      {own && <p>{own.reason_text[language]}</p>}
      {short.map((record) => {
        const { type, id, title_th, title_en } = record;
        const title = (language === "en" && title_en) || title_th;
        const kind = register.open.find((one) => one.id === type);
        return (
          <p key={`${type} ${id} ${title_th}`}>
            {kind ? (
              <InlineButton lang={langOf(title)} onClick={() => goTo.record(kind, id)}>
                {title}
              </InlineButton>
            ) : (
              <span lang={langOf(title)}>{title}</span>
            )}
            {` · ${shortfall(record)}`}
          </p>
        );
      })}
    </div>
  );
}
