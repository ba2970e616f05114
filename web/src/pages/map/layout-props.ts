import type { MapController } from "../../map/map-controller.ts";

/** What both layouts are given. */
export type LayoutProps = {
  onController: (controller: MapController | null) => void;
  /** @param area code of the one area to take out; the page's own filter when left out */
  onExport: (area?: string) => void;
  message: string | null;
  onMessage: (message: string | null) => void;
};
