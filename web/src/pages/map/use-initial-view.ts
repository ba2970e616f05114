// Where the map looks: at what the link names when it opens, and at the filter's places whenever they change.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { parseUrlState } from "../../address/url-state.ts";
import { cameByHistory } from "../../address/use-url.ts";
import { extentQuery } from "../../data/queries.ts";
import type { MapCommands } from "../../map/map-signals.ts";
import { showOrganization, showPlace, showPlan } from "../../view/show-on-map.ts";

/** As the link came: the map writes its position into it as soon as it stands. */
const opened = parseUrlState(location.search);

/** A link that names a place or a record but no position shows where that is. */
export function useInitialView(map: MapCommands | null): void {
  const client = useQueryClient();
  useEffect(() => {
    const { position, selection } = opened;
    if (map && selection && !position) void showSelection[selection.type](map, client, selection.id);
  }, [map, client]);
}

const showSelection = { area: showPlace, organization: showOrganization, plan: showPlan };

/** @param within the filter's places; a link with a position or a selection of its own keeps that at first */
export function useFitToFilter(map: MapCommands | null, within: readonly string[]): void {
  const client = useQueryClient();
  const shown = useRef(opened.position || opened.selection ? opened.filter.within.join() : "");
  const wanted = within.join();
  useEffect(() => {
    if (!map || wanted === shown.current) return;
    shown.current = wanted;
    if (cameByHistory()) return;
    if (wanted === "") return map.home();
    client.fetchQuery(extentQuery(wanted.split(","))).then(
      ({ bbox }) => {
        // another filter may have come meanwhile
        if (bbox && shown.current === wanted) map.fit(bbox);
      },
      () => {},
    );
  }, [map, wanted, client]);
}
