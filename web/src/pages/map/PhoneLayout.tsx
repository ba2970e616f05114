// Phones: search on top, the map, and a sheet that a thumb reaches, with what the bar at the bottom chooses.
import { lazy, Suspense, useMemo, useState } from "react";
import { useIntl } from "react-intl";
import { countConditions } from "../../address/url-state.ts";
import { updateUrl } from "../../address/use-url.ts";
import { Breadcrumb } from "../../features/breadcrumb/Breadcrumb.tsx";
import { FilterChips } from "../../features/filters/FilterChips.tsx";
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
import { BottomSheet, type SheetSize } from "../../ui/BottomSheet.tsx";
import { IconButton } from "../../ui/Button.tsx";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { Mark } from "../../ui/Mark.tsx";
import { Skeleton } from "../../ui/States.tsx";
import { useView } from "../../view/use-view.ts";
import type { LayoutProps } from "./layout-props.ts";
import { MapLinkNotices } from "./MapLinkNotices.tsx";
import { MapSampleNotice } from "./MapSampleNotice.tsx";
import { MapStage } from "./MapStage.tsx";
import styles from "./PhoneLayout.module.css";
import { SelectionCard } from "./SelectionCard.tsx";

const FilterPanel = lazy(() => import("../../features/filters/FilterPanel.tsx"));
const TablePanel = lazy(() => import("../../features/table/TablePanel.tsx"));

type Place = "card" | "layers" | "filters" | "table";
const PLACES: { id: Place; icon: IconName }[] = [
  { id: "card", icon: "card" },
  { id: "layers", icon: "layers" },
  { id: "filters", icon: "filter" },
  { id: "table", icon: "table" },
];
/** Pixels of the sheet; the same as in PhoneLayout.module.css. */
const PEEK = 176;
const HALF_SHARE = 0.44;

export function PhoneLayout({ onController, onExport, message, onMessage }: LayoutProps) {
  const { formatMessage: t } = useIntl();
  const { url, filter } = useView();
  // the filter opened from a table is about that table, which waits behind it
  const [isOverTable, setOverTable] = useState(false);
  const place: Place = url.table ? (isOverTable ? "filters" : "table") : (url.panel ?? "card");
  const [size, setSize] = useState<SheetSize>(
    url.table ? "full" : url.selection || url.panel ? "half" : "peek",
  );
  const padding = useMemo(() => {
    const sheet = size === "peek" ? PEEK : Math.round(innerHeight * HALF_SHARE);
    return { top: 40, left: 8, right: 52, bottom: sheet };
  }, [size]);
  const conditions = countConditions(filter);
  const loading = <Skeleton lines={6} label={t({ id: "state.loading" })} />;

  const open = (chosen: Place) => {
    if (chosen === place && size !== "peek") return setSize("peek");
    const isOver = chosen === "filters" && url.table !== null;
    setOverTable(isOver);
    if (isOver) return setSize("half");
    updateUrl(
      chosen === "table"
        ? { table: url.table ?? "areas", sort: null }
        : { table: null, sort: null, panel: chosen === "card" ? null : chosen },
    );
    setSize(chosen === "table" ? "full" : "half");
  };
  const showCard = () => {
    setOverTable(false);
    updateUrl({ table: null, sort: null, panel: null }, "replace");
    setSize("half");
  };

  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <h1>
          <Mark size={36} />
          <span className="visually-hidden">{t({ id: "app.name" })}</span>
        </h1>
        <SearchBox onChosen={showCard} />
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className={styles.main}>
        <MapStage padding={padding} onController={onController} onPicked={showCard} />
        <div className={styles.top}>
          {size === "peek" && <MapSampleNotice />}
          <FilterChips />
          <QuietLevel />
          <ConnectionBanner />
          <MapLinkNotices />
          {message && <Message text={message} onClose={() => onMessage(null)} />}
        </div>
        <div className={styles.controls} data-size={size}>
          <MapControls>
            <LocateButton onMessage={onMessage} onFound={showCard} />
          </MapControls>
        </div>
        <BottomSheet
          size={size}
          onSize={setSize}
          label={t({ id: `place.${place}` })}
          words={{
            larger: t({ id: "sheet.larger" }),
            smaller: t({ id: "sheet.smaller" }),
            handle: t({ id: "sheet.handle" }),
          }}
          // on the map while that is what is read, in the sheet once that is up: always in sight, never twice
          top={size !== "peek" && <MapSampleNotice />}
        >
          <div className={place === "table" ? styles.flush : styles.body} id="information" tabIndex={-1}>
            {place === "card" && (
              <>
                {url.selection && (
                  <div className={styles.crumbs}>
                    <Breadcrumb code={url.selection.type === "area" ? url.selection.id : null} />
                    <IconButton
                      icon="close"
                      label={t({ id: "card.close" })}
                      onClick={() => updateUrl({ selection: null })}
                    />
                  </div>
                )}
                <SelectionCard onExport={onExport} />
              </>
            )}
            {place === "layers" && (
              <LayerPanel legend={<Legend />} layerLegend={(layer) => <LayerLegend layer={layer} />} />
            )}
            {place === "layers" && <Attribution />}
            <Suspense fallback={loading}>
              {place === "filters" && (
                <FilterPanel
                  onTable={(table) => {
                    setOverTable(true);
                    updateUrl({ table, sort: null });
                  }}
                />
              )}
              {place === "table" && (
                <TablePanel
                  tab={url.table ?? "areas"}
                  onChosen={showCard}
                  records={(kind) => <RecordTable key={kind} kind={kind} onChosen={showCard} />}
                  actions={
                    <IconButton
                      icon="download"
                      label={t({ id: "action.export" })}
                      onClick={() => onExport()}
                    />
                  }
                />
              )}
            </Suspense>
          </div>
        </BottomSheet>
      </main>
      <nav className={styles.nav} aria-label={t({ id: "panel.title" })}>
        {PLACES.map(({ id, icon }) => (
          <button
            key={id}
            type="button"
            aria-current={id === place ? "page" : undefined}
            onClick={() => open(id)}
          >
            <Icon name={icon} size={22} />
            {t({ id: `place.${id}` })}
            {id === "filters" && conditions > 0 && <span className={styles.badge}>{conditions}</span>}
          </button>
        ))}
      </nav>
    </div>
  );
}
