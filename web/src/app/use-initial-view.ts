import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { isAreaCode } from "../lib/area-name.ts";
import { parseUrlState } from "../lib/url-state.ts";
import type { MapCommands } from "../map/map-signals.ts";
import { areaQuery } from "../queries.ts";

/** As the link came: the map writes its position into it as soon as it stands. */
const opened = parseUrlState(location.search);

/** A link that names an area but no position shows that area. */
export function useInitialView(map: MapCommands | null): void {
  const client = useQueryClient();
  useEffect(() => {
    const { position, selection } = opened;
    if (!map || position || selection?.type !== "area" || !isAreaCode(selection.id)) return;
    client.fetchQuery(areaQuery(selection.id)).then(
      (area) => map.fit(area.bbox, 15),
      // the card says what is wrong; the map stays where it is
      () => {},
    );
  }, [map, client]);
}
