// Which layers are switched on: the link says it, as they are called now or were called once.
import { useMemo } from "react";
import { updateUrl, useUrl } from "../address/use-url.ts";
import { type SwitchedLayer, switchedLayers } from "../map/map-layers.ts";

const isOn = (layer: SwitchedLayer, layers: readonly string[]) =>
  [layer.id, layer.switch.formerly].some((name) => name !== undefined && layers.includes(name));

export function useLayers() {
  const { layers } = useUrl();
  return useMemo(() => {
    const on = switchedLayers.filter((layer) => isOn(layer, layers));
    const withLayers = (wanted: (layer: SwitchedLayer) => boolean) =>
      switchedLayers.filter(wanted).map(({ id }) => id);
    return {
      on,
      set: (layer: SwitchedLayer, isWanted: boolean) =>
        updateUrl({ layers: withLayers((one) => (one === layer ? isWanted : on.includes(one))) }),
      /** whether some layer can draw a collection */
      isDrawn: (collection: string) => switchedLayers.some((one) => one.switch.collection === collection),
      /** what the link says with the layer on that draws a collection, where there is one */
      drawing: (collection: string) =>
        withLayers((one) => on.includes(one) || one.switch.collection === collection),
    };
  }, [layers]);
}
