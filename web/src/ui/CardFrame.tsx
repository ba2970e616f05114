// The frame of a card beside the map: what it is of, and what is told of it.
import type { ReactNode } from "react";
import styles from "./CardFrame.module.css";

/** @param kind above the title @param under below it, such as where the thing lies */
export function CardFrame({
  kind,
  title,
  lang,
  under,
  children,
  ...rest
}: {
  kind?: ReactNode;
  title: string;
  /** of the title, where it is not the page's */
  lang?: string;
  under: ReactNode;
  children: ReactNode;
  "data-area"?: string;
}) {
  return (
    <article className={styles.card} {...rest}>
      <header>
        {kind && <p className={styles.kind}>{kind}</p>}
        <h2 lang={lang}>{title}</h2>
        <p className="muted">{under}</p>
      </header>
      {children}
    </article>
  );
}
