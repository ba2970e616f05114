import { pageLink } from "../address/page.ts";
import { layer as organizations } from "../map/layers/organizations.layer.ts";
import { page as mapPage } from "./map/map.page.tsx";

/** The record's card on the map; null for records that have none. @param type its table */
export function recordLink(type: string, id: string): string | null {
  // an organization is a point of the map
  if (type === "organization") return pageLink(mapPage, {}, { organization: id, layers: [organizations.id] });
  return type === "plan" ? pageLink(mapPage, {}, { plan: id }) : null;
}
