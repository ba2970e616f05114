// What the filter holds, each condition a button that takes it away; pale where it does not act on what is shown.
import { useIntl } from "react-intl";
import { clearFilter, updateFilter } from "../../address/use-url.ts";
import { Icon } from "../../ui/Icon.tsx";
import { actsOnAny, useShown } from "../../view/use-shown.ts";
import { useView } from "../../view/use-view.ts";
import { useConditions } from "../../words/use-conditions.ts";
import styles from "./FilterChips.module.css";

export function FilterChips() {
  const { formatMessage: t } = useIntl();
  const { filter } = useView();
  const conditions = useConditions(filter);
  const shown = useShown();
  if (conditions.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t({ id: "filter.active" })}>
      {conditions.map(({ key, field, text, without }) => {
        const isIdle = !actsOnAny(field, shown);
        const name = isIdle ? `${text} (${t({ id: "filter.idle" })})` : text;
        return (
          <li key={key}>
            <button
              type="button"
              data-idle={isIdle}
              title={isIdle ? t({ id: "filter.idle" }) : undefined}
              onClick={() => updateFilter(without)}
              aria-label={t({ id: "filter.remove" }, { name })}
            >
              <span>{text}</span>
              <Icon name="close" size={14} />
            </button>
          </li>
        );
      })}
      {conditions.length > 1 && (
        <li>
          <button type="button" className={styles.clear} onClick={clearFilter}>
            {t({ id: "filter.clear" })}
          </button>
        </li>
      )}
    </ul>
  );
}
