// Of a single unit: each condition of the rule, and the record that meets it or that it is missing.
import type { ExplainedCondition } from "@phuenthi/server/contract/coverage";
import { type IndicatorDeclaration, stateWording } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { langOf } from "../../lib/lang-of.ts";
import { useShortfallTexts } from "../../words/use-shortfall-texts.ts";
import { recordLink } from "../record-link.ts";
import styles from "./Conditions.module.css";

export function Conditions({
  conditions,
  indicator,
  fiscalYear,
}: {
  conditions: readonly ExplainedCondition[];
  indicator: IndicatorDeclaration;
  fiscalYear: number;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const shortfall = useShortfallTexts();
  // what a report divides is no criterion
  const isReport = stateWording(indicator) === "report";
  const found = (count: number, wanted: number | null) =>
    wanted === null
      ? t({ id: "explain.found" }, { found: count })
      : t({ id: isReport ? "explain.found.of" : "explain.found.wanted" }, { found: count, wanted });
  const standing = ({ met }: ExplainedCondition) => (met === null ? "said" : met ? "met" : "missing");
  return (
    <section className={`box ${styles.box}`} aria-label={t({ id: "explain.conditions" })}>
      <h2>{t({ id: "explain.conditions" })}</h2>
      <ul className={styles.conditions}>
        {conditions.map((condition) => (
          <li key={condition.id} data-standing={standing(condition)}>
            <span className={styles.mark} aria-hidden="true">
              {{ met: "✓", missing: "–", said: "·" }[standing(condition)]}
            </span>
            <div>
              <p>
                {condition.met === false && <strong>{t({ id: "explain.missing" })} </strong>}
                {condition.text[language]}
                {condition.found !== null && (
                  <span className="tabular"> · {found(condition.found, condition.wanted)}</span>
                )}
              </p>
              {condition.records.length > 0 && (
                <ul className={styles.records}>
                  {condition.records.map((record) => {
                    const title = (language === "en" && record.title_en) || record.title_th;
                    const link = recordLink(record.type, record.id, fiscalYear);
                    return (
                      <li key={`${record.type} ${record.id} ${record.title_th}`}>
                        <span lang={langOf(title)}>{link ? <a href={link}>{title}</a> : title}</span>
                        {record.falls_short && ` · ${shortfall(record)}`}
                      </li>
                    );
                  })}
                </ul>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
