// Places that are no areas: regions and local authorities.
import type { PlacesIndex } from "@phuenthi/server/contract/places";
import { fullName } from "./area-name.ts";
import { localAuthorityName } from "./local-authority-name.ts";

export type NamedPlace = { code: string; name: { th: string; en: string } };

/** A region or a local authority by its code; undefined for any other. */
export function namedPlace(places: PlacesIndex, code: string): NamedPlace | undefined {
  const region = places.regions.find((one) => one.code === code);
  if (region) return { code, name: { th: fullName(region, "th"), en: fullName(region, "en") } };
  const at = places.authorities.codes.indexOf(code);
  if (at < 0) return undefined;
  const authority = {
    kind: places.authorities.kinds[at] ?? "municipality",
    name_th: places.authorities.names_th[at] ?? code,
    name_en: places.authorities.names_en[at] ?? code,
  };
  return {
    code,
    name: { th: localAuthorityName(authority, "th"), en: localAuthorityName(authority, "en") },
  };
}

/** The areas that each region or local authority is made of; an authority without published tambon, its province. */
export function partsOfPlaces(places: PlacesIndex): Map<string, string[]> {
  const parts = new Map(places.regions.map((region) => [region.code, region.provinces]));
  places.tambon.codes.forEach((tambon, i) => {
    const code = places.authorities.codes[places.tambon.authorities[i] ?? -1] ?? "";
    parts.set(code, [...(parts.get(code) ?? []), tambon]);
  });
  places.authorities.codes.forEach((code, i) => {
    if (!parts.has(code)) parts.set(code, [places.authorities.provinces[i] ?? ""]);
  });
  return parts;
}
