// Every kind of record that lies in the place, from the declarations: how many, the latest, and the table with all of them.
import type { PlaceProfile } from "@phuenthi/server/contract/profiles";
import { briefFields } from "@phuenthi/server/records/record-kind";
import type { KnownKind } from "@phuenthi/server/records/register";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { register } from "../../lib/kinds.ts";
import { langOf } from "../../lib/lang-of.ts";
import { placeOfItem, type RecordItem } from "../../lib/record-item.ts";
import { useRecordTexts } from "../../words/use-record-texts.ts";
import { page as mapPage } from "../map/map.page.tsx";
import { recordLink } from "../record-link.ts";
import styles from "./ByKind.module.css";
import { Nothing, Section, useAtYear } from "./Section.tsx";

type Counted = { kind: KnownKind; count: number; newest: RecordItem[] };

export function ByKind({ profile }: { profile: PlaceProfile }) {
  const { formatMessage: t, formatList } = useIntl();
  const language = useLanguage();
  const atYear = useAtYear(profile);
  const counted = profile.records.flatMap(({ collection, count, newest }): Counted[] => {
    const kind = register.byCollection(collection);
    return kind ? [{ kind, count, newest: newest as RecordItem[] }] : [];
  });
  const there = counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => importance(a.kind) - importance(b.kind));
  const none = counted.filter(({ count }) => count === 0).map(({ kind }) => kind.many[language]);
  return (
    <Section title={atYear(t({ id: "profile.byKind" }))}>
      {there.length > 0 && (
        <ul className={styles.rows}>
          {there.map((one) => (
            <KindRow key={one.kind.id} {...one} profile={profile} />
          ))}
        </ul>
      )}
      {none.length > 0 && (
        <Nothing profile={profile}>
          {t({ id: "profile.byKind.none" }, { kinds: formatList(none, { type: "conjunction" }) })}
        </Nothing>
      )}
    </Section>
  );
}

/** What people look for first: tabs of the table, then what has a name. */
const importance = ({ tab, title }: KnownKind) => (tab ? 0 : title ? 1 : 2);

function KindRow({ kind, count, newest, profile }: Counted & { profile: PlaceProfile }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const texts = useRecordTexts(kind);
  const here = profile.place.code;
  const toTable = t({ id: "profile.byKind.table" });
  // a record without a title is called by from when it is
  const told = briefFields(kind).filter((name) =>
    kind.title ? name === kind.period?.from : kind.fields[name]?.list,
  );
  const noteOf = (item: RecordItem) =>
    [...told.map((name) => texts.value(name, item, "")), placeOfItem(item) !== here && texts.place(item)]
      .filter(Boolean)
      .join(" · ");
  return (
    <li className={styles.row}>
      <header>
        <h3>{kind.many[language]}</h3>
        <p className="tabular">{texts.counted(count)}</p>
      </header>
      <ul className={styles.newest}>
        {newest.map((item) => {
          const title = texts.title(item);
          const note = noteOf(item);
          return (
            <li key={item.id}>
              <a href={recordLink(kind.id, item.id, profile.fiscal_year) ?? undefined} lang={langOf(title)}>
                {title}
              </a>
              {note && <small>{note}</small>}
            </li>
          );
        })}
      </ul>
      <ul className={`${styles.tables} screen-only`}>
        <li>
          <a href={tableLink(kind, profile)} aria-label={`${toTable}: ${kind.many[language]}`}>
            {toTable}
          </a>
        </li>
        {partsOf(kind).map((part) => (
          <li key={part.id}>
            <a href={tableLink(part, profile)}>{part.many[language]}</a>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Kinds whose records lie where these do, nearest first. */
const partsOf = ({ id }: KnownKind) =>
  register.open
    .filter(({ place, parent, line }) => parent && !place && line.includes(id))
    .sort((a, b) => a.line.length - b.line.length);

/** The table of the kind, with what it has in the place and year. */
const tableLink = ({ collection }: KnownKind, { place, fiscal_year }: PlaceProfile) =>
  pageLink(
    mapPage,
    {},
    { table: collection, within: place.level === "country" ? null : [place.code], fiscal_year },
  );
