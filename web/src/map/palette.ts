// The map's colours, light and dark; the legend's swatches take them from here too. Marks of a layer of records have the
// colours that its own file gives them.
// The ramp changes in lightness from step to step, so that it reads without colour vision and in print.
import { NO_DATA_SLOT, NOT_APPLICABLE_SLOT, WITHHELD_SLOT } from "../lib/classes.ts";

export type Palette = {
  id: "light" | "dark";
  sea: string;
  land: string;
  neighbour: string;
  neighbourLine: string;
  /** by slot: zero, then the ramp of eight */
  ramp: readonly [string, string, string, string, string, string, string, string, string];
  notApplicable: string;
  noData: string;
  noDataLine: string;
  withheld: string;
  withheldDot: string;
  /** lines between areas, on coloured ground */
  line: string;
  label: string;
  labelHalo: string;
  selection: string;
  selectionHalo: string;
  cluster: string;
  clusterText: string;
  /** where the person is */
  here: string;
};

const light: Palette = {
  id: "light",
  sea: "#d3e3ee",
  land: "#ecebe7",
  neighbour: "#dedcd6",
  neighbourLine: "#c9c6be",
  ramp: ["#fffdf6", "#e6f1bd", "#c4e3b4", "#98d1b0", "#68bcb1", "#3fa1aa", "#2a8399", "#246284", "#213f68"],
  notApplicable: "#b9b4ab",
  noData: "#e9e6df",
  noDataLine: "#b5b0a5",
  withheld: "#f0eaf4",
  withheldDot: "#7a5f8f",
  line: "#5b6b70",
  label: "#22303a",
  labelHalo: "#ffffff",
  selection: "#b3261e",
  selectionHalo: "#ffffff",
  cluster: "#34424b",
  clusterText: "#ffffff",
  here: "#1a73e8",
};

const dark: Palette = {
  id: "dark",
  sea: "#16212a",
  land: "#2b3136",
  neighbour: "#21272c",
  neighbourLine: "#363e44",
  ramp: ["#3a4045", "#1f4f63", "#23687a", "#2c8189", "#439a93", "#6bb399", "#99caa0", "#c8e0ac", "#f3f3c4"],
  notApplicable: "#5a5650",
  noData: "#262b2f",
  noDataLine: "#59626a",
  withheld: "#3a3342",
  withheldDot: "#c3a9d9",
  line: "#0e161b",
  label: "#f2f5f4",
  labelHalo: "#12191e",
  selection: "#ffb4a8",
  selectionHalo: "#12191e",
  cluster: "#e3eaee",
  clusterText: "#12191e",
  here: "#1a73e8",
};

export const palettes = { light, dark };

/** CSS background of a legend swatch, the same look as on the map. */
export function swatch(palette: Palette, slot: number): string {
  if (slot === NOT_APPLICABLE_SLOT) return palette.notApplicable;
  if (slot === WITHHELD_SLOT) {
    const { withheld, withheldDot } = palette;
    return `radial-gradient(circle, ${withheldDot} 1.4px, ${withheld} 1.8px) 0 0 / 7px 7px`;
  }
  if (slot !== NO_DATA_SLOT) return palette.ramp[slot] ?? palette.land;
  const { noData, noDataLine } = palette;
  return `repeating-linear-gradient(135deg, ${noData} 0 3px, ${noDataLine} 3px 4px)`;
}
