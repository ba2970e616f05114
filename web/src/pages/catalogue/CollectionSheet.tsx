// One collection of the data dictionary: its fields as a table, where it comes from, and how to get it.
import type {
  CatalogueCollection,
  CatalogueField,
  CatalogueFormat,
} from "@phuenthi/server/contract/catalogue";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { onServer } from "../../lib/base.ts";
import { dateText } from "../../lib/fiscal-year.ts";
import { register } from "../../lib/kinds.ts";
import { page as mapPage } from "../map/map.page.tsx";
import styles from "./CollectionSheet.module.css";

/** @param nameOf a collection in words, by its id */
export function CollectionSheet({
  collection,
  formats,
  nameOf,
}: {
  collection: CatalogueCollection;
  formats: readonly CatalogueFormat[];
  nameOf: (id: string) => string;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const { many, description, closed_because, fields, sources, exports, list, part_of, parts, updated_at } =
    collection;
  const isTable = register.byCollection(collection.id) !== undefined;
  return (
    <article id={collection.id} className={`box ${styles.sheet}`}>
      <header>
        <h2>{many[language]}</h2>
        <p>{description[language]}</p>
        {closed_because && (
          <p className={styles.closed}>{t({ id: `catalogue.because.${closed_because}` })}</p>
        )}
        <p className="muted">
          <code>{collection.id}</code> · {t({ id: `catalogue.life.${collection.life}` })} ·{" "}
          {t({ id: `catalogue.place.${collection.lies_at}` })}
        </p>
        {(part_of || parts.length > 0) && (
          <p className="muted">
            {part_of && (
              <>
                {t({ id: "catalogue.partOf" })} <a href={`#${part_of}`}>{nameOf(part_of)}</a>
              </>
            )}
            {part_of && parts.length > 0 && " · "}
            {parts.length > 0 && t({ id: "catalogue.parts" })}{" "}
            {parts.map((id, at) => (
              <span key={id}>
                {at > 0 && ", "}
                <a href={`#${id}`}>{nameOf(id)}</a>
              </span>
            ))}
          </p>
        )}
      </header>

      {list && (
        <p className={styles.ways}>
          {isTable && (
            <a href={pageLink(mapPage, {}, { table: collection.id })}>{t({ id: "catalogue.table" })}</a>
          )}
          <a href={onServer(list)}>{t({ id: "catalogue.api" })}</a>
          {exports.map(({ format: id, address }) => {
            const format = formats.find((one) => one.id === id);
            return (
              <a
                key={id}
                href={onServer(format?.has_words ? inLanguage(address, language) : address)}
                download
              >
                {t({ id: "catalogue.file" }, { format: format?.title[language] ?? id })}
              </a>
            );
          })}
        </p>
      )}

      <section>
        <h3>{t({ id: "catalogue.fields" })}</h3>
        <div className={styles.scroll}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t({ id: "catalogue.field" })}</th>
                <th scope="col">{t({ id: "catalogue.meaning" })}</th>
                <th scope="col">{t({ id: "catalogue.type" })}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field.name} data-told={field.told}>
                  <th scope="row">
                    <code>{field.name}</code>
                  </th>
                  <td>
                    {field.label[language]}
                    {field.unit && `, ${field.unit[language]}`}
                    <Notes field={field} />
                  </td>
                  <td>
                    {field.code_list ? (
                      <a href={`#${field.code_list}`}>{t({ id: "catalogue.type.code" })}</a>
                    ) : field.refers_to ? (
                      <a href={`#${field.refers_to}`}>{nameOf(field.refers_to)}</a>
                    ) : (
                      t({ id: `catalogue.type.${field.type}` })
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>

      {sources.length > 0 && (
        <section>
          <h3>{t({ id: "catalogue.sources" })}</h3>
          <ul className={styles.sources}>
            {sources.map((source) => (
              <li key={source.id}>
                <span>{source[`title_${language}`]}</span>
                <small className={styles.from}>
                  {source[`publisher_${language}`]} · {t({ id: "profile.licence" })}{" "}
                  {source.licence_url ? (
                    <a href={source.licence_url}>{source[`licence_${language}`]}</a>
                  ) : (
                    source[`licence_${language}`]
                  )}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {updated_at && (
        <p className="fine">{t({ id: "figure.asOf" }, { date: dateText(updated_at, language) })}</p>
      )}
    </article>
  );
}

const inLanguage = (address: string, language: "th" | "en") =>
  `${address}${address.includes("?") ? "&" : "?"}lang=${language}`;

/** What has to be known of a field beyond its name. */
function Notes({ field }: { field: CatalogueField }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const notes = [
    field.help?.[language],
    field.told !== "always" && t({ id: `catalogue.told.${field.told}` }),
    field.given_in !== "answers_and_files" && t({ id: `catalogue.given.${field.given_in}` }),
    field.is_computed && t({ id: "catalogue.computed" }),
    !field.is_required && field.told === "always" && t({ id: "catalogue.optional" }),
  ].filter(Boolean);
  return notes.length > 0 ? <small className={styles.note}>{notes.join(" · ")}</small> : null;
}
