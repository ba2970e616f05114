// The same filter as a table: areas with their coverage, where the most is left, and records of any kind.
import { Tabs } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { useIntl } from "react-intl";
import type { TableTab } from "../../address/url-state.ts";
import { useLanguage } from "../../address/use-language.ts";
import { updateUrl } from "../../address/use-url.ts";
import { register } from "../../lib/kinds.ts";
import { IconButton } from "../../ui/Button.tsx";
import { Select } from "../../ui/Field.tsx";
import { useKeptInSight } from "../../ui/use-kept-in-sight.ts";
import { AreasTable } from "./AreasTable.tsx";
import { GapsTable } from "./GapsTable.tsx";
import styles from "./TablePanel.module.css";

/** Tables of areas; beside them the kinds that are tabs. The other kinds of records stand in a list. */
const OF_AREAS = ["areas", "gaps"] as const;
const tabs = register.open.filter(({ tab }) => tab);
const others = register.open.filter(({ tab }) => !tab);

/** @param actions buttons beside the tabs, such as export @param records the table of a kind's records, by its id */
export default function TablePanel({
  tab,
  actions,
  records,
  onChosen,
}: {
  tab: TableTab;
  actions: ReactNode;
  records: (kind: string) => ReactNode;
  onChosen: () => void;
}) {
  const { formatMessage: t } = useIntl();
  const language = useLanguage();
  const show = (chosen: string) => updateUrl({ table: chosen, sort: null });
  const kind = register.byCollection(tab);
  const list = useRef<HTMLDivElement>(null);
  useKeptInSight(list, `[id$="trigger-${tab}"]`);
  const isOther = others.some(({ collection }) => collection === tab);
  return (
    <Tabs.Root className={styles.panel} value={tab} onValueChange={show}>
      <div className={styles.bar}>
        <Tabs.List ref={list} className={styles.tabs} aria-label={t({ id: "table.title" })}>
          {OF_AREAS.map((one) => (
            <Tabs.Trigger key={one} value={one}>
              {t({ id: `table.${one}` })}
            </Tabs.Trigger>
          ))}
          {tabs.map((one) => (
            <Tabs.Trigger key={one.id} value={one.collection}>
              {one.tab?.[language]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <div className={styles.others} data-chosen={isOther}>
          <Select
            label={t({ id: "table.others" })}
            isLabelHidden
            value={isOther ? tab : ""}
            options={[
              ...(isOther ? [] : [{ value: "", text: t({ id: "table.others" }) }]),
              ...others.map((one) => ({ value: one.collection, text: one.many[language] })),
            ]}
            onChange={show}
          />
        </div>
        <div className={styles.actions}>
          {actions}
          <IconButton
            icon="close"
            label={t({ id: "table.close" })}
            onClick={() => updateUrl({ table: null, sort: null })}
          />
        </div>
      </div>
      {[...OF_AREAS, ...tabs.map(({ collection }) => collection), ...(isOther ? [tab] : [])].map((one) => (
        <Tabs.Content key={one} value={one} className={styles.content} tabIndex={-1}>
          {one === "areas" && <AreasTable onChosen={onChosen} />}
          {one === "gaps" && <GapsTable onChosen={onChosen} />}
          {one === tab && kind && records(kind.id)}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
