// Above the ranked places: what "left" means here, how much it is, by what else it may be measured, and the file.
import type { GapsAnswer } from "@phuenthi/server/contract/gaps";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { updateUrl } from "../../address/use-url.ts";
import { onServer } from "../../lib/base.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { countedId, numberText } from "../../lib/number-text.ts";
import { targetOwner } from "../../lib/target-owner.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Choices } from "../../ui/Field.tsx";
import { useCoverage, useView } from "../../view/use-view.ts";
import { useDownload } from "../../words/use-download.tsx";
import { usePartTexts } from "../../words/use-part-texts.ts";
import styles from "./GapsIntro.module.css";

/** @param unit of what is left @param countedUnit of what is not known */
export function GapsIntro({
  answer,
  indicator,
  unit,
  countedUnit,
}: {
  answer: GapsAnswer;
  indicator: IndicatorDeclaration;
  unit: string;
  countedUnit: string;
}) {
  const { formatMessage: t } = useIntl();
  const { url, language } = useView();
  const partTexts = usePartTexts();
  const { totals, target, unplaced, level, basis } = answer;
  const number = (value: number) => numberText(value, language);
  const csv = new URLSearchParams({
    fiscal_year: String(answer.fiscal_year),
    level,
    ...(answer.within ? { within: answer.within.join(",") } : {}),
    basis,
    lang: language,
  });
  const file = useDownload(onServer(`/api/gaps/${answer.indicator}.csv?${csv}`));
  const count = t(
    { id: "gaps.count" },
    { count: number(totals.places_left), all: number(totals.places), left: number(totals.left), unit },
  );
  // of units that should be reached, those without data are part of what is left; of amounts they are beside it
  const isOfThese = indicator.kind === "coverage" && basis === "denominator";

  const notes = [
    target
      ? t(
          { id: "gaps.by.target" },
          {
            year: fiscalYearText(target.fiscal_year, language),
            version: number(target.version),
            owner: targetOwner(target.owner, target.source, language),
          },
        )
      : indicator.kind === "sum"
        ? t({ id: "gaps.by.sum" }, { need: indicator.denominator?.title[language] ?? "" })
        : t({ id: "gaps.by.coverage" }, { unit }),
  ];
  // what there is to reach is counted on record; the card divides by what was published
  const total = useCoverage().data?.total;
  const published =
    basis === "denominator" && answer.within === null && total ? partTexts.published(indicator, total) : null;
  if (published) notes.push(published);
  // the card divides by these too
  if (indicator.kind === "coverage" && basis === "denominator" && total && total.not_applicable > 0) {
    notes.push(
      t(
        { id: "gaps.outside" },
        {
          units: number(total.units),
          count: number(total.not_applicable),
          unit: t({ id: countedId(indicator, total.units) }),
        },
      ),
    );
  }
  if (level !== "local_authority") {
    const isOne = indicator.kind === "coverage" && indicator.counted_by === level;
    notes.push(t({ id: isOne ? "gaps.ties.one" : "gaps.ties" }));
  }
  if (indicator.sensitive) notes.push(t({ id: "gaps.withheld" }));
  if (unplaced.left !== null && unplaced.left > 0) {
    notes.push(
      t({ id: "gaps.unplaced" }, { count: number(unplaced.left), unit, level: t({ id: `level.${level}` }) }),
    );
  }
  return (
    <div className={styles.intro}>
      <div className={styles.words}>
        <h2>
          {t({ id: "gaps.title" })}
          <small>
            {indicator.short_title[language]} ·{" "}
            {t({ id: "figure.year" }, { year: fiscalYearText(answer.fiscal_year, language) })}
          </small>
        </h2>
        <p role="status">
          {totals.unknown > 0
            ? t(
                { id: isOfThese ? "gaps.count.of_these" : "gaps.count.without" },
                { count, unknown: number(totals.unknown), unit: countedUnit },
              )
            : count}
        </p>
        <p className="fine">{notes.join(" · ")}</p>
      </div>
      <div className={styles.tools}>
        {answer.bases.length > 1 && (
          <Choices
            label={t({ id: "gaps.basis" })}
            // taken at once, while the figures before are still on the screen
            value={url.basis && answer.bases.includes(url.basis) ? url.basis : basis}
            options={answer.bases.map((one) => ({ value: one, text: t({ id: `gaps.basis.${one}` }) }))}
            onChange={(chosen) => updateUrl({ basis: chosen })}
          />
        )}
        <ButtonLink icon="download" {...file.link}>
          {t({ id: "gaps.csv" })}
        </ButtonLink>
        {file.note}
      </div>
    </div>
  );
}
