// country › region › province › district › tambon of what is selected; each step goes there.
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { areaQuery } from "../../data/queries.ts";
import { usePlaces } from "../../data/use-areas.ts";
import { isAreaCode } from "../../lib/area-name.ts";
import { namedPlace } from "../../lib/named-place.ts";
import { placeName } from "../../lib/place-name.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useKeptInSight } from "../../ui/use-kept-in-sight.ts";
import { useGoTo } from "../../view/use-go-to.ts";
import styles from "./Breadcrumb.module.css";

/** @param code of the place selected, null for the country */
export function Breadcrumb({ code }: { code: string | null }) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const goTo = useGoTo();
  const { data } = useQuery({ ...areaQuery(code ?? ""), enabled: code !== null && isAreaCode(code) });
  const places = usePlaces(code !== null && !isAreaCode(code)).data;
  const place = code && places ? namedPlace(places, code) : undefined;
  const path =
    code && data
      ? [...(data.region ? [data.region] : []), ...data.ancestors, data].map((step) => ({
          code: step.code,
          name: placeName(step, language),
        }))
      : place
        ? [{ code: place.code, name: place.name[language] }]
        : [];
  const nav = useRef<HTMLElement>(null);
  useKeptInSight(nav, `[data-code="${path.at(-1)?.code ?? "TH"}"]`);
  return (
    <nav ref={nav} className={styles.crumbs} aria-label={t({ id: "breadcrumb.title" })}>
      <ol>
        <li>
          <button
            type="button"
            data-code="TH"
            onClick={goTo.country}
            aria-current={path.length === 0 ? "location" : undefined}
          >
            {t({ id: "country.name" })}
          </button>
        </li>
        {path.map((step) => (
          <li key={step.code}>
            <Icon name="chevron" size={12} />
            <button
              type="button"
              data-code={step.code}
              onClick={() => goTo.area(step.code)}
              aria-current={step.code === code ? "location" : undefined}
            >
              {step.name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
