import type { PlaceRef } from "@phuenthi/server/contract/filter";
import { fullName } from "./area-name.ts";

/** Any place by its name: areas with the prefix of their level, regions with theirs, the rest as they are called. */
export function placeName(place: PlaceRef, language: "th" | "en"): string {
  if (place.level === "region") {
    return language === "th" ? `ภาค${place.name_th}` : `${place.name_en} region`;
  }
  if (place.level === "country" || place.level === "local_authority") {
    return language === "th" ? place.name_th : place.name_en;
  }
  return fullName(place, language);
}
