import { organizationKind } from "@phuenthi/server/contract/filter";
import { useIntl } from "react-intl";
import { palettes } from "../../map/palette.ts";
import { useTheme } from "../../ui/use-theme.ts";
import styles from "./KindLegend.module.css";

/** Colours of the organization points. Kinds left out by the filter are left out here too. */
export function KindLegend({ kinds }: { kinds: readonly string[] }) {
  const { formatMessage: t } = useIntl();
  const palette = palettes[useTheme()];
  const shown = organizationKind.options.filter((kind) => kinds.length === 0 || kinds.includes(kind));
  return (
    <ul className={styles.kinds} aria-label={t({ id: "legend.kinds" })}>
      {shown.map((kind) => (
        <li key={kind}>
          <span className={styles.dot} style={{ background: palette.kinds[kind] }} />
          {t({ id: `kind.${kind}` })}
        </li>
      ))}
      <li>
        <span className={styles.cluster} style={{ background: palette.cluster, color: palette.clusterText }}>
          9
        </span>
        {t({ id: "legend.cluster" })}
      </li>
    </ul>
  );
}
