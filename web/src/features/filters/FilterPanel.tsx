// The one filter: it narrows map, table, counts and export alike, each by what acts on it. What acts on nothing that is shown
// is not offered; the way to show it is.
import { useId, useMemo, useState } from "react";
import { useIntl } from "react-intl";
import { countConditions } from "../../address/url-state.ts";
import { clearFilter, updateFilter } from "../../address/use-url.ts";
import { useAreas, usePlaces } from "../../data/use-areas.ts";
import { underRegions } from "../../lib/area-index.ts";
import { readAuthorities } from "../../lib/authority-rows.ts";
import type { Filter } from "../../lib/filter.ts";
import { register } from "../../lib/kinds.ts";
import { toggleArea } from "../../lib/toggle.ts";
import { Button } from "../../ui/Button.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { actsOnAny, type Shown, useShown } from "../../view/use-shown.ts";
import { useView } from "../../view/use-view.ts";
import { useAuthorityNotes } from "../../words/use-authority-notes.ts";
import { useFailure } from "../../words/use-failure.ts";
import { AreaPicker } from "./AreaPicker.tsx";
import styles from "./FilterPanel.module.css";
import { RecordFilters } from "./RecordFilters.tsx";
import { useTyped } from "./use-typed.ts";

/** @param onTable shows the table of a collection, whose conditions are offered only then */
export default function FilterPanel({ onTable }: { onTable: (collection: string) => void }) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const { filter } = useView();
  const areas = useAreas(true);
  const places = usePlaces(true);
  // without regions the provinces are there all the same
  const regions = useMemo(() => places.data?.regions ?? [], [places.data]);
  const tree = useMemo(() => areas.data && underRegions(areas.data, regions), [areas.data, regions]);
  const provincesOf = useMemo(
    () => new Map(regions.map(({ code, provinces }) => [code, provinces] as const)),
    [regions],
  );
  const authorities = useMemo(
    () => (areas.data && places.data ? readAuthorities(places.data, areas.data) : []),
    [areas.data, places.data],
  );
  const notes = useAuthorityNotes(filter.within);
  const shown = useShown();
  const kinds = register.open.filter(({ tab, collection }) => tab || shown.has(collection));
  const [cleared, setCleared] = useState<Filter | null>(null);
  const isEmpty = countConditions(filter) === 0;

  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <p>{t({ id: "filter.intro" })}</p>
        {!isEmpty && (
          <Button
            look="link"
            onClick={() => {
              setCleared(filter);
              clearFilter();
            }}
          >
            {t({ id: "filter.clear" })}
          </Button>
        )}
        {isEmpty && cleared && (
          <Button
            look="link"
            icon="undo"
            onClick={() => {
              updateFilter(cleared);
              setCleared(null);
            }}
          >
            {t({ id: "filter.undo" })}
          </Button>
        )}
      </div>

      <section aria-label={t({ id: "filter.area" })}>
        <h3>{t({ id: "filter.area" })}</h3>
        <p className={`fine ${styles.hint}`}>{t({ id: "filter.area.acts" })}</p>
        {tree && !places.isPending ? (
          <AreaPicker
            areas={tree}
            regions={provincesOf}
            authorities={authorities}
            chosen={filter.within}
            onToggle={(code) =>
              updateFilter({
                within: toggleArea(
                  filter.within,
                  code,
                  (parent) => tree.children.get(parent)?.map((child) => child.code) ?? [],
                  provincesOf,
                ),
              })
            }
          />
        ) : areas.error ? (
          <Failure title={t({ id: "filter.area.failed" })} {...failure(areas.error, areas.refetch)} />
        ) : (
          <Skeleton lines={6} label={t({ id: "state.loading" })} />
        )}
        {notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
      </section>

      {actsOnAny("q", shown) && <TextFilter q={filter.q} shown={shown} />}
      {kinds.map((kind) => (
        <RecordFilters
          key={kind.id}
          kind={kind}
          isShown={shown.has(kind.collection)}
          onTable={() => onTable(kind.collection)}
        />
      ))}
    </div>
  );
}

/** Asks once the typing pauses; each pause is one step of the back button. */
function TextFilter({ q, shown }: { q: string; shown: ReadonlySet<Shown> }) {
  const { formatMessage: t } = useIntl();
  const id = useId();
  const { language } = useView();
  const kinds = register.open.filter(({ collection, title }) => title && shown.has(collection));
  const [text, setText] = useTyped(q, (typed) => updateFilter({ q: typed }));
  return (
    <section>
      <label className={styles.label} htmlFor={id}>
        {t({ id: "filter.text" })}
      </label>
      <input
        id={id}
        type="text"
        inputMode="search"
        className={styles.text}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className={`fine ${styles.hint}`}>
        {t({ id: "filter.text.looksIn" }, { kinds: kinds.map(({ many }) => many[language]).join(", ") })}
      </p>
    </section>
  );
}
