import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useIntl } from "react-intl";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./OfflineBanner.module.css";

/** Without a network what was seen stays on the screen; this says so, and asks again. */
export function OfflineBanner() {
  const { formatMessage: t } = useIntl();
  const client = useQueryClient();
  const isOnline = useSyncExternalStore(
    (listener) => {
      addEventListener("online", listener);
      addEventListener("offline", listener);
      return () => {
        removeEventListener("online", listener);
        removeEventListener("offline", listener);
      };
    },
    () => navigator.onLine,
  );
  if (isOnline) return null;
  return (
    <div className={`floating ${styles.offline}`} role="status">
      <Icon name="offline" size={18} />
      <span>{t({ id: "offline.message" })}</span>
      <Button onClick={() => client.refetchQueries({ type: "active" })}>{t({ id: "state.retry" })}</Button>
    </div>
  );
}
