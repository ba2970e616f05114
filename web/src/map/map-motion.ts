// How the map moves: where it may go, the room it leaves, and how long it takes, which is no time for whoever wants none.
import type { PaddingOptions } from "maplibre-gl";

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

/** Thailand, with some sea: the picture when a link says nothing else. */
export const HOME: Bounds = [97.3, 5.6, 105.7, 20.5];
/** As far as there is land to see; further south, so that Thailand fits above the sheet of a phone. */
export const MAX_BOUNDS: Bounds = [72, -26, 130, 36];

/** Pixels around what is fitted. */
export const MARGIN = 28;

/** Pixels between the panels at both sides that a picture needs; with less it goes below them. */
const NARROW = 200;

/** @param frame the map's */
export function withMargin(
  { top = 0, bottom = 0, left = 0, right = 0 }: PaddingOptions,
  frame: { clientWidth: number; clientHeight: number },
): PaddingOptions {
  if (frame.clientWidth - left - right < NARROW) {
    return { top: frame.clientHeight / 2 + MARGIN, bottom: bottom + MARGIN, left: MARGIN, right: MARGIN };
  }
  return { top: top + MARGIN, bottom: bottom + MARGIN, left: left + MARGIN, right: right + MARGIN };
}

export function reducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

export const duration = (ms: number) => (reducedMotion() ? 0 : ms);
