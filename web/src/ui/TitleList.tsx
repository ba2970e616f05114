import { langOf } from "../lib/lang-of.ts";
import styles from "./TitleList.module.css";

/** Records by their titles, each line a button. */
export function TitleList({
  items,
}: {
  items: readonly { id: string; title: string; note?: string | null; onChoose: () => void }[];
}) {
  return (
    <ul className={styles.list}>
      {items.map(({ id, title, note, onChoose }) => (
        <li key={id}>
          <button type="button" onClick={onChoose}>
            <span lang={langOf(title)}>{title}</span>
            {note && <small>{note}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}
