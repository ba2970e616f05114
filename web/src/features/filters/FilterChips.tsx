// What the filter holds, each condition a button that takes it away.
import { useIntl } from "react-intl";
import { countConditions } from "../../lib/url-state.ts";
import { Icon } from "../../ui/Icon.tsx";
import { usePlaceName } from "../../use-places.ts";
import { clearFilter, updateFilter } from "../../use-url.ts";
import { useView } from "../../use-view.ts";
import styles from "./FilterChips.module.css";

export function FilterChips() {
  const { formatMessage: t } = useIntl();
  const { filter } = useView();
  const placeName = usePlaceName(filter.within.length > 0);
  if (countConditions(filter) === 0) return null;

  const chips = [
    ...filter.within.map((code) => ({
      key: code,
      text: placeName(code),
      remove: () => updateFilter({ within: filter.within.filter((one) => one !== code) }),
    })),
    ...filter.kind.map((kind) => ({
      key: kind as string,
      text: t({ id: `kind.${kind}` }),
      remove: () => updateFilter({ kind: filter.kind.filter((one) => one !== kind) }),
    })),
    ...filter.state.map((state) => ({
      key: state as string,
      text: t({ id: `plan_state.${state}` }),
      remove: () => updateFilter({ state: filter.state.filter((one) => one !== state) }),
    })),
    ...(filter.q ? [{ key: "q", text: `“${filter.q}”`, remove: () => updateFilter({ q: "" }) }] : []),
  ];
  return (
    <ul className={styles.chips} aria-label={t({ id: "filter.active" })}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button
            type="button"
            onClick={chip.remove}
            aria-label={t({ id: "filter.remove" }, { name: chip.text })}
          >
            {chip.text}
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" className={styles.clear} onClick={clearFilter}>
            {t({ id: "filter.clear" })}
          </button>
        </li>
      )}
    </ul>
  );
}
