// Choosing something from a list: select it, and bring it into view.
import { useQueryClient } from "@tanstack/react-query";
import { useContext } from "react";
import { isAreaCode, levelOfCode } from "./lib/area-name.ts";
import { zoomOfLevel } from "./lib/level-by-zoom.ts";
import { MapCommandsContext } from "./map/map-signals.ts";
import { extentQuery, organizationQuery } from "./queries.ts";
import { updateUrl } from "./use-url.ts";

/** Close enough that an organization stands as a point of its own. */
const POINT_ZOOM = 13;
/** A local authority may be no larger than a tambon. */
const CLOSEST_ZOOM = 12;

export function useGoTo() {
  const map = useContext(MapCommandsContext);
  const client = useQueryClient();

  const showArea = async (code: string) => {
    // what cannot be read leaves the map where it is; its card says what is wrong
    const extent = await client.fetchQuery(extentQuery([code])).catch(() => null);
    const closest = isAreaCode(code) ? zoomOfLevel[levelOfCode(code)] + 2 : CLOSEST_ZOOM;
    if (extent?.bbox) map?.fit(extent.bbox, closest);
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
