// One plan, its items, and how far each has climbed the ladder from the community to a central agency.
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { recordQuery } from "../../data/queries.ts";
import { pathText } from "../../lib/area-name.ts";
import { dateText, fiscalYearText } from "../../lib/fiscal-year.ts";
import { langOf } from "../../lib/lang-of.ts";
import { bahtText } from "../../lib/number-text.ts";
import type { PlanDetail } from "../../lib/record-types.ts";
import { Button } from "../../ui/Button.tsx";
import { CardFrame } from "../../ui/CardFrame.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Empty, Failure, Skeleton } from "../../ui/States.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useFailure } from "../../words/use-failure.ts";
import { useGrantText } from "../../words/use-grant-text.ts";
import styles from "./PlanCard.module.css";
import { RecordLinks } from "./RecordLinks.tsx";
import { SampleMark } from "./SampleMark.tsx";

export function PlanCard({ id }: { id: string }) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const language = useLanguage();
  const granted = useGrantText();
  const goTo = useGoTo();
  const { data, error, refetch } = useQuery(recordQuery<PlanDetail>("plan", id));
  if (!data) {
    if (!error) return <Skeleton lines={6} label={t({ id: "state.loading" })} />;
    return <Failure title={t({ id: "plan.failed" })} {...failure(error, refetch)} />;
  }
  const { organization } = data;
  const title = (language === "en" && data.title_en) || data.title_th;
  return (
    <CardFrame
      kind={
        <>
          {t({ id: "plan.kind" })}
          {data.sample && <SampleMark />}
        </>
      }
      title={title}
      lang={langOf(title)}
      under={pathText(data.area_path, language)}
    >
      <Button icon="card" onClick={() => goTo.area(data.area_code)}>
        {t({ id: "record.area" })}
      </Button>
      <Facts
        facts={[
          [
            t({ id: "plan.years" }),
            `${fiscalYearText(data.first_fiscal_year, language)} – ${fiscalYearText(data.last_fiscal_year, language)}`,
          ],
          [
            t({ id: "plan.best" }),
            data.best_state ? t({ id: `code.link_state.${data.best_state}` }) : t({ id: "value.none" }),
          ],
          [
            t({ id: "plan.asked" }),
            data.asked_thb === null ? t({ id: "plan.unrecorded" }) : bahtText(data.asked_thb, language),
          ],
          [t({ id: "plan.granted" }), granted(data)],
          [t({ id: "record.updated" }), dateText(data.updated_at, language)],
        ]}
      />
      {organization && (
        <RecordLinks
          links={[
            {
              id: organization.id,
              title: (language === "en" && organization.name_en) || organization.name_th,
              onChoose: () => goTo.organization(organization.id),
            },
          ]}
        />
      )}
      <section className={styles.list}>
        <h3>{t({ id: "plan.items" }, { count: data.items.length })}</h3>
        {data.items.length === 0 && <Empty>{t({ id: "plan.items.none" })}</Empty>}
        <ol className={styles.items}>
          {data.items.map((item) => (
            <PlanItem key={item.id} item={item} />
          ))}
        </ol>
      </section>
    </CardFrame>
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
