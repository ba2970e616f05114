import { useIntl } from "react-intl";
import { updateUrl } from "../../address/use-url.ts";
import { Button } from "../../ui/Button.tsx";
import { useQuietLevel } from "../../view/use-quiet-level.ts";
import styles from "./QuietLevel.module.css";

/** Says that the map has little to say by the level asked for, and leads to the one that has more. */
export function QuietLevel() {
  const { formatMessage: t } = useIntl();
  const quiet = useQuietLevel();
  if (!quiet) return null;
  const { asked, why, better } = quiet;
  return (
    <div className={`floating ${styles.quiet}`} role="status">
      <span>{t({ id: `quiet.${why}.${asked}` })}</span>
      {better && (
        <Button onClick={() => updateUrl({ level: better })}>{t({ id: `quiet.show.${better}` })}</Button>
      )}
    </div>
  );
}
