// The indicator on the map, as it stands for the card's place: a heading over the figure.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import styles from "./CardFigure.module.css";

export function CardFigure({
  indicator,
  fiscalYear,
  children,
}: {
  indicator: IndicatorDeclaration;
  fiscalYear: number;
  children: ReactNode;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (
    <section className={styles.figure}>
      <h3>
        {indicator.short_title[language]} ·{" "}
        {t({ id: "figure.year" }, { year: fiscalYearText(fiscalYear, language) })}
      </h3>
      {children}
    </section>
  );
}
