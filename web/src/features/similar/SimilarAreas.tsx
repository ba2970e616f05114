// Tambon like this one that count already: why they are alike and what was done there. Asks only once it is open.
import { hasCounting, type IndicatorDeclaration, stateWording } from "@phuenthi/server/contract/indicators";
import type { SimilarAnswer } from "@phuenthi/server/contract/similar";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { indicatorsQuery, similarQuery } from "../../data/queries.ts";
import { isAreaCode, levelOfCode } from "../../lib/area-name.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { Empty, Failure, Skeleton } from "../../ui/States.tsx";
import { useFailure } from "../../words/use-failure.ts";
import { SimilarArea, type ToPlace } from "./SimilarArea.tsx";
import styles from "./SimilarAreas.module.css";

type Props = { indicator: string; fiscalYear: number; code: string; startsOpen?: boolean } & ToPlace;

/** Nothing for larger places, and for indicators by which no tambon counts or fails to count. */
export function SimilarAreas({ indicator, fiscalYear, code, startsOpen = false, ...toPlace }: Props) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const [isOpen, setOpen] = useState(startsOpen);
  const isTambon = isAreaCode(code) && levelOfCode(code) === "tambon";
  const declared = useQuery(indicatorsQuery).data?.find(
    (one) =>
      one.id === indicator &&
      one.levels.includes("tambon") &&
      one.fiscal_years.includes(fiscalYear) &&
      hasCounting(one),
  );
  const { data, error, refetch } = useQuery({
    ...similarQuery(indicator, fiscalYear, code),
    enabled: isTambon && declared !== undefined && isOpen,
  });
  if (!isTambon || !declared) return null;
  return (
    <details
      className={styles.similar}
      open={startsOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <h3>{t({ id: "similar.title" })}</h3>
      </summary>
      {data ? (
        <Found found={data} indicator={declared} {...toPlace} />
      ) : error ? (
        <Failure title={t({ id: "similar.failed" })} {...failure(error, refetch)} />
      ) : (
        <Skeleton lines={6} label={t({ id: "state.loading" })} />
      )}
    </details>
  );
}

function Found({
  found,
  indicator,
  ...toPlace
}: { found: SimilarAnswer; indicator: IndicatorDeclaration } & ToPlace) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const wording = stateWording(indicator);
  if (found.items.length === 0) {
    return <Empty>{t({ id: found.counts ? "similar.none.other" : "similar.none" }, { wording })}</Empty>;
  }
  return (
    <>
      <p className="fine">
        {t(
          { id: found.counts ? "similar.intro.counts" : "similar.intro" },
          {
            indicator: indicator.title[language],
            wording,
            year: fiscalYearText(found.fiscal_year, language),
          },
        )}
      </p>
      <ol className={styles.areas}>
        {found.items.map((item) => (
          <SimilarArea
            key={item.code}
            own={found.measures}
            item={item}
            fiscalYear={found.fiscal_year}
            {...toPlace}
          />
        ))}
      </ol>
      <details className={styles.method}>
        <summary>{t({ id: "similar.method" })}</summary>
        <p className="fine">{found.method[language]}</p>
      </details>
    </>
  );
}
