import { useIntl } from "react-intl";
import { Button } from "../../ui/Button.tsx";
import { useQuietLevel } from "../../use-quiet-level.ts";
import { updateUrl } from "../../use-url.ts";
import styles from "./Notices.module.css";

/** Says that the map has little to say by the level asked for, and leads to the one that has more. */
export function QuietLevel() {
  const { formatMessage: t } = useIntl();
  const quiet = useQuietLevel();
  if (!quiet) return null;
  const { asked, why, better } = quiet;
  return (
    <div className={styles.quiet} role="status">
      <span>{t({ id: `quiet.${why}.${asked}` })}</span>
      {better && (
        <Button onClick={() => updateUrl({ level: better })}>{t({ id: `quiet.show.${better}` })}</Button>
      )}
    </div>
  );
}
