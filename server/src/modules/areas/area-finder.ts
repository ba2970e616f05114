// Which tambon a point is in, from memory: the boxes of all tambon in a grid, and the lines of those that were asked near.
// The same answer as ST_Intersects gives: a point on a line is in both, and of those the lower code is told.
import { LRUCache } from "lru-cache";
import type { DataVersions } from "../../data-version.ts";
import type { Db } from "../../db.ts";
import { type AreaBox, findAreaLines, listAreaBoxes } from "./areas.sql.ts";
import { covers, type Rings, ringsOf } from "./point-in-area.ts";

/** Degrees; a few tambon to a cell. */
const CELL = 0.1;
const cellOf = (lon: number, lat: number) => Math.floor(lon / CELL) * 10_000 + Math.floor(lat / CELL);
/** Lines of the whole country at the usual resolution; of the finest those of where people are. */
const MAX_BYTES = 48 * 1024 * 1024;

type Boxes = Map<number, AreaBox[]>;

export class AreaFinder {
  private readonly boxes: () => Boxes | Promise<Boxes>;
  /** by the box itself: those of another boundary version are others */
  private readonly lines = new LRUCache<AreaBox, Rings>({
    maxSize: MAX_BYTES,
    sizeCalculation: (rings) => rings.reduce((sum, ring) => sum + ring.byteLength, 100),
  });

  constructor(
    private readonly db: Db,
    versions: DataVersions,
  ) {
    this.boxes = versions.kept(["boundary"], async () => {
      const found = await listAreaBoxes(db);
      this.lines.clear();
      return inCells(found);
    });
  }

  /** The tambon at a point, at once where its lines are in memory; null outside the country. */
  find(lon: number, lat: number): AreaBox | null | Promise<AreaBox | null> {
    const boxes = this.boxes();
    return boxes instanceof Promise
      ? boxes.then((read) => this.among(read, lon, lat))
      : this.among(boxes, lon, lat);
  }

  private among(boxes: Boxes, lon: number, lat: number): AreaBox | null | Promise<AreaBox | null> {
    for (const area of boxes.get(cellOf(lon, lat)) ?? []) {
      const [west, south, east, north] = area.bbox;
      if (lon < west || lon > east || lat < south || lat > north) continue;
      const rings = this.lines.get(area);
      // read, and from the beginning again: by then all before it are there
      if (!rings) return this.read(area).then(() => this.find(lon, lat));
      if (covers(rings, lon, lat)) return area;
    }
    return null;
  }

  private async read(area: AreaBox): Promise<void> {
    this.lines.set(area, ringsOf(await findAreaLines(this.db, area.boundary, area.code)));
  }
}

/** In the order of their codes, in every cell that their box touches. */
function inCells(areas: readonly AreaBox[]): Boxes {
  const byCell: Boxes = new Map();
  for (const area of areas) {
    const [west, south, east, north] = area.bbox.map((degrees) =>
      Math.floor(degrees / CELL),
    ) as AreaBox["bbox"];
    for (let x = west; x <= east; x += 1) {
      for (let y = south; y <= north; y += 1) {
        const cell = byCell.get(x * 10_000 + y);
        if (cell) cell.push(area);
        else byCell.set(x * 10_000 + y, [area]);
      }
    }
  }
  return byCell;
}
