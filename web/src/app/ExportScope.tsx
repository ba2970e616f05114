import { useIntl } from "react-intl";
import { countConditions, type Filter } from "../lib/url-state.ts";
import { usePlaceName } from "../use-places.ts";

/** The filter in words. */
export function ExportScope({ filter }: { filter: Filter }) {
  const { formatMessage: t } = useIntl();
  const placeName = usePlaceName(filter.within.length > 0);
  if (countConditions(filter) === 0) return <strong>{t({ id: "export.everything" })}</strong>;
  const names = [
    ...filter.within.map(placeName),
    ...filter.kind.map((kind) => t({ id: `kind.${kind}` })),
    ...filter.state.map((state) => t({ id: `plan_state.${state}` })),
    ...(filter.q ? [`“${filter.q}”`] : []),
  ];
  return <strong>{names.join(" · ")}</strong>;
}
