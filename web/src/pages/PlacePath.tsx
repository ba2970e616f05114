// What a place lies in, from the country down: each a link to its profile.
import type { PlaceRef } from "@phuenthi/server/contract/filter";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { profileLink } from "../address/page-links.ts";
import { useLanguage } from "../address/use-language.ts";
import { useUrl } from "../address/use-url.ts";
import { placeName } from "../lib/place-name.ts";
import { Icon } from "../ui/Icon.tsx";
import styles from "./PlacePath.module.css";

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
  const { language: asked } = useUrl();
  return (
    <nav className={styles.path} aria-label={t({ id: "breadcrumb.title" })}>
      <ol>
        {path.map((above) => (
          <li key={above.code}>
            <a href={profileLink(above.code, fiscalYear, asked)}>{placeName(above, language)}</a>
            <Icon name="chevron" size={12} />
          </li>
        ))}
        <li>{children}</li>
      </ol>
    </nav>
  );
}
