// The data dictionary: what every collection is, field by field, with codes, sources and the addresses of its data. One long
// page: each collection and each list of codes has an address of its own in it (/catalogue#plans).
import type { Catalogue, CatalogueCollection } from "@phuenthi/server/contract/catalogue";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { catalogueQuery } from "../../data/queries.ts";
import { foldText } from "../../lib/fold-text.ts";
import { numberText } from "../../lib/number-text.ts";
import { TextField } from "../../ui/Field.tsx";
import { Empty, Failure, Skeleton } from "../../ui/States.tsx";
import { useFailure } from "../../words/use-failure.ts";
import { PageFrame } from "../PageFrame.tsx";
import styles from "./CataloguePage.module.css";
import { CodeListSheet } from "./CodeListSheet.tsx";
import { CollectionSheet } from "./CollectionSheet.tsx";
import { page } from "./catalogue.page.tsx";

export default function CataloguePage() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const failure = useFailure();
  const { data, error, refetch } = useQuery(catalogueQuery);
  return (
    <PageFrame>
      <div className={styles.head}>
        <h1>{page.title[language]}</h1>
        <p>{t({ id: "catalogue.intro" })}</p>
      </div>
      {data ? (
        <Dictionary catalogue={data} />
      ) : error ? (
        <Failure title={t({ id: "catalogue.failed" })} {...failure(error, refetch)} />
      ) : (
        <Skeleton lines={12} label={t({ id: "state.loading" })} />
      )}
    </PageFrame>
  );
}

function Dictionary({ catalogue: { collections, code_lists, formats } }: { catalogue: Catalogue }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const [text, setText] = useState("");
  const nameOf = (id: string) => collections.find((one) => one.id === id)?.many[language] ?? id;
  const wanted = foldText(text);
  const found = collections.filter((one) => wanted === "" || foldText(wordsOf(one)).includes(wanted));
  const lists = code_lists.filter(({ id }) =>
    found.some(({ fields }) => fields.some(({ code_list }) => code_list === id)),
  );
  // what the link names is there only now
  useEffect(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView(), []);
  return (
    <div className={styles.columns}>
      <nav className={styles.list} aria-label={t({ id: "catalogue.collections" })}>
        <TextField
          label={t({ id: "catalogue.search" })}
          value={text}
          onChange={setText}
          inputMode="search"
          maxLength={100}
        />
        <p className="visually-hidden" role="status">
          {t({ id: "catalogue.found" }, { count: found.length })}
        </p>
        <ul>
          {found.map((one) => (
            <li key={one.id}>
              <a href={`#${one.id}`}>
                <span>{one.many[language]}</span>
                <small className="tabular">
                  {one.count === null ? t({ id: "catalogue.closed" }) : numberText(one.count, language)}
                </small>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.sheets}>
        {found.length === 0 && <Empty>{t({ id: "catalogue.none" })}</Empty>}
        {found.map((one) => (
          <CollectionSheet key={one.id} collection={one} formats={formats} nameOf={nameOf} />
        ))}
        {lists.length > 0 && (
          <section className={`box ${styles.lists}`} aria-label={t({ id: "catalogue.lists" })}>
            <h2>{t({ id: "catalogue.lists" })}</h2>
            {lists.map((list) => (
              <CodeListSheet key={list.id} list={list} />
            ))}
          </section>
        )}
      </div>
    </div>
  );
}

/** What a collection is found by: its names, and those of its fields. */
const wordsOf = ({ id, many, description, fields }: CatalogueCollection) =>
  [
    id,
    many.th,
    many.en,
    description.th,
    description.en,
    ...fields.flatMap(({ name, label }) => [name, label.th, label.en]),
  ].join(" ");
