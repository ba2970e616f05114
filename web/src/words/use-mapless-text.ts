// Why there is no map of the indicator on the screen, in words; null where there is one.
import { useIntl } from "react-intl";
import { useView } from "../view/use-view.ts";

export function useMaplessText(): string | null {
  const { formatMessage: t } = useIntl();
  const { mapless, indicator, filter } = useView();
  if (!mapless || !indicator) return null;
  if (mapless === "above") {
    return t({ id: "mapless.above" }, { unit: t({ id: `level.${indicator.levels.at(-1) ?? "province"}` }) });
  }
  return t({ id: filter.within.length > 0 ? "mapless.country.filtered" : "mapless.country" });
}
