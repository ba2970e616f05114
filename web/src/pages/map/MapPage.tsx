// The page: the map under everything, and around it what the window has room for.
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { useIntl } from "react-intl";
import type { TableTab } from "../../address/url-state.ts";
import { updateUrl, usePageShown } from "../../address/use-url.ts";
import { areaQuery } from "../../data/queries.ts";
import { fullName, isAreaCode } from "../../lib/area-name.ts";
import { emptyFilter, type Filter } from "../../lib/filter.ts";
import type { MapController } from "../../map/map-controller.ts";
import { MapCommandsContext } from "../../map/map-signals.ts";
import { usePhone } from "../../ui/use-media.ts";
import { useView } from "../../view/use-view.ts";
import { DesktopLayout } from "./DesktopLayout.tsx";
import { ExportScope } from "./ExportScope.tsx";
import type { LayoutProps } from "./layout-props.ts";
import { PhoneLayout } from "./PhoneLayout.tsx";
import { useMapSight } from "./use-map-sight.ts";

const ExportDialog = lazy(() => import("../../features/export/ExportDialog.tsx"));

export default function MapPage() {
  const { formatMessage: t } = useIntl();
  const { url, filter } = useView();
  const isShown = usePageShown();
  const isPhone = usePhone();
  const [controller, setController] = useState<MapController | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [exporting, setExporting] = useState<{ filter: Filter; initial: TableTab } | null>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches("input, select");
      if (!isShown || event.key !== "Escape" || event.defaultPrevented || isTyping || exporting) return;
      if (url.table) updateUrl({ table: null, sort: null });
      else if (url.selection) updateUrl({ selection: null });
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [url.table, url.selection, exporting, isShown]);

  useMapSight(controller, filter.within);

  const parts: LayoutProps = {
    onController: setController,
    onExport: (area) =>
      setExporting({
        filter: area ? { ...emptyFilter, within: [area] } : filter,
        initial: url.table ?? (area ? "organizations" : "areas"),
      }),
    message,
    onMessage: setMessage,
  };
  return (
    <MapCommandsContext value={controller}>
      <a className="skip" href="#information">
        {t({ id: "skip.information" })}
      </a>
      {isPhone ? <PhoneLayout {...parts} /> : <DesktopLayout {...parts} />}
      <SelectionSpoken />
      {exporting && (
        <Suspense fallback={null}>
          <ExportDialog
            filter={exporting.filter}
            initial={exporting.initial}
            scope={(what) => (
              <ExportScope filter={exporting.filter} of={what === "areas" ? "coverage" : what} />
            )}
            onClose={() => setExporting(null)}
          />
        </Suspense>
      )}
    </MapCommandsContext>
  );
}

/** Tells a screen reader what was chosen on the map, where nothing else moves the focus. */
function SelectionSpoken() {
  const { url, language } = useView();
  const code = url.selection?.type === "area" && isAreaCode(url.selection.id) ? url.selection.id : null;
  const { data } = useQuery({ ...areaQuery(code ?? ""), enabled: code !== null });
  return (
    <p className="visually-hidden" aria-live="polite">
      {code && data ? fullName(data, language) : ""}
    </p>
  );
}
