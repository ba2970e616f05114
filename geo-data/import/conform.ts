// From a publisher's rows to ours: our codes, names without prefixes, repaired names, shapes on the grid and
// wound as RFC 7946 has it. Pure. Nothing is judged here but what cannot be understood at all; see check-areas.
import type { Position } from "geojson";
import type { NameRepair } from "./lookups.ts";
import type { RawLevels, RawRow } from "./read.ts";
import type { BoundarySource } from "./source.schema.ts";
import { doubleArea, type GridPolygon, UNITS_PER_DEGREE } from "./topology/coverage.ts";

export type Level = "province" | "district" | "tambon";

export interface NamedArea {
  code: string;
  name_th: string;
  name_en: string;
}
export interface ConformedTambon extends NamedArea {
  polygons: GridPolygon[];
}
export interface Conformed {
  province: NamedArea[];
  district: NamedArea[];
  tambon: ConformedTambon[];
  /** What could not be understood, one sentence each, naming the area. */
  problems: string[];
  /** Codes whose Thai name was repaired. */
  repaired: string[];
}

/** Whole words only: an abbreviation may be part of a name (จ.ป.ร.). */
const prefixes: Record<Level, RegExp> = {
  province: /^จังหวัด/,
  district: /^(กิ่งอำเภอ|อำเภอ|เขต)/,
  tambon: /^(ตำบล|แขวง)/,
};

export function conform(source: BoundarySource, raw: RawLevels, repairs: readonly NameRepair[]): Conformed {
  const problems: string[] = [];
  const repaired: string[] = [];
  const repairOf = new Map(repairs.map((repair) => [repair.code, repair]));

  const nameArea = (level: Level, { properties }: RawRow): NamedArea => {
    const columns = source.columns[level];
    const [rawCode, th, en] = [columns.code, columns.name_th, columns.name_en].map((column) =>
      String(properties[column] ?? "")
        .normalize("NFC")
        .replace(/\s+/g, " ")
        .trim(),
    ) as [string, string, string];
    const code = rawCode.startsWith(source.code_prefix) ? rawCode.slice(source.code_prefix.length) : rawCode;
    const plain = th.replace(prefixes[level], "").trim();
    const repair = repairOf.get(code);
    if (repair?.found !== plain || repair.name_th === plain) return { code, name_th: plain, name_en: en };
    repaired.push(code);
    return { code, name_th: repair.name_th, name_en: en };
  };

  const tambon = raw.tambon.map((row) => {
    const named = nameArea("tambon", row);
    return { ...named, polygons: conformGeometry(row, named.code, problems) };
  });
  const parents = (level: "province" | "district") => {
    const named = raw[level].map((row) => nameArea(level, row));
    return raw[level] === raw.tambon ? mergeRepeated(level, named, tambon, problems) : named;
  };
  const byCode = (a: NamedArea, b: NamedArea) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
  return {
    province: parents("province").toSorted(byCode),
    district: parents("district").toSorted(byCode),
    tambon: tambon.toSorted(byCode),
    problems,
    repaired: [...new Set(repaired)],
  };
}

/** In flat formats every tambon repeats its district and province: once is enough, if they agree. */
function mergeRepeated(
  level: "province" | "district",
  named: readonly NamedArea[],
  tambon: readonly NamedArea[],
  problems: string[],
): NamedArea[] {
  const merged = new Map<string, NamedArea>();
  named.forEach((area, row) => {
    const { code } = tambon[row]!;
    if (!code.startsWith(area.code)) {
      problems.push(
        `tambon ${code} says its ${level} is ${area.code || "(blank)"}, but its code says otherwise`,
      );
      return;
    }
    const before = merged.get(area.code);
    if (!before) merged.set(area.code, area);
    else if (before.name_th !== area.name_th || before.name_en !== area.name_en) {
      problems.push(
        `${level} ${area.code} is called "${before.name_th}" (${before.name_en}) and, at tambon ${code}, "${area.name_th}" (${area.name_en})`,
      );
    }
  });
  return [...merged.values()];
}

function conformGeometry({ geometry }: RawRow, code: string, problems: string[]): GridPolygon[] {
  if (geometry?.type !== "Polygon" && geometry?.type !== "MultiPolygon") {
    problems.push(`tambon ${code} has ${geometry ? `a ${geometry.type}` : "no geometry"}, not a polygon`);
    return [];
  }
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) =>
    rings.map((ring, index) => {
      const points = roundRing(ring);
      const where = `tambon ${code}: the ring that starts at ${ring[0]?.slice(0, 2).join(", ") ?? "nowhere"}`;
      const [first, last] = [points[0], points.at(-1)];
      if (!first || !last || !points.every((point) => point.every(Number.isFinite))) {
        problems.push(`${where} has coordinates that are not numbers`);
        return [];
      }
      if (first[0] !== last[0] || first[1] !== last[1]) problems.push(`${where} is not closed`);
      const area = doubleArea(points.flat());
      if (points.length < 4 || area === 0) problems.push(`${where} encloses nothing`);
      // the outer ring counter-clockwise, holes clockwise
      return area > 0 === (index === 0) ? points : points.reverse();
    }),
  );
}

function roundRing(ring: readonly Position[]): [number, number][] {
  const points: [number, number][] = [];
  for (const [longitude, latitude] of ring) {
    const x = Math.round(longitude! * UNITS_PER_DEGREE);
    const y = Math.round(latitude! * UNITS_PER_DEGREE);
    const last = points.at(-1);
    if (last?.[0] !== x || last[1] !== y) points.push([x, y]);
  }
  return points;
}
