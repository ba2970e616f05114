// How far each item of a plan has climbed the ladder from the community to a central agency.
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { fiscalYearText } from "../../lib/fiscal-year.ts";
import { bahtText } from "../../lib/number-text.ts";
import type { PlanDetail } from "../../lib/record-types.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Empty } from "../../ui/States.tsx";
import { useGrantText } from "../../words/use-grant-text.ts";
import type { RecordExtra } from "./extras.ts";
import styles from "./plan.extra.module.css";

export const extra: RecordExtra = {
  Below: ({ item }) => <Ladder plan={item as unknown as PlanDetail} />,
  // its items are the ladder
  isHidden: (name) => ["plan_items", "linked_item_count", "granted_thb"].includes(name),
};

function Ladder({ plan }: { plan: PlanDetail }) {
  const { formatMessage: t } = useIntl();
  const granted = useGrantText();
  return (
    <section className={styles.list}>
      <Facts facts={[[t({ id: "plan.granted" }), granted(plan)]]} />
      <h3>{t({ id: "plan.items" }, { count: plan.items.length })}</h3>
      {plan.items.length === 0 && <Empty>{t({ id: "plan.items.none" })}</Empty>}
      <ol className={styles.items}>
        {plan.items.map((item) => (
          <PlanItem key={item.id} item={item} />
        ))}
      </ol>
    </section>
  );
}

function PlanItem({ item }: { item: PlanDetail["items"][number] }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (
    <li>
      <p className={styles.item} lang="th">
        {item.item_number}. {item.title_th}
      </p>
      <p className="muted">
        {t({ id: `code.plan_theme.${item.theme}` })}
        {item.asked_thb !== null && ` · ${bahtText(item.asked_thb, language)}`}
      </p>
      <ul className={styles.ladder}>
        {item.links.map((link) => (
          <li key={`${link.rung} ${link.fiscal_year} ${link.partner?.name_th}`} data-state={link.state}>
            <span>
              {t({ id: `code.rung.${link.rung}` })} · {fiscalYearText(link.fiscal_year, language)}
            </span>
            <strong>{t({ id: `code.link_state.${link.state}` })}</strong>
            <small>
              {[
                link.partner && ((language === "en" && link.partner.name_en) || link.partner.name_th),
                link.evidence && t({ id: "plan.evidence" }, { evidence: link.evidence }),
                link.support_kind && t({ id: `code.support_kind.${link.support_kind}` }),
                link.granted_thb !== null && bahtText(link.granted_thb, language),
                link.decline_reason,
              ]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </li>
        ))}
      </ul>
    </li>
  );
}
