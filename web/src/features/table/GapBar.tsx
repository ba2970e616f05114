import styles from "./GapBar.module.css";

/** A number, and beside it a quiet bar that says it once more. @param share of the largest */
export const GapBar = ({ share, text }: { share: number; text: string }) => (
  <span className={styles.left}>
    <span className={styles.bar} style={{ width: `${share * 100}%` }} />
    <span>{text}</span>
  </span>
);
