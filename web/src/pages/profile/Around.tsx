// Beside the place and in it: each a profile of its own.
import type { PlaceRef } from "@phuenthi/server/contract/vocabulary";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import type { NamedProfile } from "../../lib/left-out-names.ts";
import { numberText } from "../../lib/number-text.ts";
import styles from "./Around.module.css";
import { PlaceLink } from "./PlaceLink.tsx";
import { Card, Note, Nothing, Section } from "./Section.tsx";

export function Around({ profile }: { profile: NamedProfile }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const { place, children, neighbours } = profile;
  const count = (places: PlaceRef[]) => numberText(places.length, language);
  const level = (places: PlaceRef[]) => t({ id: `profile.levels.${places[0]?.level ?? place.level}` });
  return (
    <Section title={t({ id: "profile.around" })}>
      <div className={styles.wide}>
        {place.level !== "tambon" && (
          <Card
            title={
              children.length > 0
                ? t({ id: "profile.children" }, { level: level(children), count: count(children) })
                : t({ id: "profile.children.none" })
            }
          >
            {children.length > 0 ? (
              <Places places={children} />
            ) : (
              <Nothing profile={profile}>{t({ id: "profile.notKnown" })}</Nothing>
            )}
          </Card>
        )}
        {place.level !== "country" && (
          <Card
            title={t(
              { id: neighbours ? "profile.neighbours" : "profile.neighbours.unknown" },
              { level: level(neighbours ?? []), count: count(neighbours ?? []) },
            )}
          >
            {neighbours === null ? (
              <Note>{t({ id: "profile.notKnown.parts" })}</Note>
            ) : neighbours.length === 0 ? (
              <Note>{t({ id: "profile.neighbours.none" })}</Note>
            ) : (
              <Places places={neighbours} />
            )}
          </Card>
        )}
      </div>
    </Section>
  );
}

function Places({ places }: { places: PlaceRef[] }) {
  return (
    <ul className={styles.places}>
      {places.map((place) => (
        <li key={place.code}>
          <PlaceLink place={place} />
        </li>
      ))}
    </ul>
  );
}
