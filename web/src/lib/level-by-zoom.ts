import type { AreaLevel } from "./area-name.ts";

/** Provinces from afar, districts when a few provinces fill the window, tambon when a few districts do. */
export function levelByZoom(zoom: number): AreaLevel {
  if (zoom < 7) return "province";
  return zoom < 9.2 ? "district" : "tambon";
}

/** How near a click on an area comes when no shape is at hand: its own level readable, its parts visible. */
export const zoomOfLevel: Record<AreaLevel, number> = { province: 8, district: 10, tambon: 11.5 };
