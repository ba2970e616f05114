// Brings what is selected into view. What cannot be read leaves the map where it is; its card says what is wrong.
import type { QueryClient } from "@tanstack/react-query";
import { extentQuery, recordQuery } from "../data/queries.ts";
import { isAreaCode, levelOfCode } from "../lib/area-name.ts";
import { zoomOfLevel } from "../lib/level-by-zoom.ts";
import type { OrganizationItem, PlanItem } from "../lib/record-types.ts";
import type { MapCommands } from "../map/map-signals.ts";

/** Close enough that an organization stands as a point of its own. */
const POINT_ZOOM = 13;
/** A local authority may be no larger than a tambon. */
const CLOSEST_ZOOM = 12;

/** @param code of an area, a region or a local authority */
export async function showPlace(map: MapCommands | null, client: QueryClient, code: string): Promise<void> {
  const extent = await client.fetchQuery(extentQuery([code])).catch(() => null);
  const closest = isAreaCode(code) ? zoomOfLevel[levelOfCode(code)] + 2 : CLOSEST_ZOOM;
  if (extent?.bbox) map?.fit(extent.bbox, closest);
}

export async function showOrganization(
  map: MapCommands | null,
  client: QueryClient,
  id: string,
): Promise<void> {
  const found = await client.fetchQuery(recordQuery<OrganizationItem>("organization", id)).catch(() => null);
  if (found?.position) map?.flyTo(found.position, POINT_ZOOM);
  else if (found) await showPlace(map, client, found.area_code);
}

export async function showPlan(map: MapCommands | null, client: QueryClient, id: string): Promise<void> {
  const found = await client.fetchQuery(recordQuery<PlanItem>("plan", id)).catch(() => null);
  if (found) await showPlace(map, client, found.area_code);
}
