// Where all of it comes from, as of when, on which lines; and, on paper, where it can be read again.
import type { PlaceProfile } from "@phuenthi/server/contract/profiles";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { dateText } from "../../lib/fiscal-year.ts";
import styles from "./ProfilePage.module.css";
import { Section } from "./Section.tsx";

export function Provenance({ profile }: { profile: PlaceProfile }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const { sources } = profile;
  return (
    <Section title={t({ id: "explain.sources" })}>
      {sources.length === 0 && <p className={styles.note}>{t({ id: "profile.sources.none" })}</p>}
      <ul className={styles.sources}>
        {sources.map((source) => (
          <li key={source.id}>
            <strong>{language === "th" ? source.title_th : source.title_en}</strong>
            {source.is_sample && <span className={styles.sample}>{t({ id: "sample.record" })}</span>}
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
      <p className={styles.note}>
        {t({ id: "figure.asOf" }, { date: dateText(profile.as_of, language) })} ·{" "}
        {t({ id: "targets.boundary" }, { version: profile.boundary_version })}
        {profile.sample_records !== "none" && ` · ${t({ id: `sample.page.${profile.sample_records}` })}`}
      </p>
      <p className={`${styles.note} ${styles.address} print-only`}>
        {t(
          { id: "profile.address" },
          { address: location.href, date: dateText(new Date().toISOString(), language) },
        )}
      </p>
    </Section>
  );
}
