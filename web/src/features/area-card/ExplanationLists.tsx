// Every tambon behind a figure in exactly one of four lists, under the reason it is there for.
import { coverageState } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { groupByReason } from "../../lib/explanation.ts";
import type { NamedExplanation, NamedUnit } from "../../lib/left-out-names.ts";
import { countedId, numberText } from "../../lib/number-text.ts";
import { placeName } from "../../lib/place-name.ts";
import { stateId } from "../../lib/states.ts";
import { Button } from "../../ui/Button.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useView } from "../../view/use-view.ts";
import { shownParts, usePartTexts } from "../../words/use-part-texts.ts";
import styles from "./ExplanationLists.module.css";

const STEP = 20;

export function ExplanationLists({ explanation }: { explanation: NamedExplanation }) {
  const { formatMessage: t } = useIntl();
  const { indicators } = useView();
  const indicator = indicators.find(({ id }) => id === explanation.indicator);
  const unit = t({ id: countedId(indicator ?? { counted_by: "tambon" }) });
  const language = useLanguage();
  const partTexts = usePartTexts();
  const states = coverageState.options.filter((state) => explanation[state].length > 0);
  const weights = shownParts(
    states.map((state) => explanation.total[state]),
    explanation.total.units,
  );
  // of a place without a unit that is its own, the figure says so
  if (states.length === 0) return null;
  return (
    <section className={styles.lists}>
      <h3>{t({ id: "explanation.title" }, { unit })}</h3>
      {states.map((state, at) => (
        <details key={state} data-state={state}>
          <summary>
            <span>{indicator && t({ id: stateId(indicator, state) })}</span>
            <span className="tabular">
              {partTexts.list(
                explanation[state].length,
                weights[at] ?? explanation[state].length,
                explanation.total.units,
              )}
            </span>
          </summary>
          {groupByReason(explanation[state]).map((group) => (
            <ReasonGroup
              key={group.reason}
              title={group.text[language]}
              areas={group.areas}
              countedBy={indicator?.counted_by ?? "tambon"}
            />
          ))}
        </details>
      ))}
    </section>
  );
}

function ReasonGroup({
  title,
  areas,
  countedBy,
}: {
  title: string;
  areas: NamedUnit[];
  countedBy: IndicatorDeclaration["counted_by"];
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const partTexts = usePartTexts();
  const part = (area: NamedUnit) => {
    const text = partTexts.unit(area, countedBy);
    return text && <small> · {text}</small>;
  };
  const goTo = useGoTo();
  const [shown, setShown] = useState(STEP);
  return (
    <div className={styles.group}>
      <p>
        {title} <span className="tabular">({numberText(areas.length, language)})</span>
      </p>
      <ul>
        {areas.slice(0, shown).map((area) => (
          <li key={area.code}>
            <button type="button" onClick={() => goTo.area(area.code)}>
              {placeName(area, language)}
            </button>
            {part(area)}
          </li>
        ))}
      </ul>
      {areas.length > shown && (
        <Button look="link" onClick={() => setShown(shown + STEP * 5)}>
          {t({ id: "list.more" }, { count: numberText(areas.length - shown, language) })}
        </Button>
      )}
    </div>
  );
}
