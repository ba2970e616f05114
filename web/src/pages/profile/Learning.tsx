// Where others can learn, what was learnt, and what communities declared; the newest twenty of each.
import type { PlaceProfile } from "@phuenthi/server/contract/profiles";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { dateText, fiscalYearText } from "../../lib/fiscal-year.ts";
import { NoneYet } from "./NoneInForce.tsx";
import { PlaceLink } from "./PlaceLink.tsx";
import { Card, Cards, List, Section, useAtYear } from "./Section.tsx";

export function Learning({ profile }: { profile: PlaceProfile }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const atYear = useAtYear(profile);
  const isWider = profile.place.level !== "tambon";
  const { model_areas, lessons, declarations } = profile;

  const card = <Item extends { id: string }>(
    kind: "model_areas" | "lessons" | "declarations",
    { total, items }: { total: number; items: Item[] },
    words: (item: Item) => ReactNode,
  ) => (
    <Card
      title={t({ id: `profile.${kind}` })}
      note={total > 0 ? t({ id: `profile.${kind}.count` }, { count: total }) : undefined}
    >
      {total === 0 ? (
        <NoneYet profile={profile} list={kind} />
      ) : (
        <List>
          {items.map((item) => (
            <li key={item.id}>{words(item)}</li>
          ))}
          {total > items.length && (
            <li>
              <small>{t({ id: `profile.${kind}.more` }, { count: total - items.length })}</small>
            </li>
          )}
        </List>
      )}
    </Card>
  );
  return (
    <Section title={atYear(t({ id: "profile.learning" }))}>
      <Cards isThree>
        {card("model_areas", model_areas, (model) => (
          <>
            <strong>{(language === "en" && model.name_en) || model.name_th}</strong>
            <small>
              {t({ id: `code.area_theme.${model.theme}` })} ·{" "}
              {t({ id: "profile.since" }, { year: fiscalYearText(model.since_fiscal_year, language) })}
              {isWider && (
                <>
                  {" "}
                  · <PlaceLink place={model.area} />
                </>
              )}
              {model.organization &&
                ` · ${(language === "en" && model.organization.name_en) || model.organization.name_th}`}
            </small>
          </>
        ))}
        {card("lessons", lessons, (lesson) => (
          <>
            <strong lang="th">{lesson.title_th}</strong>
            <span lang="th">{lesson.summary_th}</span>
            <small>
              {dateText(lesson.published_on, language)}
              {isWider && (
                <>
                  {" "}
                  · <PlaceLink place={lesson.area} />
                </>
              )}
            </small>
          </>
        ))}
        {card("declarations", declarations, (declaration) => (
          <>
            <strong lang="th">{declaration.title_th}</strong>
            <small>
              {dateText(declaration.declared_on, language)}
              {isWider && (
                <>
                  {" "}
                  · <PlaceLink place={declaration.area} />
                </>
              )}
            </small>
          </>
        ))}
      </Cards>
    </Section>
  );
}
