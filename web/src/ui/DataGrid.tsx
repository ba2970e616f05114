// A long table: only the rows in view are in the page. One tab stop for the rows; arrows move, Enter chooses.
// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot leave out the rows that are out of view
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys are handled by the grid
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { langOf } from "../lib/lang-of.ts";
import styles from "./DataGrid.module.css";
import { Icon } from "./Icon.tsx";

export type Column<T> = {
  id: string;
  title: string;
  /** pixels it needs at least */
  minWidth: number;
  /** share of the room that is left */
  grow?: number;
  isNumber?: boolean;
  /** can be sorted by */
  isSortable?: boolean;
  cell: (row: T) => ReactNode;
};

export type Sort = { id: string; descending: boolean };

const ROW = 40;
const ROW_TOUCH = 48;
/** Rows before the end at which more are asked for. */
const AHEAD = 20;

export function DataGrid<T>({
  label,
  columns,
  rows,
  total,
  keyOf,
  selectedKey,
  sort,
  onSort,
  onChoose,
  onNearEnd,
}: {
  label: string;
  columns: Column<T>[];
  rows: T[];
  /** rows there are in all; more than `rows` while pages are still to come */
  total: number;
  keyOf: (row: T) => string;
  selectedKey: string | null;
  sort: Sort | null;
  onSort: (sort: Sort) => void;
  onChoose: (row: T) => void;
  onNearEnd?: () => void;
}) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const isTouch = matchMedia("(pointer: coarse)").matches;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isTouch ? ROW_TOUCH : ROW),
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && rows.length < total && last >= rows.length - AHEAD) onNearEnd?.();
  }, [last, rows.length, total, onNearEnd]);

  const activeIndex = Math.min(active, rows.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    const row = rows[activeIndex];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(rows.length - 1, activeIndex + step));
      setActive(next);
      virtual.scrollToIndex(next);
    } else if ((event.key === "Enter" || event.key === " ") && row) {
      event.preventDefault();
      onChoose(row);
    }
  };
  const template = columns.map(({ minWidth, grow = 1 }) => `minmax(${minWidth}px, ${grow}fr)`).join(" ");
  // head and rows are grids of their own: the same width keeps their columns in line
  const minWidth = columns.reduce((sum, column) => sum + column.minWidth, 0);

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.grid}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-activedescendant={rows[activeIndex] ? `${id}-${keyOf(rows[activeIndex])}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={styles.head} style={{ minWidth }}>
          <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
            {columns.map((column) => {
              const isSorted = sort?.id === column.id;
              const order = isSorted ? (sort.descending ? "descending" : "ascending") : "none";
              return (
                <div
                  key={column.id}
                  role="columnheader"
                  aria-sort={column.isSortable ? order : undefined}
                  className={column.isNumber ? styles.number : undefined}
                >
                  {column.isSortable ? (
                    <button
                      type="button"
                      onKeyDown={(event) => event.stopPropagation()}
                      onClick={() => onSort({ id: column.id, descending: isSorted && !sort.descending })}
                    >
                      {column.title}
                      {isSorted && <Icon name={sort.descending ? "down" : "up"} size={13} />}
                    </button>
                  ) : (
                    column.title
                  )}
                </div>
              );
            })}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ minWidth, height: virtual.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const row = rows[index] as T;
            const key = keyOf(row);
            return (
              <div
                key={key}
                id={`${id}-${key}`}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={key === selectedKey}
                data-active={index === activeIndex}
                className={styles.row}
                style={{ gridTemplateColumns: template, height: size, transform: `translateY(${start}px)` }}
                onClick={() => {
                  setActive(index);
                  onChoose(row);
                }}
              >
                {columns.map((column) => {
                  const shown = column.cell(row);
                  return (
                    <div
                      key={column.id}
                      role="gridcell"
                      className={column.isNumber ? styles.number : undefined}
                      lang={langOf(shown)}
                      title={typeof shown === "string" ? shown : undefined}
                    >
                      {shown}
                    </div>
                  );
                })}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
