// The bar above and the column of a page beside the map.
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { pageLink } from "../address/page.ts";
import { useUrl } from "../address/use-url.ts";
import { LanguageSwitch } from "../features/language/LanguageSwitch.tsx";
import { ApiLinks } from "../features/notices/ApiLinks.tsx";
import { ConnectionBanner } from "../features/notices/ConnectionBanner.tsx";
import { ThemeSwitch } from "../features/theme/ThemeSwitch.tsx";
import { Mark } from "../ui/Mark.tsx";
import { page as mapPage } from "./map/map.page.tsx";
import styles from "./PageFrame.module.css";

/** @param place, indicator what the page is of: the way back to the map leads there, in the year on the screen */
export function PageFrame({
  place,
  indicator = null,
  children,
}: {
  place?: string;
  indicator?: string | null;
  children: ReactNode;
}) {
  const { formatMessage: t } = useIntl();
  const { fiscalYear, selection } = useUrl();
  const shown = place ?? (selection?.type === "area" ? selection.id : "TH");
  return (
    <div className={styles.page}>
      <header className={`${styles.bar} screen-only`}>
        <a
          className={styles.brand}
          href={pageLink(
            mapPage,
            {},
            { area: shown === "TH" ? null : shown, indicator, fiscal_year: fiscalYear },
          )}
        >
          <Mark size={34} />
          <span>
            {t({ id: "app.name" })}
            <small>{t({ id: "targets.toMap" })}</small>
          </span>
        </a>
        <div className={styles.tools}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main className={styles.main}>
        <ConnectionBanner />
        {children}
      </main>
      <footer className={`${styles.footer} screen-only`}>
        <ApiLinks />
      </footer>
    </div>
  );
}
