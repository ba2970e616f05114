// What was done in a tambon: plan items with their state and partners, organizations, and what others can learn there.
import type { SimilarArea } from "@phuenthi/server/contract/similar";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { langOf } from "../../lib/lang-of.ts";
import { bahtText, numberText } from "../../lib/number-text.ts";
import styles from "./AreaWork.module.css";

type Work = SimilarArea["work"];

/** @param profile address of what is not listed here */
export function AreaWork({ work, profile }: { work: Work; profile: string }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const named = ({ name_th, name_en }: { name_th: string; name_en: string | null }) =>
    (language === "en" && name_en) || name_th;
  const { plan_items, partners, organizations, model_areas, lessons } = work;
  const lines: [title: string, texts: string[]][] = [
    [t({ id: "similar.partners" }), partners.map(named)],
    [
      t({ id: "area.organizations" }),
      organizations.map(
        ({ kind, count }) => `${t({ id: `code.organization_kind.${kind}` })} ${numberText(count, language)}`,
      ),
    ],
    [t({ id: "similar.models" }), model_areas.items.map(named)],
    [t({ id: "similar.lessons" }), lessons.items.map(({ title_th }) => title_th)],
  ];
  return (
    <details className={styles.work}>
      <summary>
        {t({ id: "similar.work" })}
        <small className="fine">
          {t(
            { id: "similar.work.counts" },
            {
              items: plan_items.total,
              partners: partners.length,
            },
          )}
        </small>
      </summary>
      {plan_items.total === 0 && <p className="fine">{t({ id: "similar.items.none" })}</p>}
      <ul className={styles.items}>
        {plan_items.items.map((item) => (
          <li key={item.id} data-state={item.state}>
            <p lang="th">{item.title_th}</p>
            <small className="fine">
              <strong>{t({ id: `code.link_state.${item.state}` })}</strong>
              {[
                t({ id: `code.plan_theme.${item.theme}` }),
                item.granted_thb > 0 &&
                  t({ id: "similar.granted" }, { baht: bahtText(item.granted_thb, language) }),
                item.partners.map(named).join(", "),
              ]
                .filter(Boolean)
                .map((text) => ` · ${text}`)}
            </small>
          </li>
        ))}
      </ul>
      <More left={plan_items.total - plan_items.items.length} profile={profile} />
      <dl className={styles.lines}>
        {lines
          .filter(([, texts]) => texts.length > 0)
          .map(([title, texts]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd lang={langOf(texts.join(" "))}>{texts.join(" · ")}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}

function More({ left, profile }: { left: number; profile: string }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  if (left <= 0) return null;
  return (
    <a className={styles.more} href={profile}>
      {t({ id: "similar.more" }, { count: numberText(left, language) })}
    </a>
  );
}
