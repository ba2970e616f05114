// Takes out as a file exactly what is filtered: the same filter text as the table and the map.
import type { CoverageLevel } from "@phuenthi/server/contract/vocabulary";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useIntl } from "react-intl";
import type { TableTab } from "../../address/url-state.ts";
import { catalogueQuery, coverageQuery, healthQuery, recordsQuery } from "../../data/queries.ts";
import type { Filter } from "../../lib/filter.ts";
import { exportUrl, filterQuery, levelWithin } from "../../lib/filter-query.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { register } from "../../lib/kinds.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Check, Choices, Select } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useLetsThrough } from "../../view/use-lets-through.ts";
import { useView } from "../../view/use-view.ts";
import { useDownload } from "../../words/use-download.tsx";
import { useFailure } from "../../words/use-failure.ts";
import { useRecordTexts } from "../../words/use-record-texts.ts";
import styles from "./ExportDialog.module.css";

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
  const failure = useFailure();
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
  const catalogue = useQuery(catalogueQuery);
  const formats = catalogue.data?.formats ?? [];
  const [wanted, setFormat] = useState("");
  const format = formats.find(({ id }) => id === wanted) ?? formats[0];
  const count = useCount(what, level, filter);
  const kind = register.byCollection(what);
  const takesCoverage = indicator !== undefined && (!kind || kind.liesAt !== null);
  const texts = useRecordTexts(kind ?? register.byId("organization"));
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
        {format ? (
          <div className={styles.format}>
            <Choices
              label={t({ id: "export.format" })}
              value={format.id}
              options={formats.map(({ id, title }) => ({ value: id, text: title[language] }))}
              onChange={setFormat}
            />
            <p className="fine" aria-live="polite">
              {format.description[language]}
            </p>
          </div>
        ) : catalogue.error ? (
          <Failure
            title={t({ id: "export.formats.failed" })}
            {...failure(catalogue.error, catalogue.refetch)}
          />
        ) : (
          <Skeleton lines={2} label={t({ id: "state.loading" })} />
        )}
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
        {format && (
          <Download
            title={format.title[language]}
            url={exportUrl(
              {
                what,
                format,
                language,
                level,
                indicator: withCoverage && takesCoverage ? indicator.id : null,
              },
              filter,
              fiscalYear,
            )}
          />
        )}
      </div>
    </Dialog>
  );
}

/** @param title of the format */
function Download({ title, url }: { title: string; url: string }) {
  const { formatMessage: t } = useIntl();
  const file = useDownload(url);
  return (
    <>
      <a className={styles.download} {...file.link}>
        <Icon name="download" size={18} />
        {t({ id: "export.download" }, { format: title })}
      </a>
      {file.note}
    </>
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
