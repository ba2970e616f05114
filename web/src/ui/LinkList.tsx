import { Icon } from "./Icon.tsx";
import styles from "./LinkList.module.css";

/** Ways on from here: one row each, as wide as what they stand in. */
export function LinkList({ links }: { links: { href: string; text: string }[] }) {
  return (
    <ul className={styles.links}>
      {links.map(({ href, text }) => (
        <li key={href}>
          <a href={href}>
            <span>{text}</span>
            <Icon name="chevron" size={14} />
          </a>
        </li>
      ))}
    </ul>
  );
}
