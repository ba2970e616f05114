// The fiscal year as a slider, and playing through the years: each waits until its values are here.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useState } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { updateUrl, usePageShown } from "../../address/use-url.ts";
import { coverageQuery } from "../../data/queries.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { IconButton } from "../../ui/Button.tsx";
import { useView } from "../../view/use-view.ts";
import styles from "./YearSlider.module.css";

/** Long enough to see what changed. */
const STEP_MS = 1_200;

export function YearSlider({
  indicator,
  fiscalYear,
}: {
  indicator: IndicatorDeclaration;
  fiscalYear: number;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const { level, filter } = useView();
  const client = useQueryClient();
  const id = useId();
  const [isPlaying, setPlaying] = useState(false);
  const isShown = usePageShown();
  const years = [...indicator.fiscal_years].sort((a, b) => a - b);
  const at = years.indexOf(fiscalYear);
  const next = years[at + 1];

  useEffect(() => {
    // behind another page it waits: the link is that page's
    if (!isPlaying || !isShown) return;
    if (next === undefined) return setPlaying(false);
    let isOver = false;
    const pause = new Promise((resolve) => setTimeout(resolve, STEP_MS));
    const values = client.ensureQueryData(coverageQuery(indicator.id, next, level, filter.within));
    Promise.all([values, pause]).then(
      () => {
        if (!isOver) updateUrl({ fiscalYear: next }, "replace");
      },
      // the card says what could not be loaded
      () => setPlaying(false),
    );
    return () => {
      isOver = true;
    };
  }, [isPlaying, isShown, next, indicator.id, level, filter.within, client]);

  const choose = (year: number | undefined, how: "push" | "replace") => {
    setPlaying(false);
    if (year !== undefined) updateUrl({ fiscalYear: year }, how);
  };
  if (years.length < 2) {
    return (
      <p className={styles.only}>
        {t({ id: "layers.year" })} <strong>{fiscalYearText(fiscalYear, language)}</strong>
      </p>
    );
  }
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {t({ id: "layers.year" })}
      </label>
      <div className={styles.row}>
        <IconButton
          icon={isPlaying ? "pause" : "play"}
          label={t({ id: isPlaying ? "layers.pause" : "layers.play" })}
          onClick={() => {
            if (!isPlaying && next === undefined) updateUrl({ fiscalYear: years[0] }, "replace");
            setPlaying(!isPlaying);
          }}
        />
        <div className={styles.track}>
          <input
            id={id}
            type="range"
            min={0}
            max={years.length - 1}
            step={1}
            value={at}
            aria-valuetext={fiscalYearText(fiscalYear, language)}
            onChange={(event) => choose(years[Number(event.target.value)], "replace")}
          />
          <div className={styles.ticks}>
            {years.map((year) => (
              <button
                key={year}
                type="button"
                tabIndex={-1}
                data-now={year === fiscalYear}
                onClick={() => choose(year, "push")}
              >
                {language === "th" ? year + 543 : year}
              </button>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
