// The three levels as lists of arcs: tambon as given, districts and provinces dissolved from them.
import type { Conformed, Level, NamedArea } from "./conform.ts";
import { type Coverage, type PolygonOfArcs, UNITS_PER_DEGREE } from "./topology/coverage.ts";
import { dissolve } from "./topology/dissolve.ts";

export interface Shape extends Omit<NamedArea, "place"> {
  level: Level;
  polygons: PolygonOfArcs[];
  /** west, south, east, north in degrees */
  bbox: [number, number, number, number];
}

/** @param coverage built from `areas.tambon`, in the same order */
export function buildShapes(areas: Conformed, coverage: Coverage): Shape[] {
  const boxes = coverage.arcs.map((arc) => {
    const box: Shape["bbox"] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at < arc.length; at += 2) growBox(box, arc[at]!, arc[at + 1]!);
    return box;
  });
  const shape = (level: Level, { code, name_th, name_en }: NamedArea, polygons: PolygonOfArcs[]): Shape => {
    const bbox: Shape["bbox"] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const reference of polygons.flat(2)) {
      const [west, south, east, north] = boxes[reference < 0 ? ~reference : reference]!;
      growBox(bbox, west, south);
      growBox(bbox, east, north);
    }
    const degrees = bbox.map((value) => value / UNITS_PER_DEGREE) as Shape["bbox"];
    return { level, code, name_th, name_en, polygons, bbox: degrees };
  };
  const merge = (level: "province" | "district", length: number) => {
    const children = new Map<string, PolygonOfArcs[][]>();
    areas.tambon.forEach(({ code }, index) => {
      const parent = code.slice(0, length);
      const list = children.get(parent) ?? [];
      list.push(coverage.areas[index]!);
      children.set(parent, list);
    });
    return areas[level].map((area) => shape(level, area, dissolve(children.get(area.code)!, coverage.arcs)));
  };
  return [
    ...merge("province", 2),
    ...merge("district", 4),
    ...areas.tambon.map((area, index) => shape("tambon", area, coverage.areas[index]!)),
  ];
}

function growBox(box: Shape["bbox"], x: number, y: number): void {
  if (x < box[0]) box[0] = x;
  if (y < box[1]) box[1] = y;
  if (x > box[2]) box[2] = x;
  if (y > box[3]) box[3] = y;
}
