import { type ReactNode, useContext } from "react";
import { useIntl } from "react-intl";
import { MapCommandsContext } from "../../map/map-signals.ts";
import { IconButton } from "../../ui/Button.tsx";
import styles from "./MapControls.module.css";

/** @param children further buttons, such as "where am I" */
export function MapControls({ children }: { children: ReactNode }) {
  const { formatMessage: t } = useIntl();
  const map = useContext(MapCommandsContext);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar of buttons is no form's fieldset
    <div className={styles.controls} role="group" aria-label={t({ id: "map.controls" })}>
      {children}
      <IconButton icon="country" label={t({ id: "map.home" })} onClick={() => map?.home()} />
      <IconButton icon="plus" label={t({ id: "map.in" })} onClick={() => map?.zoomIn()} />
      <IconButton icon="minus" label={t({ id: "map.out" })} onClick={() => map?.zoomOut()} />
    </div>
  );
}
