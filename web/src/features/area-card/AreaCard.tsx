import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { areaQuery, explanationQuery } from "../../data/queries.ts";
import { fullName, levelOfCode, pathText } from "../../lib/area-name.ts";
import { localAuthorityName } from "../../lib/local-authority-name.ts";
import { landText, numberText } from "../../lib/number-text.ts";
import { CardFrame } from "../../ui/CardFrame.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Figure } from "../../ui/Figure.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useView } from "../../view/use-view.ts";
import { useElsewhere } from "../../words/use-elsewhere.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useFigureTexts } from "../../words/use-figure-texts.tsx";
import { AreaRecords } from "./AreaRecords.tsx";
import { AreaState } from "./AreaState.tsx";
import { CardFigure } from "./CardFigure.tsx";
import { ExplanationLists } from "./ExplanationLists.tsx";
import { NotHere } from "./NotHere.tsx";
import { PlaceLinks } from "./PlaceLinks.tsx";

export function AreaCard({
  code,
  actions,
  similar,
}: {
  code: string;
  actions: ReactNode;
  /** where a tambon may learn from */
  similar: ReactNode;
}) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { language, indicator, fiscalYear } = useView();
  const area = useQuery(areaQuery(code));
  const explanation = useQuery(explanationQuery(indicator?.id, fiscalYear, code));
  const figureTexts = useFigureTexts();
  const elsewhere = useElsewhere(indicator, code, fiscalYear, explanation.data?.total.units);

  if (area.error && !area.data) {
    return <Failure title={t({ id: "area.failed" })} {...failure(area.error, area.refetch)} />;
  }
  if (!area.data) return <Skeleton lines={8} label={t({ id: "state.loading" })} />;
  const { ancestors, counts, area_m2, local_authorities } = area.data;
  const isTambon = levelOfCode(code) === "tambon";
  const parts = [t({ id: "area.tambons" }, { count: counts.tambon })];
  if (ancestors.length === 0) parts.unshift(t({ id: "area.districts" }, { count: counts.district }));

  const authorities = local_authorities.map((authority) =>
    t(
      { id: `area.authority.${authority.share === null ? authority.extent : "share"}` },
      {
        name: localAuthorityName(authority, language),
        share: numberText(Math.round((authority.share ?? 0) * 100), language),
        sample: authority.sample ? t({ id: "area.authority.sample" }) : "",
      },
    ),
  );

  // in figures by authority the tambon is weighed all the same
  const isWeighed = local_authorities.some(({ extent, share }) => extent === "part" && share === null);

  return (
    <CardFrame
      data-area={code}
      title={fullName(area.data, language)}
      under={ancestors.length > 0 ? pathText(ancestors, language) : t({ id: "country.name" })}
    >
      {explanation.error && !explanation.data ? (
        <Failure title={t({ id: "coverage.failed" })} {...failure(explanation.error, explanation.refetch)} />
      ) : explanation.data && indicator ? (
        <CardFigure indicator={indicator} fiscalYear={fiscalYear}>
          {elsewhere && <NotHere {...elsewhere} />}
          {isTambon && !elsewhere && <AreaState explanation={explanation.data} indicator={indicator} />}
          {!elsewhere && (!isTambon || indicator.kind === "sum") && (
            <Figure {...figureTexts(indicator, explanation.data.total, explanation.data)} />
          )}
        </CardFigure>
      ) : (
        <Skeleton lines={4} label={t({ id: "state.loading" })} />
      )}

      {actions}
      <PlaceLinks code={code} />

      <Facts
        facts={[
          [t({ id: "area.size" }), landText(area_m2, language)],
          isTambon
            ? [t({ id: "area.authorities" }), authorities.join(" · ") || t({ id: "area.authorities.none" })]
            : [t({ id: "area.parts" }), parts.join(" · ")],
          [t({ id: "area.code" }), code],
        ]}
      />
      {isWeighed && <p className="muted">{t({ id: "area.authority.pieces" })}</p>}

      {similar}
      {!isTambon && explanation.data && !elsewhere && <ExplanationLists explanation={explanation.data} />}
      <AreaRecords code={code} covering={area.data.covering_organizations} />
    </CardFrame>
  );
}
