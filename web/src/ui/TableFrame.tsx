// What stands around the lines of a table: how many there are, and what is said in their place.
import type { ReactNode } from "react";
import styles from "./TableFrame.module.css";

export const InPlaceOfLines = ({ children }: { children: ReactNode }) => (
  <div className={styles.pad}>{children}</div>
);

export const LineCount = ({ children }: { children: ReactNode }) => (
  <p className={styles.count} role="status">
    {children}
  </p>
);

export const TableNote = ({ children }: { children: ReactNode }) => <p className={styles.note}>{children}</p>;
