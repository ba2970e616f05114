// Brings what is selected into view. What cannot be read leaves the map where it is; its card says what is wrong.
import type { QueryClient } from "@tanstack/react-query";
import { extentQuery, recordQuery } from "../data/queries.ts";
import { isAreaCode, levelOfCode } from "../lib/area-name.ts";
import { zoomOfLevel } from "../lib/level-by-zoom.ts";
import { placeOfItem, type RecordDetail } from "../lib/record-item.ts";
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

/** @param kind id of the kind */
export async function showRecord(
  map: MapCommands | null,
  client: QueryClient,
  kind: string,
  id: string,
): Promise<void> {
  const found = await client.fetchQuery(recordQuery<RecordDetail>(kind, id)).catch(() => null);
  if (!found) return;
  const place = placeOfItem(found);
  if (found.position) map?.flyTo(found.position, POINT_ZOOM);
  else if (place) await showPlace(map, client, place);
}
