// Where the map looks: at what a link names when somebody comes by it, and at the filter's places whenever they change.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Arrival } from "../../address/router.ts";
import { updateUrl, useArrival, usePageShown } from "../../address/use-url.ts";
import { extentQuery } from "../../data/queries.ts";
import type { MapController } from "../../map/map-controller.ts";
import { showPlace, showRecord } from "../../view/show-on-map.ts";

/** @param within the filter's places; a link with a position or a selection of its own keeps that at first */
export function useMapSight(map: MapController | null, within: readonly string[]): void {
  const client = useQueryClient();
  const arrival = useArrival();
  const isShown = usePageShown();
  const seen = useRef<Arrival>(null);
  const fitted = useRef("");
  const wanted = within.join();
  useEffect(() => {
    if (!map || !isShown) return;
    const isNew = seen.current !== arrival;
    seen.current = arrival;
    if (isNew) {
      const { how, state } = arrival;
      const { position, selection, filter } = state;
      // back and forward name the position too
      const hasSight = position !== null || selection !== null || how === "history";
      fitted.current = hasSight ? filter.within.join() : "";
      if (selection && !position) {
        const { type, id } = selection;
        void (type === "area" ? showPlace(map, client, id) : showRecord(map, client, type, id));
      }
      // the map was here before: it stays where it was, and the link says so
      else if (how === "link" && !position) updateUrl({ position: map.position() }, "replace");
    }
    if (wanted === fitted.current) return;
    fitted.current = wanted;
    if (wanted === "") return map.home();
    client.fetchQuery(extentQuery(wanted.split(","))).then(
      ({ bbox }) => {
        // another filter may have come meanwhile
        if (bbox && fitted.current === wanted) map.fit(bbox);
      },
      () => {},
    );
  }, [map, wanted, client, arrival, isShown]);
}
