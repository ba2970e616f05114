import type { ReactNode } from "react";
import styles from "./Figure.module.css";
import { Progress } from "./Progress.tsx";

/** A large number, what it is of, another ratio in words, and how far it is toward a goal. */
export function Figure({
  value,
  of,
  line,
  goal,
  notes,
}: {
  value: string;
  of: ReactNode;
  line?: string | null;
  goal?: { label: string; text: string; ratio: number };
  notes: ReactNode[];
}) {
  return (
    <div className={styles.figure}>
      <p className={styles.value}>
        <strong>{value}</strong>
        <span>{of}</span>
      </p>
      {line && <p className={styles.line}>{line}</p>}
      {goal && (
        <div className={styles.target}>
          <Progress ratio={goal.ratio} label={goal.label} text={goal.text} />
          <p className={styles.targetLine}>
            <span>{goal.label}</span>
            <strong className="tabular">{goal.text}</strong>
          </p>
        </div>
      )}
      {notes.map((note, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of notes
        <p key={i} className={styles.note}>
          {note}
        </p>
      ))}
    </div>
  );
}
