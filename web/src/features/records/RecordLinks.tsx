import { langOf } from "../../lib/lang-of.ts";
import styles from "./RecordLinks.module.css";

/** Other records that a record leads to, by their titles. */
export function RecordLinks({
  title,
  links,
}: {
  title: string;
  links: { id: string; title: string; onChoose: () => void }[];
}) {
  return (
    <section className={styles.links}>
      <h3>{title}</h3>
      <ul>
        {links.map(({ id, title, onChoose }) => (
          <li key={id}>
            <button type="button" lang={langOf(title)} onClick={onChoose}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
