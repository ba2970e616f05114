// The province's cooperation: bodies by sector, memorandum, work plan, and where things are tried out.
import type { PlaceProfile } from "@phuenthi/server/contract/profiles";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { dateText, fiscalYearText } from "../../lib/fiscal-year.ts";
import { numberText } from "../../lib/number-text.ts";
import { Bars } from "../../ui/Bars.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { NoneInForce } from "./NoneInForce.tsx";
import { PlaceLink } from "./PlaceLink.tsx";
import { Card, List, Note } from "./Section.tsx";

export function Mechanism({ profile }: { profile: PlaceProfile }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const { mechanism } = profile;
  const title = t({ id: "profile.mechanism" });
  if (!mechanism) {
    return (
      <Card title={title}>
        <NoneInForce profile={profile} list="mechanisms" />
      </Card>
    );
  }
  const { members, mou, work_plan, pilot_areas } = mechanism;
  const none = t({ id: "profile.mechanism.noneYet" });
  return (
    <Card title={title}>
      <Note>{(language === "en" && mechanism.name_en) || mechanism.name_th}</Note>
      {members.length > 0 ? (
        <Bars
          label={t({ id: "profile.mechanism.members" })}
          bars={members.map(({ sector, count }) => ({
            id: sector,
            name: t({ id: `code.member_sector.${sector}` }),
            count,
            text: numberText(count, language),
          }))}
        />
      ) : (
        <Note>{t({ id: "profile.mechanism.members.none" })}</Note>
      )}
      <Facts
        facts={[
          [t({ id: "profile.mechanism.established" }), dateText(mechanism.established_on, language)],
          [
            t({ id: "profile.mechanism.mou" }),
            mou
              ? t(
                  { id: mou.until ? "profile.mechanism.mou.until" : "profile.mechanism.mou.from" },
                  {
                    from: dateText(mou.signed_on, language),
                    until: mou.until ? dateText(mou.until, language) : "",
                  },
                )
              : none,
          ],
          [
            t({ id: "profile.mechanism.plan" }),
            work_plan
              ? `${fiscalYearText(work_plan.first_fiscal_year, language)} – ${fiscalYearText(work_plan.last_fiscal_year, language)}`
              : none,
          ],
        ]}
      />
      <h4>{t({ id: "profile.mechanism.pilots" })}</h4>
      {pilot_areas.length > 0 ? (
        <List>
          {pilot_areas.map(({ area, theme, started_on }) => (
            <li key={`${area.code} ${theme}`}>
              <PlaceLink place={area} />
              <small>
                {t({ id: `code.area_theme.${theme}` })} · {dateText(started_on, language)}
              </small>
            </li>
          ))}
        </List>
      ) : (
        <Note>{t({ id: "profile.mechanism.pilots.none" })}</Note>
      )}
    </Card>
  );
}
