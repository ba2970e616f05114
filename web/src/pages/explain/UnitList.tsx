// The units of one state, grouped by the reason they are there for, to search and to take out as they stand.
import type { CoverageState } from "@phuenthi/server/contract/coverage";
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useMemo, useState } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { useNicknames } from "../../data/use-nicknames.ts";
import { groupByReason } from "../../lib/explanation.ts";
import { findUnits } from "../../lib/find-units.ts";
import type { NamedUnit } from "../../lib/left-out-names.ts";
import { numberText } from "../../lib/number-text.ts";
import { placeName } from "../../lib/place-name.ts";
import { stateId } from "../../lib/states.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useDownload } from "../../words/use-download.tsx";
import { shownParts, usePartTexts, weightOf } from "../../words/use-part-texts.ts";
import { useAmountWords } from "../../words/use-value-text.ts";
import styles from "./UnitList.module.css";

const STEP = 60;
/** Below this a list is read quicker than searched. */
const SEARCHED_FROM = 12;

export function UnitList({
  state,
  units,
  weight,
  whole,
  indicator,
  csv,
  linkTo,
}: {
  state: CoverageState;
  units: readonly NamedUnit[];
  /** what they make in the figure, as it is shown: less than there are where some lie here in part */
  weight: number;
  /** of all lists */
  whole: number;
  indicator: IndicatorDeclaration;
  /** address of the list as CSV */
  csv: string;
  linkTo: (code: string) => string;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const partTexts = usePartTexts();
  const [typed, setTyped] = useState("");
  const nicknames = useNicknames(typed !== "");
  const found = useMemo(() => findUnits(units, typed, nicknames), [units, typed, nicknames]);
  const title = t({ id: stateId(indicator, state) });
  const file = useDownload(csv);
  const groups = groupByReason(found);
  const weights = shownParts(
    groups.map(({ areas }) => weightOf(areas)),
    whole,
    found.length === units.length ? weight : undefined,
  );
  return (
    <details className={styles.list} data-state={state} open={units.length <= SEARCHED_FROM}>
      <summary>
        <span>{title}</span>
        <span className="tabular">{partTexts.list(units.length, weight, whole)}</span>
      </summary>
      <div className={styles.tools}>
        {units.length > SEARCHED_FROM && (
          <input
            type="search"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder={t({ id: "explain.search" })}
            aria-label={`${t({ id: "explain.search" })}: ${title}`}
          />
        )}
        <a {...file.link}>
          <Icon name="download" size={16} /> CSV<span className="visually-hidden">: {title}</span>
        </a>
        {file.note}
      </div>
      {found.length === 0 && <p>{t({ id: "explain.none" })}</p>}
      {groups.map((group, at) => (
        <Group
          key={group.reason}
          title={group.text[language]}
          units={group.areas}
          weight={weights[at] ?? group.areas.length}
          whole={whole}
          indicator={indicator}
          linkTo={linkTo}
        />
      ))}
    </details>
  );
}

function Group({
  title,
  units,
  weight,
  whole,
  indicator,
  linkTo,
}: {
  title: string;
  units: readonly NamedUnit[];
  weight: number;
  whole: number;
  indicator: IndicatorDeclaration;
  linkTo: (code: string) => string;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const partTexts = usePartTexts();
  const [shown, setShown] = useState(STEP);
  const part = (unit: NamedUnit) => {
    const text = partTexts.unit(unit, indicator.counted_by);
    return text && <small> · {text}</small>;
  };
  const amountWords = useAmountWords();
  const amount = (unit: NamedUnit) =>
    indicator.kind === "coverage" || (unit.value === null && unit.withheld_below === null)
      ? ""
      : ` ${amountWords(unit.value, unit.withheld_below)}`;
  return (
    <div className={styles.group}>
      <p>
        {title} <span className="tabular">({partTexts.list(units.length, weight, whole)})</span>
      </p>
      <ul>
        {units.slice(0, shown).map((unit) => (
          <li key={unit.code}>
            <a href={linkTo(unit.code)}>{placeName(unit, language)}</a>
            <span className="tabular">{amount(unit)}</span>
            {part(unit)}
          </li>
        ))}
      </ul>
      {units.length > shown && (
        <Button look="link" onClick={() => setShown(shown + STEP * 5)}>
          {t({ id: "list.more" }, { count: numberText(units.length - shown, language) })}
        </Button>
      )}
    </div>
  );
}
