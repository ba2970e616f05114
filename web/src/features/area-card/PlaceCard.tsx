// A region or a local authority: a place without a shape of its own, with its figure and the units behind it.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { explanationQuery } from "../../data/queries.ts";
import { usePlaces } from "../../data/use-areas.ts";
import { namedPlace, partsOfPlaces } from "../../lib/named-place.ts";
import { CardFrame } from "../../ui/CardFrame.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Figure } from "../../ui/Figure.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useView } from "../../view/use-view.ts";
import { useElsewhere } from "../../words/use-elsewhere.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useFigureTexts } from "../../words/use-figure-texts.tsx";
import { CardFigure } from "./CardFigure.tsx";
import { ExplanationLists } from "./ExplanationLists.tsx";
import { NotHere } from "./NotHere.tsx";
import { PlaceLinks } from "./PlaceLinks.tsx";

export function PlaceCard({ code, actions }: { code: string; actions: ReactNode }) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { language, indicator, fiscalYear } = useView();
  const places = usePlaces(true);
  const explanation = useQuery(explanationQuery(indicator?.id, fiscalYear, code));
  const figureTexts = useFigureTexts();
  const elsewhere = useElsewhere(indicator, code, fiscalYear, explanation.data?.total.units);

  if (places.error && !places.data) {
    return <Failure title={t({ id: "area.failed" })} {...failure(places.error, places.refetch)} />;
  }
  if (!places.data) return <Skeleton lines={8} label={t({ id: "state.loading" })} />;
  const place = namedPlace(places.data, code);
  const parts = partsOfPlaces(places.data).get(code) ?? [];
  const isRegion = code.startsWith("R");
  return (
    <CardFrame
      data-area={code}
      title={place?.name[language] ?? code}
      under={t({ id: isRegion ? "country.name" : "profile.level.local_authority" })}
    >
      {explanation.error && !explanation.data ? (
        <Failure title={t({ id: "coverage.failed" })} {...failure(explanation.error, explanation.refetch)} />
      ) : explanation.data && indicator ? (
        <CardFigure indicator={indicator} fiscalYear={fiscalYear}>
          {elsewhere ? (
            <NotHere {...elsewhere} />
          ) : (
            <Figure {...figureTexts(indicator, explanation.data.total, explanation.data)} />
          )}
        </CardFigure>
      ) : (
        <Skeleton lines={4} label={t({ id: "state.loading" })} />
      )}
      {actions}
      <PlaceLinks code={code} />
      {isRegion && (
        <Facts
          facts={[
            [t({ id: "area.parts" }), t({ id: "area.provinces" }, { count: parts.length })],
            [t({ id: "region.source" }), t({ id: "region.source.unofficial" })],
          ]}
        />
      )}
      {explanation.data && !elsewhere && <ExplanationLists explanation={explanation.data} />}
    </CardFrame>
  );
}
