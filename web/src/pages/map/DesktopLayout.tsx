// Wide windows: bar above, layers or filters at the left, the card at the right, the table below.
import { Tabs } from "radix-ui";
import { lazy, Suspense, useMemo } from "react";
import { useIntl } from "react-intl";
import { countConditions, type Panel } from "../../address/url-state.ts";
import { updateUrl } from "../../address/use-url.ts";
import { Breadcrumb } from "../../features/breadcrumb/Breadcrumb.tsx";
import { FilterChips } from "../../features/filters/FilterChips.tsx";
import { HoverTip } from "../../features/hover-tip/HoverTip.tsx";
import { LanguageSwitch } from "../../features/language/LanguageSwitch.tsx";
import { LayerPanel } from "../../features/layer-panel/LayerPanel.tsx";
import { LayerLegend } from "../../features/legend/LayerLegend.tsx";
import { Legend } from "../../features/legend/Legend.tsx";
import { LocateButton } from "../../features/locate/LocateButton.tsx";
import { MapControls } from "../../features/map-controls/MapControls.tsx";
import { Attribution } from "../../features/notices/Attribution.tsx";
import { ConnectionBanner } from "../../features/notices/ConnectionBanner.tsx";
import { Message } from "../../features/notices/Message.tsx";
import { QuietLevel } from "../../features/notices/QuietLevel.tsx";
import { RecordTable } from "../../features/records/RecordTable.tsx";
import { SearchBox } from "../../features/search/SearchBox.tsx";
import { ThemeSwitch } from "../../features/theme/ThemeSwitch.tsx";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { Skeleton } from "../../ui/States.tsx";
import { useWindowWidth } from "../../ui/use-media.ts";
import { useView } from "../../view/use-view.ts";
import styles from "./DesktopLayout.module.css";
import type { LayoutProps } from "./layout-props.ts";
import { MapLinkNotices } from "./MapLinkNotices.tsx";
import { MapSampleNotice } from "./MapSampleNotice.tsx";
import { MapStage } from "./MapStage.tsx";
import { SelectionCard } from "./SelectionCard.tsx";

const FilterPanel = lazy(() => import("../../features/filters/FilterPanel.tsx"));
const TablePanel = lazy(() => import("../../features/table/TablePanel.tsx"));

/** Pixels that the panels of DesktopLayout.module.css cover at each side. */
const SIDES = { left: 352, right: 404, top: 44 };
const TABLE_SHARE = 0.42;
/** What the notices take where they stand below the panels. */
const NOTICES = 60;
const NARROW = 1200;

export function DesktopLayout({ onController, onExport, message, onMessage }: LayoutProps) {
  const { formatMessage: t } = useIntl();
  const { url, filter } = useView();
  const conditions = countConditions(filter);
  const { table, selection } = url;
  const isTable = table !== null;
  // between the panels no sentence has room
  const isNarrow = useWindowWidth() < NARROW;
  const padding = useMemo(
    () => ({
      ...SIDES,
      bottom: (isTable ? Math.round(innerHeight * TABLE_SHARE) : 24) + (isNarrow ? NOTICES : 0),
    }),
    [isTable, isNarrow],
  );
  const notices = (
    <div className={styles.notices}>
      <MapSampleNotice />
      <Attribution />
    </div>
  );
  const top = (
    <div className={styles.top}>
      <div className={styles.crumbs}>
        <Breadcrumb code={selection?.type === "area" ? selection.id : null} />
      </div>
      <FilterChips />
      {!isNarrow && <QuietLevel />}
      <ConnectionBanner />
      <MapLinkNotices />
      {message && <Message text={message} onClose={() => onMessage(null)} />}
    </div>
  );
  const loading = <Skeleton lines={6} label={t({ id: "state.loading" })} />;

  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <h1 className={styles.brand}>
          <Mark size={34} />
          <span>
            {t({ id: "app.name" })}
            <small>{t({ id: "app.tagline" })}</small>
          </span>
        </h1>
        <SearchBox onChosen={() => {}} />
        <div className={styles.tools}>
          <Button
            look="plain"
            icon="table"
            pressed={isTable}
            onClick={() => updateUrl({ table: isTable ? null : "areas", sort: null })}
          >
            {t({ id: "action.table" })}
          </Button>
          <Button look="plain" icon="download" onClick={() => onExport()}>
            {t({ id: "action.export" })}
          </Button>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main className={styles.main}>
        <MapStage padding={padding} onController={onController} onPicked={() => {}} />
        <HoverTip />
        <div className={styles.overlay} data-table={isTable} data-narrow={isNarrow}>
          {isNarrow && top}
          <Tabs.Root
            className={styles.left}
            value={url.panel === "filters" ? "filters" : "layers"}
            onValueChange={(panel) => updateUrl({ panel: panel === "filters" ? (panel as Panel) : null })}
          >
            <Tabs.List className={styles.tabs} aria-label={t({ id: "panel.title" })}>
              <Tabs.Trigger value="layers">{t({ id: "panel.layers" })}</Tabs.Trigger>
              <Tabs.Trigger value="filters">
                {t({ id: "panel.filters" })}
                {conditions > 0 && <span className={styles.badge}>{conditions}</span>}
              </Tabs.Trigger>
            </Tabs.List>
            <Tabs.Content value="layers" className={styles.body} tabIndex={-1}>
              <LayerPanel
                legend={
                  <>
                    {isNarrow && <QuietLevel />}
                    <Legend />
                  </>
                }
                layerLegend={(layer) => <LayerLegend layer={layer} />}
              />
            </Tabs.Content>
            <Tabs.Content value="filters" className={styles.body} tabIndex={-1}>
              <Suspense fallback={loading}>
                <FilterPanel onTable={(table) => updateUrl({ table, sort: null })} />
              </Suspense>
            </Tabs.Content>
          </Tabs.Root>

          <div className={styles.center}>
            {!isNarrow && top}
            <div className={styles.bottom}>
              {!isNarrow && notices}
              <MapControls>
                <LocateButton onMessage={onMessage} onFound={() => {}} />
              </MapControls>
            </div>
          </div>

          <aside className={styles.card} id="information" tabIndex={-1} aria-label={t({ id: "card.title" })}>
            {selection && (
              <IconButton
                icon="close"
                className={styles.close}
                label={t({ id: "card.close" })}
                onClick={() => updateUrl({ selection: null })}
              />
            )}
            <SelectionCard onExport={onExport} />
          </aside>

          {table && (
            <section className={styles.table} aria-label={t({ id: "table.title" })}>
              <Suspense fallback={<div className={styles.body}>{loading}</div>}>
                <TablePanel
                  tab={table}
                  onChosen={() => {}}
                  records={(kind) => <RecordTable key={kind} kind={kind} onChosen={() => {}} />}
                  actions={
                    <Button icon="download" look="plain" onClick={() => onExport()}>
                      {t({ id: "action.export" })}
                    </Button>
                  }
                />
              </Suspense>
            </section>
          )}
          {isNarrow && notices}
        </div>
      </main>
    </div>
  );
}
