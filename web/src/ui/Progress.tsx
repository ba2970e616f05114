import styles from "./Progress.module.css";

/** A bar toward a goal. @param ratio 0–1, may pass 1 @param label what it measures, for screen readers */
export function Progress({ ratio, label, text }: { ratio: number; label: string; text: string }) {
  const percent = Math.max(0, Math.min(1, ratio)) * 100;
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
      aria-valuetext={text}
    >
      <div className={styles.bar} style={{ width: `${percent}%` }} />
    </div>
  );
}
