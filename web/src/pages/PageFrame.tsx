// The bar above and the column of a page beside the map.
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { LanguageSwitch } from "../features/language/LanguageSwitch.tsx";
import { ThemeSwitch } from "../features/theme/ThemeSwitch.tsx";
import { Mark } from "../ui/Mark.tsx";
import { useUrl } from "../use-url.ts";
import styles from "./PageFrame.module.css";

export function PageFrame({ children }: { children: ReactNode }) {
  const { formatMessage: t } = useIntl();
  const { language } = useUrl();
  return (
    <div className={styles.page}>
      <header className={`${styles.bar} screen-only`}>
        <a className={styles.brand} href={language ? `/?lang=${language}` : "/"}>
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
      <main className={styles.main}>{children}</main>
    </div>
  );
}
