// What on this page is not real, for as long as it is not: small, never closed, in the language of the page.
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { healthQuery } from "../../queries.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Notices.module.css";

export function SampleNotice() {
  const { formatMessage: t } = useIntl();
  const { data } = useQuery(healthQuery);
  const isSampleBoundary = data?.boundary?.sample ?? false;
  if (!isSampleBoundary && !data?.sample_records) return null;
  return (
    <aside className={styles.sample} aria-label={t({ id: "sample.title" })}>
      <Icon name="info" size={15} />
      <span>
        {isSampleBoundary && <strong>{t({ id: "sample.boundary" })} </strong>}
        {data?.sample_records && t({ id: "sample.records" })}
      </span>
    </aside>
  );
}
