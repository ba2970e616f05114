import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { SampleNotice } from "../../features/notices/SampleNotice.tsx";
import type { Filter } from "../../lib/filter.ts";
import { actsOn } from "../../lib/filter-query.ts";
import type { Shown } from "../../view/use-shown.ts";
import { useCoverage } from "../../view/use-view.ts";
import { useAuthorityNotes } from "../../words/use-authority-notes.ts";
import { useConditions } from "../../words/use-conditions.ts";

/** The filter in words, as far as it acts on what is taken out; and what of it does not. */
export function ExportScope({ filter, of }: { filter: Filter; of: Shown }): ReactNode {
  const { formatMessage: t } = useIntl();
  const conditions = useConditions(filter);
  const notes = useAuthorityNotes(filter.within);
  const acting = conditions.filter(({ field }) => actsOn(field, of));
  const idle = conditions.filter(({ field }) => !actsOn(field, of));
  const words = (list: typeof conditions) => list.map(({ text }) => text).join(" · ");
  const figures = useCoverage().data?.sample_records;
  return (
    <>
      <strong>{acting.length > 0 ? words(acting) : t({ id: "export.everything" })}</strong>
      {idle.length > 0 && <span>{t({ id: "export.idle" }, { conditions: words(idle) })}</span>}
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
      <SampleNotice figures={figures} isOfRecords={of !== "coverage"} />
    </>
  );
}
