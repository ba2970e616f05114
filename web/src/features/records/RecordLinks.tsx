import { TitleList } from "../../ui/TitleList.tsx";
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
      <TitleList items={links} />
    </section>
  );
}
