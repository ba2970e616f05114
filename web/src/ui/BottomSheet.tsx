// The sheet of a phone: three heights, changed by dragging the handle, by its buttons or by the arrow keys.
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import styles from "./BottomSheet.module.css";
import { IconButton } from "./Button.tsx";

export type SheetSize = "peek" | "half" | "full";
const SIZES: SheetSize[] = ["peek", "half", "full"];
/** A drag shorter than this is a tap. */
const TAP_PX = 8;

export function BottomSheet({
  size,
  onSize,
  label,
  words,
  top,
  children,
}: {
  size: SheetSize;
  onSize: (size: SheetSize) => void;
  /** what is in it now */
  label: string;
  words: { larger: string; smaller: string; handle: string };
  /** stays above what scrolls */
  top?: ReactNode;
  children: ReactNode;
}) {
  const sheet = useRef<HTMLElement>(null);
  const drag = useRef<{ startY: number; startHeight: number } | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const step = (by: number) => onSize(SIZES[SIZES.indexOf(size) + by] ?? size);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!sheet.current || (event.target as HTMLElement).closest("[data-step]")) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { startY: event.clientY, startHeight: sheet.current.offsetHeight };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current) setDragged(drag.current.startHeight + drag.current.startY - event.clientY);
  };
  const onPointerUp = (event: PointerEvent) => {
    if (!drag.current) return;
    const moved = drag.current.startY - event.clientY;
    const height = drag.current.startHeight + moved;
    drag.current = null;
    setDragged(null);
    if (Math.abs(moved) < TAP_PX) return onSize(size === "full" ? "half" : size === "half" ? "peek" : "half");
    const full = innerHeight * 0.8;
    onSize(height > full * 0.8 ? "full" : height > full * 0.32 ? "half" : "peek");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowUp") step(1);
    else if (event.key === "ArrowDown") step(-1);
    else return;
    event.preventDefault();
  };

  return (
    <section
      ref={sheet}
      className={styles.sheet}
      data-size={size}
      data-dragged={dragged !== null}
      aria-label={label}
      style={dragged === null ? undefined : { height: dragged }}
    >
      <div
        className={styles.handle}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          drag.current = null;
          setDragged(null);
        }}
      >
        <span className={styles.grip} aria-hidden="true" />
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons with a name in common, no form */}
        <div data-step className={styles.steps} role="group" aria-label={words.handle} onKeyDown={onKeyDown}>
          <IconButton icon="down" label={words.smaller} disabled={size === "peek"} onClick={() => step(-1)} />
          <IconButton icon="up" label={words.larger} disabled={size === "full"} onClick={() => step(1)} />
        </div>
      </div>
      {top && <div className={styles.top}>{top}</div>}
      <div className={styles.body}>{children}</div>
    </section>
  );
}
