// Takes out as GeoJSON exactly what is filtered: the same filter text as the table and the map.
import type { CoverageLevel } from "@phuenthi/server/contract/filter";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import { useIntl } from "react-intl";
import type { TableTab } from "../../address/url-state.ts";
import { coverageQuery, healthQuery, recordsQuery } from "../../data/queries.ts";
import type { Filter } from "../../lib/filter.ts";
import { exportUrl, filterQuery, levelWithin } from "../../lib/filter-query.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Check, Select } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useLetsThrough } from "../../view/use-lets-through.ts";
import { useView } from "../../view/use-view.ts";
import { useDownload } from "../../words/use-download.tsx";
import styles from "./ExportDialog.module.css";

const KINDS = ["areas", "organizations", "plans"] as const;
type Kind = (typeof KINDS)[number];
const LEVELS: CoverageLevel[] = ["region", "province", "district", "tambon", "local_authority"];

/** @param scope words for what the filter lets through @param filter may be narrower than the page's own: one area */
export default function ExportDialog({
  filter,
  scope,
  initial,
  onClose,
}: {
  filter: Filter;
  scope: (what: Kind) => ReactNode;
  initial: TableTab;
  onClose: () => void;
}) {
  const { formatMessage: t } = useIntl();
  const { indicator, fiscalYear, level: shownLevel, language } = useView();
  const group = useId();
  const { data: health } = useQuery(healthQuery);
  // a list whose licence does not allow it is not offered: the server would refuse it
  const isClosed = (health?.not_redistributed.length ?? 0) > 0;
  const levels = LEVELS.filter((one) => one !== "local_authority" || !isClosed);
  const [what, setWhat] = useState<Kind>(initial === "gaps" ? "areas" : initial);
  const [chosen, setLevel] = useState<CoverageLevel>(
    levelWithin(shownLevel, filter.within, LEVELS) ?? shownLevel,
  );
  const [withCoverage, setWithCoverage] = useState(true);
  const level = levels.includes(chosen) ? chosen : "tambon";
  const count = useCount(what, level, filter);
  const url = exportUrl(
    { what, level, indicator: withCoverage && indicator ? indicator.id : null },
    filter,
    fiscalYear,
  );
  const file = useDownload(url);
  return (
    <Dialog
      title={t({ id: "export.title" })}
      intro={t({ id: "export.intro" })}
      close={t({ id: "export.close" })}
      onClose={onClose}
    >
      <div className={styles.form}>
        <fieldset>
          <legend>{t({ id: "export.what" })}</legend>
          {KINDS.map((kind) => (
            <label key={kind} className={styles.choice}>
              <input type="radio" name={group} checked={what === kind} onChange={() => setWhat(kind)} />
              {t({ id: `table.${kind}` })}
            </label>
          ))}
        </fieldset>
        {what === "areas" && (
          <Select
            label={t({ id: "layers.level" })}
            value={level}
            options={levels.map((one) => ({ value: one, text: t({ id: `level.${one}` }) }))}
            onChange={setLevel}
          />
        )}
        {what === "areas" && isClosed && <p className="fine">{t({ id: "export.authorities.closed" })}</p>}
        {indicator && (
          <Check checked={withCoverage} onChange={setWithCoverage}>
            {t(
              { id: "export.coverage" },
              { indicator: indicator.short_title[language], year: fiscalYearText(fiscalYear, language) },
            )}
          </Check>
        )}
        <div className={styles.scope}>
          <p>{t({ id: "export.scope" }, { year: fiscalYearText(fiscalYear, language) })}</p>
          {scope(what)}
        </div>
        <p role="status" className={styles.count}>
          {count === null ? t({ id: "state.loading" }) : t({ id: `export.count.${what}` }, { count })}
        </p>
        <a className={styles.download} {...file.link}>
          <Icon name="download" size={18} />
          {t({ id: "export.download" })}
        </a>
        {file.note}
      </div>
    </Dialog>
  );
}

/** How many features the file will hold; null while that is being counted. */
function useCount(what: Kind, level: CoverageLevel, filter: Filter): number | null {
  const { indicator, fiscalYear } = useView();
  const text = (collection: Kind) => filterQuery(collection, filter, fiscalYear).toString();
  const areas = useQuery({
    ...coverageQuery(indicator?.id, fiscalYear, level, []),
    enabled: what === "areas" && indicator !== undefined,
    placeholderData: undefined,
  });
  const organizations = useInfiniteQuery({
    ...recordsQuery("organization", text("organizations"), "name", 1),
    enabled: what === "organizations",
    placeholderData: undefined,
  });
  const plans = useInfiniteQuery({
    ...recordsQuery("plan", text("plans"), "title", 1),
    enabled: what === "plans",
    placeholderData: undefined,
  });
  const letsThrough = useLetsThrough(level, filter.within);
  if (what === "areas") return (letsThrough && areas.data?.codes.filter(letsThrough).length) ?? null;
  return (what === "organizations" ? organizations : plans).data?.pages[0]?.total ?? null;
}
