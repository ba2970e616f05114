// What the screen shows now, so that a filter is offered where it acts and told where it does not.
import { useUrl } from "../address/use-url.ts";
import { actsOn, type FilterField } from "../lib/filter-query.ts";
import { register } from "../lib/kinds.ts";
import { useLayers } from "./use-layers.ts";

/** coverage: figures of areas, which the map, the card and two of the tables always have; else a collection of records */
export type Shown = string;

export function useShown(): ReadonlySet<Shown> {
  const { table } = useUrl();
  const { on } = useLayers();
  return new Set<Shown>([
    "coverage",
    ...on.map((layer) => layer.switch.collection),
    ...(table && register.byCollection(table) ? [table] : []),
  ]);
}

/** Whether a field of the filter chooses among any of the collections. */
export function actsOnAny(field: FilterField, collections: Iterable<Shown>): boolean {
  return [...collections].some((one) => actsOn(field, one));
}
