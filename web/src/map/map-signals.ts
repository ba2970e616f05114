// What the map tells the rest of the page, outside React's state: it changes with every move of the pointer.
import { createContext } from "react";
import { createSignal } from "../lib/signal.ts";
import type { Hit } from "./hits.ts";
import type { MapController } from "./map-controller.ts";
import type { MapState } from "./map-layer.ts";

export const hoverSignal = createSignal<Hit | null>(null);
/** Decides the level shown; the country's picture until the map knows better. */
export const zoomSignal = createSignal(5);
/** Where the device says the person is; drawn on the map, never in the link. */
export const hereSignal = createSignal<MapState["here"]>(null);

/** What features may ask of the map: movements only. Null until it is on the screen. */
export type MapCommands = Pick<MapController, "fit" | "flyTo" | "home" | "zoomIn" | "zoomOut" | "focus">;
export const MapCommandsContext = createContext<MapCommands | null>(null);
