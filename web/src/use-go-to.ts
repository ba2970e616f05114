// Choosing something from a list: select it, and bring it into view.
import { useQueryClient } from "@tanstack/react-query";
import { useContext } from "react";
import { isAreaCode, levelOfCode } from "./lib/area-name.ts";
import { zoomOfLevel } from "./lib/level-by-zoom.ts";
import type { Bounds } from "./map/map-motion.ts";
import { MapCommandsContext } from "./map/map-signals.ts";
import { areaQuery, organizationQuery, placesIndexQuery } from "./queries.ts";
import { partsOfPlaces } from "./use-places.ts";
import { updateUrl } from "./use-url.ts";

/** Close enough that an organization stands as a point of its own. */
const POINT_ZOOM = 13;
/** A local authority may be no larger than a tambon. */
const CLOSEST_ZOOM = 12;

export function useGoTo() {
  const map = useContext(MapCommandsContext);
  const client = useQueryClient();

  /** West, south, east, north of a place; null where it cannot be read. */
  const extentOf = async (code: string): Promise<Bounds | null> => {
    if (isAreaCode(code)) return (await client.fetchQuery(areaQuery(code))).bbox;
    // a region or an authority is as large as the areas it is made of
    const parts = partsOfPlaces(await client.ensureQueryData(placesIndexQuery)).get(code) ?? [];
    const boxes = await Promise.all(parts.map((part) => extentOf(part)));
    return boxes.reduce(
      (all, box) =>
        all && box
          ? [
              Math.min(all[0], box[0]),
              Math.min(all[1], box[1]),
              Math.max(all[2], box[2]),
              Math.max(all[3], box[3]),
            ]
          : (all ?? box),
      null,
    );
  };
  const showArea = async (code: string) => {
    // what cannot be read leaves the map where it is; its card says what is wrong
    const extent = await extentOf(code).catch(() => null);
    const closest = isAreaCode(code) ? zoomOfLevel[levelOfCode(code)] + 2 : CLOSEST_ZOOM;
    if (extent) map?.fit(extent, closest);
  };
  return {
    showArea,
    area: (code: string) => {
      updateUrl({ selection: { type: "area", id: code } });
      void showArea(code);
    },
    organization: async (id: string) => {
      updateUrl({ selection: { type: "organization", id }, points: true });
      const found = await client.fetchQuery(organizationQuery(id)).catch(() => null);
      if (found?.position) map?.flyTo(found.position, POINT_ZOOM);
      else if (found) void showArea(found.area_code);
    },
    plan: (id: string, areaCode: string) => {
      updateUrl({ selection: { type: "plan", id } });
      void showArea(areaCode);
    },
    country: () => {
      updateUrl({ selection: null });
      map?.home();
    },
  };
}
