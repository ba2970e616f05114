// What a place lies in, from the country down: each a link to its profile.
import type { PlaceRef } from "@phuenthi/server/contract/vocabulary";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { pageLink } from "../address/page.ts";
import { useLanguage } from "../address/use-language.ts";
import { placeName } from "../lib/place-name.ts";
import { Icon } from "../ui/Icon.tsx";
import styles from "./PlacePath.module.css";
import { page as profilePage } from "./profile/profile.page.tsx";

/** @param fiscalYear of the profiles; null: the last @param children the place itself, where the path ends */
export function PlacePath({
  path,
  fiscalYear,
  children,
}: {
  path: readonly PlaceRef[];
  fiscalYear: number | null;
  children: ReactNode;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  return (
    <nav className={styles.path} aria-label={t({ id: "breadcrumb.title" })}>
      <ol>
        {path.map((above) => (
          <li key={above.code}>
            <a href={pageLink(profilePage, { place: above.code }, { fiscal_year: fiscalYear })}>
              {placeName(above, language)}
            </a>
            <Icon name="chevron" size={12} />
          </li>
        ))}
        <li>{children}</li>
      </ol>
    </nav>
  );
}
