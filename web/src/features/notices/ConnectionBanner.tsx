import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useIntl } from "react-intl";
import { trouble } from "../../data/recovery.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { reasonOf } from "./away-reason.ts";
import styles from "./ConnectionBanner.module.css";

/** Without a network, or an answer, what was seen stays on the screen; this says so and why, and asks again. */
export function ConnectionBanner() {
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
  const error = useSyncExternalStore(trouble.subscribe, trouble.get);
  if (isOnline && !error) return null;
  return (
    <div className={`floating ${styles.banner} screen-only`} role="status">
      <Icon name="offline" size={18} />
      <span>{t({ id: isOnline && error ? `away.${reasonOf(error)}` : "offline.message" })}</span>
      <Button onClick={() => client.refetchQueries({ type: "active" })}>{t({ id: "state.retry" })}</Button>
    </div>
  );
}
