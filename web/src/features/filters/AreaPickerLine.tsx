// One line of the tree of places: its tick, its name, and the way to what is below it.
import { useLanguage } from "../../address/use-language.ts";
import type { TreeRow } from "../../lib/area-index.ts";
import { bareName, fullName } from "../../lib/area-name.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./AreaPickerLine.module.css";

export type Tick = "all" | "some" | "none";

/** @param place of the line in the tree, in pixels @param onTwist opens or closes what is below */
export function AreaPickerLine({
  id,
  row,
  state,
  isActive,
  place: { start, size },
  onToggle,
  onTwist,
}: {
  id: string;
  row: TreeRow;
  state: Tick;
  isActive: boolean;
  place: { start: number; size: number };
  onToggle: () => void;
  onTwist: () => void;
}) {
  const language = useLanguage();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree keeps the focus and names the active line
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the tree
    <div
      id={id}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-expanded={row.hasChildren ? row.isOpen : undefined}
      aria-selected={state === "all"}
      aria-checked={state === "all" ? true : state === "some" ? "mixed" : false}
      data-active={isActive}
      className={styles.row}
      style={{ height: size, transform: `translateY(${start}px)`, paddingLeft: 4 + row.depth * 18 }}
      onClick={onToggle}
    >
      <span
        className={styles.twist}
        data-open={row.isOpen}
        onPointerDown={(event) => event.preventDefault()}
        onClick={(event) => {
          if (!row.hasChildren) return;
          event.stopPropagation();
          onTwist();
        }}
        aria-hidden="true"
      >
        {row.hasChildren && <Icon name="chevron" size={14} />}
      </span>
      <span className={styles.box} data-state={state} aria-hidden="true">
        {state === "all" && <Icon name="check" size={14} />}
      </span>
      <span className={styles.name}>
        {row.area.code.startsWith("L") ? bareName(row.area, language) : fullName(row.area, language)}
      </span>
    </div>
  );
}
