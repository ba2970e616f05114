// Names travel apart from shapes: one point per area, in the one tile that holds it, so that no label is drawn
// twice and the many tiles a province runs through do not all carry its name.
import type { Shape } from "../shapes.ts";
import { UNITS_PER_DEGREE } from "../topology/coverage.ts";
import { toMercator } from "../topology/simplify.ts";
import { EXTENT, labelsFromZoom } from "./tile-layers.ts";

export interface LabelledShape extends Shape {
  point: [longitude: number, latitude: number];
}

export interface LabelFeature {
  type: 1;
  id: number;
  tags: { level: string; code: string; name_th: string; name_en: string };
  geometry: [[x: number, y: number]];
}

/** Labels by tile, as "z/x/y". */
export function placeLabels(
  shapes: readonly LabelledShape[],
  minZoom: number,
  maxZoom: number,
): Map<string, LabelFeature[]> {
  const labels = new Map<string, LabelFeature[]>();
  for (const { level, code, name_th, name_en, point } of shapes) {
    const [worldX, worldY] = toMercator(point[0] * UNITS_PER_DEGREE, point[1] * UNITS_PER_DEGREE);
    for (let z = Math.max(minZoom, labelsFromZoom[level]); z <= maxZoom; z++) {
      const x = Math.floor(worldX * 2 ** z);
      const y = Math.floor(worldY * 2 ** z);
      const place: [number, number] = [
        Math.floor((worldX * 2 ** z - x) * EXTENT),
        Math.floor((worldY * 2 ** z - y) * EXTENT),
      ];
      const key = `${z}/${x}/${y}`;
      const list = labels.get(key) ?? [];
      list.push({ type: 1, id: Number(code), tags: { level, code, name_th, name_en }, geometry: [place] });
      labels.set(key, list);
    }
  }
  return labels;
}
