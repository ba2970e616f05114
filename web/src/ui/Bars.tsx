import styles from "./Bars.module.css";

export type Bar = { id: string; name: string; count: number; text: string; isMuted?: boolean };

/** Amounts beside each other, each with its number; the bars say the same once more. */
export function Bars({ label, bars }: { label: string; bars: Bar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map(({ id, name, count, text, isMuted }) => (
        <li key={id} data-muted={isMuted}>
          <span>{name}</span>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.bar} style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <strong className="tabular">{text}</strong>
        </li>
      ))}
    </ul>
  );
}
