import { langOf } from "../../lib/lang-of.ts";
import styles from "./LongText.module.css";

/** What a record says at length, line by line as it was written. */
export function LongText({ title, text }: { title: string; text: string }) {
  return (
    <section className={styles.text}>
      <h3>{title}</h3>
      <p lang={langOf(text)}>{text}</p>
    </section>
  );
}
