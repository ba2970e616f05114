// The one filter: it narrows map, table, counts and export alike.
import { linkState, organizationKind } from "@phuenthi/server/contract/filter";
import { useEffect, useId, useMemo, useState } from "react";
import { useIntl } from "react-intl";
import { underRegions } from "../../lib/area-index.ts";
import { toggle, toggleArea } from "../../lib/toggle.ts";
import { countConditions, type Filter } from "../../lib/url-state.ts";
import { Button } from "../../ui/Button.tsx";
import { Check } from "../../ui/Field.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useFailure } from "../../use-failure.ts";
import { clearFilter, updateFilter } from "../../use-url.ts";
import { useAreas, usePlaces, useView } from "../../use-view.ts";
import { AreaPicker } from "./AreaPicker.tsx";
import styles from "./FilterPanel.module.css";

const TYPING_MS = 350;

export default function FilterPanel() {
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
        {tree && !places.isPending ? (
          <AreaPicker
            areas={tree}
            regions={provincesOf}
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
      </section>

      <TextFilter q={filter.q} />

      <fieldset>
        <legend>{t({ id: "filter.kind" })}</legend>
        <div className={styles.checks}>
          {organizationKind.options.map((kind) => (
            <Check
              key={kind}
              checked={filter.kind.includes(kind)}
              onChange={() => updateFilter({ kind: toggle(filter.kind, kind) })}
            >
              {t({ id: `kind.${kind}` })}
            </Check>
          ))}
        </div>
      </fieldset>

      <fieldset>
        <legend>{t({ id: "filter.state" })}</legend>
        <div className={styles.checks}>
          {linkState.options.map((state) => (
            <Check
              key={state}
              checked={filter.state.includes(state)}
              onChange={() => updateFilter({ state: toggle(filter.state, state) })}
            >
              {t({ id: `plan_state.${state}` })}
            </Check>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** Asks once the typing pauses; each pause is one step of the back button. */
function TextFilter({ q }: { q: string }) {
  const { formatMessage: t } = useIntl();
  const id = useId();
  const [text, setText] = useState(q);
  const [known, setKnown] = useState(q);
  if (q !== known) {
    // changed elsewhere: a chip removed, the back button
    setKnown(q);
    if (q !== text.trim()) setText(q);
  }
  useEffect(() => {
    if (text.trim() === q) return;
    const timer = setTimeout(() => updateFilter({ q: text.trim() }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, q]);
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
      <p className={styles.hint}>{t({ id: "filter.text.hint" })}</p>
    </section>
  );
}
