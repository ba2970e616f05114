// Loading, empty and failed: the three states every list and card can be in.
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import styles from "./States.module.css";

/** Grey lines in the place of text to come. @param label what is being waited for, read by screen readers */
export function Skeleton({ lines = 3, label }: { lines?: number; label: string }) {
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={i} className={styles.bone} style={{ width: `${92 - ((i * 37) % 45)}%` }} />
      ))}
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className={styles.empty}>{children}</p>;
}

export function Failure({
  title,
  detail,
  technical,
  retry,
  onRetry,
}: {
  title: string;
  detail?: string;
  /** for the administrator, in the words of programs */
  technical?: string;
  /** what the button says; without it there is nothing to try again */
  retry?: string;
  onRetry?: () => void;
}) {
  return (
    <div className={styles.failure} role="alert">
      <Icon name="warn" />
      <div>
        <p className={styles.title}>{title}</p>
        {detail && <p className={styles.detail}>{detail}</p>}
        {technical && (
          <p className={styles.detail} lang="en" translate="no">
            <code>{technical}</code>
          </p>
        )}
        {retry && <Button onClick={onRetry}>{retry}</Button>}
      </div>
    </div>
  );
}
