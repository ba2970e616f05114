// Of a place below all that an indicator measures: at which level it is measured, and the way to the figure there.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import { useIntl } from "react-intl";
import { pageLink } from "../address/page.ts";
import { isMeasuredAt, measuredAbove } from "../lib/measured-at.ts";
import { countedId } from "../lib/number-text.ts";
import { page as explainPage } from "../pages/explain/explain.page.tsx";
import { usePlaceName } from "./use-place-names.ts";

type Elsewhere = { text: string; links: { href: string; text: string }[] };

/**
 * @param units on record in the place; undefined: not known yet
 * @returns null of a place that has a figure, or may have one
 */
export function useElsewhere(
  indicator: IndicatorDeclaration | undefined,
  place: string,
  fiscalYear: number | null,
  units: number | undefined,
): Elsewhere | null {
  const { formatMessage: t } = useIntl();
  const above =
    indicator && units === 0 && !isMeasuredAt(indicator, place) ? measuredAbove(indicator, place) : null;
  const placeName = usePlaceName(above !== null);
  if (!indicator || above === null || fiscalYear === null) return null;
  return {
    text: t({ id: "targets.elsewhere" }, { by: indicator.counted_by, unit: t({ id: countedId(indicator) }) }),
    links: [
      {
        href: pageLink(explainPage, { indicator: indicator.id, place: above }, { fiscal_year: fiscalYear }),
        text: t({ id: "explain.place" }, { place: placeName(above) }),
      },
    ],
  };
}
