// Every unit in the list that it is counted in; as they are shown the lists add up.
import { coverageState } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { onServer } from "../../lib/base.ts";
import type { NamedExplanation } from "../../lib/left-out-names.ts";
import { countedId } from "../../lib/number-text.ts";
import { stateId, statesOf } from "../../lib/states.ts";
import { shownParts, usePartTexts } from "../../words/use-part-texts.ts";
import styles from "./ExplainLists.module.css";
import { page as explainPage } from "./explain.page.tsx";
import { UnitList } from "./UnitList.tsx";

export function ExplainLists({
  data,
  indicator,
  place,
  year,
}: {
  data: NamedExplanation;
  indicator: IndicatorDeclaration;
  place: string;
  year: number;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const partTexts = usePartTexts();
  const { id } = indicator;
  const { total } = data;
  const number = (value: number) => partTexts.count(value, total.units);
  const states = statesOf(indicator);
  // as they are shown they add up, in the sum and over the lists
  const shown = Object.fromEntries(
    shownParts(
      states.map((state) => total[state]),
      total.units,
    ).map((part, at) => [states[at], part]),
  );
  const published = partTexts.published(indicator, total);
  const lists =
    indicator.counted_by === "country"
      ? t({ id: "explanation.title.country" })
      : t({ id: "explanation.title" }, { unit: t({ id: countedId(indicator) }) });
  const listed = coverageState.options.filter((state) => data[state].length > 0);
  // a whole unit by itself adds up to nothing else
  const isOne = listed.length === 1 && total.units === 1 && listed.every((state) => data[state].length === 1);
  if (listed.length === 0) return null;
  return (
    <section className={styles.lists} aria-label={lists}>
      <h2>{lists}</h2>
      {!isOne && (
        <p className="muted">
          {states
            .map((state) => `${t({ id: stateId(indicator, state) })} ${number(shown[state] ?? 0)}`)
            .join(" + ")}{" "}
          ={" "}
          {total.units > 0 && total.units < 1
            ? t(
                { id: "explain.part" },
                { part: number(total.units), unit: t({ id: countedId(indicator, 1) }) },
              )
            : `${number(total.units)} ${t({ id: countedId(indicator, total.units) })}`}
          {published && <> · {published}</>}
        </p>
      )}
      {listed.map((state) => (
        <UnitList
          key={state}
          state={state}
          units={data[state]}
          weight={shown[state] ?? total[state]}
          whole={total.units}
          indicator={indicator}
          csv={onServer(
            `/api/explain/${id}/${place}.csv?${new URLSearchParams({ fiscal_year: String(year), state, lang: language })}`,
          )}
          linkTo={(code) => pageLink(explainPage, { indicator: id, place: code }, { fiscal_year: year })}
        />
      ))}
    </section>
  );
}
