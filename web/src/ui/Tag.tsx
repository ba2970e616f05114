import type { ReactNode } from "react";
import styles from "./Tag.module.css";

/** A word or two that warn, beside what they are about. */
export const Tag = ({ children }: { children: ReactNode }) => <span className={styles.tag}>{children}</span>;
