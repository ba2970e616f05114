// The same filter as a table: areas with their coverage, where the most is left, organizations, plans.
import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import type { TableTab } from "../../address/url-state.ts";
import { updateUrl } from "../../address/use-url.ts";
import { IconButton } from "../../ui/Button.tsx";
import { AreasTable } from "./AreasTable.tsx";
import { GapsTable } from "./GapsTable.tsx";
import { OrganizationsTable, PlansTable } from "./RecordTables.tsx";
import styles from "./TablePanel.module.css";

const TABS = ["areas", "gaps", "organizations", "plans"] as const;

/** @param actions buttons beside the tabs, such as export */
export default function TablePanel({
  tab,
  actions,
  onChosen,
}: {
  tab: TableTab;
  actions: ReactNode;
  onChosen: () => void;
}) {
  const { formatMessage: t } = useIntl();
  return (
    <Tabs.Root
      className={styles.panel}
      value={tab}
      onValueChange={(chosen) => updateUrl({ table: chosen as TableTab, sort: null })}
    >
      <div className={styles.bar}>
        <Tabs.List className={styles.tabs} aria-label={t({ id: "table.title" })}>
          {TABS.map((one) => (
            <Tabs.Trigger key={one} value={one}>
              {t({ id: `table.${one}` })}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <div className={styles.actions}>
          {actions}
          <IconButton
            icon="close"
            label={t({ id: "table.close" })}
            onClick={() => updateUrl({ table: null, sort: null })}
          />
        </div>
      </div>
      {TABS.map((one) => (
        <Tabs.Content key={one} value={one} className={styles.content} tabIndex={-1}>
          {one === "areas" && <AreasTable onChosen={onChosen} />}
          {one === "gaps" && <GapsTable onChosen={onChosen} />}
          {one === "organizations" && <OrganizationsTable onChosen={onChosen} />}
          {one === "plans" && <PlansTable onChosen={onChosen} />}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
