// The frame of each part of a profile: a heading over cards, and what a card says when there is nothing in it.
import type { PlaceProfile } from "@phuenthi/server/contract/profiles";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import styles from "./Section.module.css";

export function Section({
  title,
  tools,
  isOnePiece = false,
  children,
}: {
  title: string;
  /** on paper, all on one sheet */
  isOnePiece?: boolean;
  /** beside the heading, on the screen */
  tools?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-label={title} data-one-piece={isOnePiece}>
      <div className={styles.title}>
        <h2>{title}</h2>
        {tools}
      </div>
      {children}
    </section>
  );
}

export function Card({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <article className={styles.card}>
      <header>
        <h3>{title}</h3>
        {note && <p className="tabular">{note}</p>}
      </header>
      {children}
    </article>
  );
}

/** Cards beside each other, as many as have room, without holes. */
export function Cards({ isThree = false, children }: { isThree?: boolean; children: ReactNode }) {
  return <div className={`${styles.columns} ${isThree ? styles.three : ""}`}>{children}</div>;
}

export function Note({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}

/** What a card lists, each with a line below its title. */
export function List({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

/** A heading over records, with the year at whose end they stood so. */
export function useAtYear({ fiscal_year }: PlaceProfile): (title: string) => string {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (title) =>
    fiscal_year === null
      ? title
      : t({ id: "profile.atYear" }, { title, year: fiscalYearText(fiscal_year, language) });
}

/** Whether anybody knows what the place is made of. */
export const isPlaced = ({ certainty, children }: PlaceProfile) =>
  certainty === "exact" || children.length > 0;

/** Nothing is registered; or nobody can say, because nobody published what the place is made of. */
export function Nothing({ profile, children }: { profile: PlaceProfile; children: string }) {
  const { formatMessage: t } = useIntl();
  return <Note>{isPlaced(profile) ? children : t({ id: "profile.notKnown.parts" })}</Note>;
}
