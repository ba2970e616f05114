// How a target stands, in two or three words on a colour.
import type { OverviewItem } from "@phuenthi/server/contract/overview";
import { useIntl } from "react-intl";
import styles from "./PaceBadge.module.css";

export function PaceBadge({ state }: { state: OverviewItem["pace"]["state"] }) {
  const { formatMessage: t } = useIntl();
  if (state === "no_target") return null;
  return (
    <span className={styles.badge} data-state={state}>
      {t({ id: `pace.${state}` })}
    </span>
  );
}
