// Where all of it comes from, as of when, on which lines; and, on paper, where it can be read again.
import type { PlaceProfile } from "@phuenthi/server/contract/profiles";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { dateText } from "../../lib/fiscal-year.ts";
import { Tag } from "../../ui/Tag.tsx";
import { useDateTexts } from "../../words/use-date-texts.ts";
import styles from "./Provenance.module.css";
import { Note, Section } from "./Section.tsx";

export function Provenance({ profile }: { profile: PlaceProfile }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const dates = useDateTexts();
  const { sources } = profile;
  return (
    <Section title={t({ id: "explain.sources" })} isOnePiece>
      {sources.length === 0 && <Note>{t({ id: "profile.sources.none" })}</Note>}
      <ul className={styles.sources}>
        {sources.map((source) => (
          <li key={source.id}>
            <strong>{language === "th" ? source.title_th : source.title_en}</strong>
            {source.is_sample && <Tag>{t({ id: "sample.record" })}</Tag>}
            <small>
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
      <Note>
        {dates.register(profile)} · {t({ id: "targets.boundary" }, { version: profile.boundary_version })}
        {profile.sample_records !== "none" && ` · ${t({ id: `sample.page.${profile.sample_records}` })}`}
      </Note>
      <p className={`muted ${styles.address} print-only`}>
        {t(
          { id: "profile.address" },
          { address: location.href, date: dateText(new Date().toISOString(), language) },
        )}
      </p>
    </Section>
  );
}
