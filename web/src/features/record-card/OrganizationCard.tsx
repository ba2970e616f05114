import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { recordQuery } from "../../data/queries.ts";
import { pathText } from "../../lib/area-name.ts";
import { dateText } from "../../lib/fiscal-year.ts";
import { langOf } from "../../lib/lang-of.ts";
import { bahtText, numberText } from "../../lib/number-text.ts";
import type { OrganizationDetail } from "../../lib/record-types.ts";
import { Button } from "../../ui/Button.tsx";
import { CardFrame } from "../../ui/CardFrame.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Failure, Skeleton } from "../../ui/States.tsx";
import { useGoTo } from "../../view/use-go-to.ts";
import { useFailure } from "../../words/use-failure.ts";
import styles from "./OrganizationCard.module.css";
import { RecordLinks } from "./RecordLinks.tsx";
import { SampleMark } from "./SampleMark.tsx";

export function OrganizationCard({ id }: { id: string }) {
  const { formatMessage: t } = useIntl();
  const failure = useFailure();
  const language = useLanguage();
  const goTo = useGoTo();
  const { data, error, refetch } = useQuery(recordQuery<OrganizationDetail>("organization", id));
  if (!data) {
    if (!error) return <Skeleton lines={6} label={t({ id: "state.loading" })} />;
    return <Failure title={t({ id: "organization.failed" })} {...failure(error, refetch)} />;
  }
  const none = t({ id: "value.none" });
  const name = (language === "en" && data.name_en) || data.name_th;
  return (
    <CardFrame
      kind={
        <>
          {t({ id: `code.organization_kind.${data.kind}` })}
          {data.sample && <SampleMark />}
        </>
      }
      title={name}
      lang={langOf(name)}
      under={pathText(data.area_path, language)}
    >
      <Button icon="card" onClick={() => goTo.area(data.area_code)}>
        {t({ id: "record.area" })}
      </Button>
      <Facts
        facts={[
          [
            t({ id: "organization.registered" }, { kind: data.kind }),
            data.registered_on ? dateText(data.registered_on, language) : none,
          ],
          ...(data.ended_on
            ? [[t({ id: "organization.dissolved" }), dateText(data.ended_on, language)] as [string, string]]
            : []),
          [
            t({ id: "organization.members" }),
            data.member_count === null ? none : numberText(data.member_count, language),
          ],
          [
            t({ id: "organization.fund" }),
            data.fund_balance_thb === null ? none : bahtText(data.fund_balance_thb, language),
          ],
          [
            t({ id: "organization.position" }),
            data.position ? `${data.position[1].toFixed(5)}, ${data.position[0].toFixed(5)}` : none,
          ],
          [t({ id: "record.updated" }), dateText(data.updated_at, language)],
        ]}
      />
      {data.plans.length > 0 && (
        <section className={styles.list}>
          <h3>{t({ id: "area.plans" })}</h3>
          <RecordLinks
            links={data.plans.map((plan) => ({
              id: plan.id,
              title: (language === "en" && plan.title_en) || plan.title_th,
              onChoose: () => goTo.plan(plan.id, data.area_code),
            }))}
          />
        </section>
      )}
    </CardFrame>
  );
}
