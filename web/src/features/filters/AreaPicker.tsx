// Region → province → district → tambon, several thousand entries, type to narrow; local authorities are found by typing. A tree
// with one tab stop: arrows move and open, Space or Enter ticks; only the lines in view are in the page.
import { useQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { suggestionsQuery } from "../../data/queries.ts";
import { useNicknames } from "../../data/use-nicknames.ts";
import { type Areas, type TreeRow, treeRows } from "../../lib/area-index.ts";
import { pathText } from "../../lib/area-name.ts";
import { authorityRows, type readAuthorities } from "../../lib/authority-rows.ts";
import { covers, type Regions } from "../../lib/covers.ts";
import { numberText } from "../../lib/number-text.ts";
import { placeName } from "../../lib/place-name.ts";
import { type PlaceQuery, readPlaceQuery, withoutTones } from "../../lib/place-query.ts";
import { Icon } from "../../ui/Icon.tsx";
import { TYPING_PAUSE_MS, useSettled } from "../../ui/use-settled.ts";
import styles from "./AreaPicker.module.css";
import { AreaPickerLine, type Tick } from "./AreaPickerLine.tsx";

const ROW = 36;
const ROW_TOUCH = 44;
/** Lines that a key moves by; moveTo stops at both ends. */
const STEPS: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: -1e6,
  End: 1e6,
};

export function AreaPicker({
  areas,
  regions,
  authorities,
  chosen,
  onToggle,
}: {
  /** with the regions in it */
  areas: Areas;
  regions: Regions;
  authorities: ReturnType<typeof readAuthorities>;
  chosen: readonly string[];
  onToggle: (code: string) => void;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  // null: the first line that is what was typed
  const [active, setActive] = useState<number | null>(null);
  const nicknames = useNicknames(true);
  const query = useMemo(() => readPlaceQuery(typed, nicknames), [typed, nicknames]);
  const rows = useMemo(() => {
    const found = (asked: PlaceQuery | null) => [
      ...treeRows(areas, open, asked),
      ...authorityRows(authorities, asked, chosen),
    ];
    const exact = found(query);
    return exact.length > 0 || !query ? exact : found(withoutTones(query));
  }, [areas, authorities, open, query, chosen]);
  const matchCount = rows.filter((row) => row.isMatch).length;
  const asked = useSettled(query && matchCount === 0 ? typed.trim() : "", TYPING_PAUSE_MS);
  const meant = useQuery(suggestionsQuery(asked)).data;
  const suggestions = matchCount === 0 && asked === typed.trim() ? (meant ?? []) : [];
  const isTouch = matchMedia("(pointer: coarse)").matches;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isTouch ? ROW_TOUCH : ROW),
    overscan: 8,
  });

  const firstMatch = Math.max(
    0,
    rows.findIndex((row) => row.isMatch),
  );
  const activeIndex = Math.min(active ?? firstMatch, rows.length - 1);
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const toggleOpen = (row: TreeRow) => {
    const next = new Set(open);
    if (!next.delete(row.area.code)) next.add(row.area.code);
    setOpen(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[activeIndex];
    if (!row) return;
    if (event.key in STEPS) moveTo(activeIndex + (STEPS[event.key] ?? 0));
    else if (event.key === " " || event.key === "Enter") onToggle(row.area.code);
    else if (event.key === "ArrowRight") {
      if (row.hasChildren && !row.isOpen) toggleOpen(row);
      else moveTo(activeIndex + 1);
    } else if (event.key === "ArrowLeft") {
      const parent = rows.findLastIndex((one, i) => i < activeIndex && one.depth < row.depth);
      if (row.isOpen) toggleOpen(row);
      else if (parent >= 0) moveTo(parent);
    } else return;
    event.preventDefault();
  };

  return (
    <div className={styles.picker}>
      <div className={styles.search}>
        <Icon name="search" size={16} />
        <input
          type="text"
          inputMode="search"
          autoComplete="off"
          aria-label={t({ id: "filter.area.narrow" })}
          aria-controls={`${id}-tree`}
          placeholder={t({ id: "filter.area.narrow" })}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(null);
            scroller.current?.scrollTo({ top: 0 });
          }}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown") {
              event.preventDefault();
              scroller.current?.focus();
              moveTo(activeIndex);
            }
          }}
        />
      </div>
      {query && (
        <p className={styles.found} role="status">
          {matchCount === 0
            ? t({ id: "filter.area.none" })
            : t({ id: "filter.area.found" }, { number: numberText(matchCount, language) })}
        </p>
      )}
      {suggestions.length > 0 && (
        <div className={styles.suggestions}>
          <p id={`${id}-meant`}>{t({ id: "search.suggestions" })}</p>
          <ul aria-labelledby={`${id}-meant`}>
            {suggestions.map((item) => (
              <li key={item.code}>
                <button
                  type="button"
                  onClick={() => {
                    if (tick(item.code, chosen, regions) !== "all") onToggle(item.code);
                    // its line is in the tree then, ticked
                    setTyped(placeName(item, language));
                    setActive(null);
                    scroller.current?.focus();
                  }}
                >
                  {placeName(item, language)}
                  {item.ancestors.length > 0 && <small> {pathText(item.ancestors, language)}</small>}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div
        ref={scroller}
        id={`${id}-tree`}
        className={styles.tree}
        role="tree"
        tabIndex={0}
        aria-label={t({ id: "filter.area" })}
        aria-multiselectable="true"
        aria-activedescendant={rows[activeIndex] ? `${id}-${rows[activeIndex].area.code}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const row = rows[index] as TreeRow;
            const { code } = row.area;
            return (
              <AreaPickerLine
                key={code}
                id={`${id}-${code}`}
                row={row}
                state={tick(code, chosen, regions)}
                isActive={index === activeIndex}
                place={{ start, size }}
                onToggle={() => {
                  setActive(index);
                  onToggle(code);
                }}
                onTwist={() => {
                  setActive(index);
                  toggleOpen(row);
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Ticked itself or through a place above; "some" when only parts of it are. */
function tick(code: string, chosen: readonly string[], regions: Regions): Tick {
  if (chosen.some((one) => covers(one, code, regions))) return "all";
  return chosen.some((one) => covers(code, one, regions)) ? "some" : "none";
}
