// What is on record of the place: organizations, plans on their ladder, housing projects, the province's cooperation.
import type { PlaceProfile } from "@phuenthi/server/contract/profiles";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { numberText } from "../../lib/number-text.ts";
import { Bars } from "../../ui/Bars.tsx";
import { recordLink } from "../record-link.ts";
import { Housing } from "./Housing.tsx";
import { Mechanism } from "./Mechanism.tsx";
import { NoneInForce } from "./NoneInForce.tsx";
import { Plans } from "./Plans.tsx";
import { Card, Cards, Note, Section, useAtYear } from "./Section.tsx";

export function Records({ profile }: { profile: PlaceProfile }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const atYear = useAtYear(profile);
  const number = (value: number) => numberText(value, language);
  const { organizations, place } = profile;
  const total = organizations.reduce((sum, { count }) => sum + count, 0);
  const title = t({ id: "area.organizations" });
  return (
    <Section title={atYear(t({ id: "profile.records" }))}>
      <Cards>
        <Card
          title={title}
          note={total > 0 ? t({ id: "profile.organizations.count" }, { count: total }) : undefined}
        >
          {total > 0 ? (
            <Bars
              label={title}
              bars={organizations.map(({ kind, count }) => ({
                id: kind,
                name: t({ id: `code.organization_kind.${kind}` }),
                count,
                text: number(count),
              }))}
            />
          ) : (
            <NoneInForce profile={profile} list="organizations" />
          )}
          {profile.covering_organizations.map((item) => (
            <Note key={item.id}>
              {t({ id: "area.covering" })}{" "}
              <a href={recordLink("organization", item.id, profile.fiscal_year) ?? undefined}>
                {(language === "en" && item.name_en) || item.name_th}
              </a>
            </Note>
          ))}
        </Card>
        <Plans profile={profile} />
        <Housing profile={profile} />
        {place.level === "province" && <Mechanism profile={profile} />}
      </Cards>
    </Section>
  );
}
