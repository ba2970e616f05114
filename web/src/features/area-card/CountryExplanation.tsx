// The lists of the country, or of the one place of the filter, are long, so they are fetched only when somebody asks.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { explanationQuery } from "../../data/queries.ts";
import { countedId } from "../../lib/number-text.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useCoverage, useView } from "../../view/use-view.ts";
import { useFailure } from "../../words/use-failure.ts";
import { ExplanationLists } from "./ExplanationLists.tsx";

export function CountryExplanation() {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { indicator, fiscalYear, filter } = useView();
  const [place = "TH"] = filter.within;
  const [isWanted, setWanted] = useState(false);
  const { data, error, refetch } = useQuery({
    ...explanationQuery(indicator?.id, fiscalYear, place),
    enabled: isWanted && indicator !== undefined,
  });
  const { units } = useCoverage().data?.total ?? { units: null };
  // a place without a unit that is its own has no lists
  if (units === 0) return null;
  if (!isWanted) {
    return (
      <Button icon="info" onClick={() => setWanted(true)}>
        {t({ id: "explanation.show" }, { unit: t({ id: countedId(indicator ?? { counted_by: "tambon" }) }) })}
      </Button>
    );
  }
  if (data) return <ExplanationLists explanation={data} />;
  if (!error) return <Skeleton lines={4} label={t({ id: "state.loading" })} />;
  return <Failure title={t({ id: "coverage.failed" })} {...failure(error, refetch)} />;
}
