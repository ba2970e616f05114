import type { PlaceRef } from "@phuenthi/server/contract/vocabulary";
import { fullName } from "./area-name.ts";
import { localAuthorityName } from "./local-authority-name.ts";

/** Any place by its name: areas with the prefix of their level, regions and local authorities with theirs. */
export function placeName(place: PlaceRef, language: "th" | "en"): string {
  if (place.kind) return localAuthorityName({ ...place, kind: place.kind }, language);
  if (place.level === "country" || place.level === "local_authority") {
    return language === "th" ? place.name_th : place.name_en;
  }
  return fullName(place, language);
}
