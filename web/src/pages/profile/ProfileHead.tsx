// Which place this is: level, name, what it lies in, size and persons, and a picture of where.
import type { PlaceProfile } from "@phuenthi/server/contract/profiles";
import { useIntl } from "react-intl";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { useUrl } from "../../address/use-url.ts";
import { dateText } from "../../lib/fiscal-year.ts";
import { landText, numberText } from "../../lib/number-text.ts";
import { placeName } from "../../lib/place-name.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { page as mapPage } from "../map/map.page.tsx";
import { PlacePath } from "../PlacePath.tsx";
import { page as targetsPage } from "../targets/targets.page.tsx";
import { PlacePicture } from "./PlacePicture.tsx";
import styles from "./ProfileHead.module.css";
import { page as profilePage } from "./profile.page.tsx";
import { isPlaced } from "./Section.tsx";

export function ProfileHead({ profile }: { profile: PlaceProfile }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const { fiscalYear } = useUrl();
  const { place, path, facts } = profile;
  const number = (value: number) => numberText(value, language);
  const unknown = t({ id: "profile.notKnown" });
  const shown: [name: string, value: string][] = [
    [t({ id: "area.size" }), facts.area_m2 === null ? unknown : landText(facts.area_m2, language)],
    [
      facts.population_date
        ? t({ id: "profile.persons.on" }, { date: dateText(facts.population_date, language) })
        : t({ id: "profile.persons" }),
      facts.persons === null ? unknown : t({ id: "profile.persons.count" }, { count: number(facts.persons) }),
    ],
  ];
  for (const fact of ["districts", "tambon", "local_authorities"] as const) {
    const count = facts[fact];
    // an authority without published tambon has some all the same
    if (count !== null)
      shown.push([t({ id: `profile.${fact}` }), isPlaced(profile) ? number(count) : unknown]);
  }

  return (
    <div className={styles.head}>
      <p className={`${styles.brand} print-only`}>
        <Mark size={18} /> {t({ id: "app.name" })} · {profilePage.title[language]}
      </p>
      <div className={styles.words}>
        <PlacePath path={path} fiscalYear={fiscalYear}>
          <span aria-current="page">
            {t({ id: `profile.level.${place.level}` })} · {t({ id: "profile.code" }, { code: place.code })}
          </span>
        </PlacePath>
        <h1>{placeName(place, language)}</h1>
        <dl className={styles.facts}>
          {shown.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div className={`${styles.actions} screen-only`}>
          <ButtonLink
            icon="card"
            href={pageLink(
              mapPage,
              {},
              { area: place.code === "TH" ? null : place.code, fiscal_year: fiscalYear },
            )}
          >
            {t({ id: "targets.onMap" })}
          </ButtonLink>
          <ButtonLink
            icon="check"
            href={pageLink(
              targetsPage,
              {},
              { area: place.code === "TH" ? null : place.code, fiscal_year: fiscalYear },
            )}
          >
            {t({ id: "country.targets" })}
          </ButtonLink>
          <Button icon="print" onClick={() => print()}>
            {t({ id: "profile.print" })}
          </Button>
        </div>
      </div>
      <PlacePicture profile={profile} />
    </div>
  );
}
