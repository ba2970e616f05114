// What areas show besides their lines, as feature-state: the class of each, which is selected and which is under the pointer.
import type { Map as MapLibreMap } from "maplibre-gl";
import { type AreaLevel, levelOfCode } from "../lib/area-name.ts";
import { NO_SLOT } from "../lib/classes.ts";
import { AREAS } from "./map-layer.ts";

/** Slots of one level's areas (lib/classes.ts). An area that is not among them has the land's colour. */
export type AreaClasses = { level: AreaLevel; codes: string[]; slots: number[] };

/** Areas outlined as selected: whole with a line, in part with a dashed one. */
export type Selected = { whole: readonly string[]; part: readonly string[] };

export class AreaStates {
  private drawnClasses: AreaClasses | null = null;
  /** areas that have a colour now, by level */
  private readonly coloured = new Map<AreaLevel, Set<string>>();
  private selected: Selected = { whole: [], part: [] };
  private hovered: string | null = null;

  constructor(private readonly map: MapLibreMap) {}

  paint(classes: AreaClasses | null): void {
    if (!classes || classes === this.drawnClasses || !this.map.getSource(AREAS)) return;
    this.drawnClasses = classes;
    const colour = (code: string, slot: number | undefined) =>
      this.map.setFeatureState({ source: AREAS, sourceLayer: classes.level, id: Number(code) }, { slot });
    const before = this.coloured.get(classes.level) ?? new Set();
    this.coloured.set(classes.level, new Set(classes.codes));
    classes.codes.forEach((code, i) => {
      colour(code, classes.slots[i]);
      before.delete(code);
    });
    for (const code of before) colour(code, NO_SLOT);
  }

  select(selected: Selected): void {
    if (!this.map.getSource(AREAS)) return;
    if (selected !== this.selected) {
      for (const code of [...this.selected.whole, ...this.selected.part]) this.mark(code, { selected: null });
    }
    this.selected = selected;
    for (const code of selected.whole) this.mark(code, { selected: "whole" });
    for (const code of selected.part) this.mark(code, { selected: "part" });
  }

  /** @param code null: none */
  hover(code: string | null): void {
    if (code === this.hovered) return;
    if (this.hovered) this.mark(this.hovered, { hover: false });
    if (code) this.mark(code, { hover: true });
    this.hovered = code;
  }

  private mark(code: string, state: { selected?: "whole" | "part" | null; hover?: boolean }): void {
    if (!this.map.getSource(AREAS)) return;
    this.map.setFeatureState({ source: AREAS, sourceLayer: levelOfCode(code), id: Number(code) }, state);
  }
}
