import type { SwitchedLayer } from "../../map/map-layers.ts";
import { palettes } from "../../map/palette.ts";
import { useTheme } from "../../ui/use-theme.ts";
import { useView } from "../../view/use-view.ts";
import styles from "./LayerLegend.module.css";

/** The marks of a layer of records; of which there are none, by the filter, are left out. */
export function LayerLegend({ layer }: { layer: SwitchedLayer }) {
  const { filter, language } = useView();
  const theme = useTheme();
  const palette = palettes[theme];
  return (
    <ul className={styles.marks} aria-label={layer.switch.text[language]}>
      {layer.switch.legend({ theme, filter }).map(({ shape, color, text, several }) => (
        <li key={text.en}>
          <span
            className={styles.mark}
            data-shape={shape}
            data-several={several}
            style={{ background: color, color: palette.clusterText }}
          >
            {several && 9}
          </span>
          {text[language]}
        </li>
      ))}
    </ul>
  );
}
