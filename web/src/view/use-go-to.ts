// Choosing something from a list: select it, and bring it into view.
import type { RecordKind } from "@phuenthi/server/records/record-kind";
import { useQueryClient } from "@tanstack/react-query";
import { useContext } from "react";
import { updateUrl } from "../address/use-url.ts";
import { register } from "../lib/kinds.ts";
import { MapCommandsContext } from "../map/map-signals.ts";
import { showPlace, showRecord } from "./show-on-map.ts";
import { useLayers } from "./use-layers.ts";

export function useGoTo() {
  const map = useContext(MapCommandsContext);
  const client = useQueryClient();
  const layers = useLayers();

  const showArea = (code: string) => showPlace(map, client, code);
  const record = (kind: Pick<RecordKind, "id" | "collection">, id: string) => {
    updateUrl({ selection: { type: kind.id, id }, layers: layers.drawing(kind.collection) });
    void showRecord(map, client, kind.id, id);
  };
  return {
    showArea,
    area: (code: string) => {
      updateUrl({ selection: { type: "area", id: code } });
      void showArea(code);
    },
    record,
    organization: (id: string) => record(register.byId("organization"), id),
    country: () => {
      updateUrl({ selection: null });
      map?.home();
    },
  };
}
