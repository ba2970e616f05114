import { langOf } from "../../lib/lang-of.ts";
import styles from "./RecordLinks.module.css";

/** Other records that a record leads to, by their titles. */
export function RecordLinks({ links }: { links: { id: string; title: string; onChoose: () => void }[] }) {
  return (
    <ul className={styles.links}>
      {links.map(({ id, title, onChoose }) => (
        <li key={id}>
          <button type="button" lang={langOf(title)} onClick={onChoose}>
            {title}
          </button>
        </li>
      ))}
    </ul>
  );
}
