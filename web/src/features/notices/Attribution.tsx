import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { healthQuery } from "../../data/queries.ts";
import { ApiLinks } from "./ApiLinks.tsx";
import styles from "./Attribution.module.css";

/** Where lines and land come from, as their licences ask; and the way to the data. */
export function Attribution() {
  const { formatMessage: t } = useIntl();
  const { data } = useQuery(healthQuery);
  const boundary = data?.boundary?.source.attribution;
  return (
    <p className={styles.attribution}>
      {boundary && <>{t({ id: "attribution.boundary" }, { source: boundary })} · </>}Natural Earth · MapLibre
      · <ApiLinks />
    </p>
  );
}
