// What the baked tiles hold. Ids and names only, never values: tiles of a boundary version never change.
// Every polygon's id is its code as a number (no code begins with 0). Properties begin where tiles are light: with
// code and names the heaviest tile of zoom 5 would be 190 KB instead of 104.
import type { Level } from "../conform.ts";

export const MAX_ZOOM = 12;
export const EXTENT = 4096;
/** Tile units drawn beyond the edge, so that lines do not show the seams. */
export const BUFFER = 64;

export const levels = ["province", "district", "tambon"] as const satisfies Level[];

/** Zooms from which each level's polygons are in the tiles (layers `province`, `district`, `tambon`). */
export const polygonsFromZoom: Record<Level, number> = { province: 0, district: 4, tambon: 4 };

/** Zoom from which polygons carry `code`, `name_th` and `name_en`; below it they carry their id alone. */
export const PROPERTIES_FROM_ZOOM = 9;

/** Zooms from which each level's names are in layer `label`, one point per area. */
export const labelsFromZoom: Record<Level, number> = { province: 0, district: 7, tambon: 9 };
