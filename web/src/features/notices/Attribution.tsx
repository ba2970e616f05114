import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useLanguage } from "../../address/use-language.ts";
import { healthQuery } from "../../data/queries.ts";
import { ApiLinks } from "./ApiLinks.tsx";
import styles from "./Attribution.module.css";

/** Where lines and land come from, as their licences ask; and the way to the data. */
export function Attribution() {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const { data } = useQuery(healthQuery);
  const boundary = data?.boundary;

  /** As the licence asks; of invented lines, that they are, in the reader's language. */
  function sayBoundary({ sample, source }: NonNullable<typeof boundary>): string {
    if (sample) return language === "th" ? source.title_th : source.title_en;
    return t({ id: "attribution.boundary" }, { source: source.attribution });
  }

  return (
    <p className={styles.attribution}>
      {boundary && <>{sayBoundary(boundary)} · </>}Natural Earth · MapLibre · <ApiLinks />
    </p>
  );
}
