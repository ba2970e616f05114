import { pageLink } from "../address/page.ts";
import { register } from "../lib/kinds.ts";
import { switchedLayers } from "../map/map-layers.ts";
import { page as mapPage } from "./map/map.page.tsx";

/**
 * The record's card on the map; null for what nobody may see.
 * @param type id of its kind
 * @param fiscalYear that the page before was of, where it was of one that was asked for
 */
export function recordLink(type: string, id: string, fiscalYear: number | null = null): string | null {
  const kind = register.open.find((one) => one.id === type);
  if (!kind) return null;
  const layers = switchedLayers.filter((layer) => layer.switch.collection === kind.collection);
  const search: Record<string, unknown> = { [type]: id, fiscal_year: fiscalYear };
  if (layers.length > 0) search.layers = layers.map((layer) => layer.id);
  return pageLink(mapPage, {}, search);
}
