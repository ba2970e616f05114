import { useIntl } from "react-intl";
import { fullName } from "../lib/area-name.ts";
import { countConditions, type Filter } from "../lib/url-state.ts";
import { useLanguage } from "../use-language.ts";
import { useAreas } from "../use-view.ts";

/** The filter in words. */
export function ExportScope({ filter }: { filter: Filter }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const areas = useAreas(filter.within.length > 0).data;
  if (countConditions(filter) === 0) return <strong>{t({ id: "export.everything" })}</strong>;
  const names = [
    ...filter.within.map((code) => {
      const area = areas?.byCode.get(code);
      return area ? fullName(area, language) : code;
    }),
    ...filter.kind.map((kind) => t({ id: `kind.${kind}` })),
    ...filter.state.map((state) => t({ id: `plan_state.${state}` })),
    ...(filter.q ? [`“${filter.q}”`] : []),
  ];
  return <strong>{names.join(" · ")}</strong>;
}
