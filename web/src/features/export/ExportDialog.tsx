// Takes out as a file exactly what is filtered: the same filter text as the table and the map.
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useIntl } from "react-intl";
import type { TableTab } from "../../address/url-state.ts";
import { coverageQuery, healthQuery, recordsQuery } from "../../data/queries.ts";
import type { Filter } from "../../lib/filter.ts";
import { exportUrl, filterQuery, levelWithin } from "../../lib/filter-query.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { register } from "../../lib/kinds.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Check, Choices, Select } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useLetsThrough } from "../../view/use-lets-through.ts";
import { useView } from "../../view/use-view.ts";
import { useDownload } from "../../words/use-download.tsx";
import { useRecordTexts } from "../../words/use-record-texts.ts";
import styles from "./ExportDialog.module.css";

const FORMATS = ["geojson", "csv"] as const;
const LEVELS: CoverageLevel[] = ["region", "province", "district", "tambon", "local_authority"];

/** @param scope words for what the filter lets through @param filter may be narrower than the page's own: one area */
export default function ExportDialog({
  filter,
  scope,
  initial,
  onClose,
}: {
  filter: Filter;
  /** @param what areas, or a collection of records */
  scope: (what: string) => ReactNode;
  initial: TableTab;
  onClose: () => void;
}) {
  const { formatMessage: t } = useIntl();
  const { indicator, fiscalYear, level: shownLevel, language } = useView();
  const { data: health } = useQuery(healthQuery);
  // a list whose licence does not allow it is not offered: the server would refuse it
  const isClosed = (health?.not_redistributed.length ?? 0) > 0;
  const levels = LEVELS.filter((one) => one !== "local_authority" || !isClosed);
  const [what, setWhat] = useState(initial === "gaps" ? "areas" : initial);
  const [chosen, setLevel] = useState<CoverageLevel>(
    levelWithin(shownLevel, filter.within, LEVELS) ?? shownLevel,
  );
  const [withCoverage, setWithCoverage] = useState(true);
  const level = levels.includes(chosen) ? chosen : "tambon";
  const [format, setFormat] = useState<(typeof FORMATS)[number]>("geojson");
  const count = useCount(what, level, filter);
  const kind = register.byCollection(what);
  const takesCoverage = indicator !== undefined && (!kind || kind.liesAt !== null);
  const url = exportUrl(
    {
      what,
      format,
      language,
      level,
      indicator: withCoverage && takesCoverage ? indicator.id : null,
    },
    filter,
    fiscalYear,
  );
  const texts = useRecordTexts(kind ?? register.byId("organization"));
  const file = useDownload(url);
  return (
    <Dialog
      title={t({ id: "export.title" })}
      intro={t({ id: "export.intro" })}
      close={t({ id: "export.close" })}
      onClose={onClose}
    >
      <div className={styles.form}>
        <Select
          label={t({ id: "export.what" })}
          value={what}
          options={[
            { value: "areas", text: t({ id: "table.areas" }) },
            ...register.open.map(({ collection, many }) => ({ value: collection, text: many[language] })),
          ]}
          onChange={setWhat}
        />
        <Choices
          label={t({ id: "export.format" })}
          value={format}
          options={FORMATS.map((one) => ({ value: one, text: t({ id: `export.format.${one}` }) }))}
          onChange={setFormat}
        />
        {what === "areas" && (
          <Select
            label={t({ id: "layers.level" })}
            value={level}
            options={levels.map((one) => ({ value: one, text: t({ id: `level.${one}` }) }))}
            onChange={setLevel}
          />
        )}
        {what === "areas" && isClosed && <p className="fine">{t({ id: "export.authorities.closed" })}</p>}
        {takesCoverage && (
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
          {count === null
            ? t({ id: "state.loading" })
            : kind
              ? t({ id: "export.count" }, { kind: kind.many[language], count: texts.counted(count) })
              : t({ id: "export.count.areas" }, { count })}
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
function useCount(what: string, level: CoverageLevel, filter: Filter): number | null {
  const { indicator, fiscalYear } = useView();
  const kind = register.byCollection(what);
  const areas = useQuery({
    ...coverageQuery(indicator?.id, fiscalYear, level, []),
    enabled: !kind && indicator !== undefined,
    placeholderData: undefined,
  });
  const records = useInfiniteQuery({
    ...recordsQuery(kind?.id ?? "organization", filterQuery(what, filter, fiscalYear).toString(), null, 1),
    enabled: kind !== undefined,
    placeholderData: undefined,
  });
  const letsThrough = useLetsThrough(level, filter.within);
  if (!kind) return (letsThrough && areas.data?.codes.filter(letsThrough).length) ?? null;
  return records.data?.pages[0]?.total ?? null;
}
