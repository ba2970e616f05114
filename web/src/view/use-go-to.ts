// Choosing something from a list: select it, and bring it into view.
import { useQueryClient } from "@tanstack/react-query";
import { useContext } from "react";
import { updateUrl } from "../address/use-url.ts";
import { MapCommandsContext } from "../map/map-signals.ts";
import { showOrganization, showPlace } from "./show-on-map.ts";
import { useLayers } from "./use-layers.ts";

export function useGoTo() {
  const map = useContext(MapCommandsContext);
  const client = useQueryClient();
  const layers = useLayers();

  const showArea = (code: string) => showPlace(map, client, code);
  return {
    showArea,
    area: (code: string) => {
      updateUrl({ selection: { type: "area", id: code } });
      void showArea(code);
    },
    organization: (id: string) => {
      updateUrl({ selection: { type: "organization", id }, layers: layers.drawing("organizations") });
      void showOrganization(map, client, id);
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
