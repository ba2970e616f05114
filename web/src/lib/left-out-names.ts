// Names that an answer leaves out, because it has many local authorities and their list is not handed on: the page has
// them in its own index.
import type { CoverageExplanation, CoverageState, ExplainedUnit } from "@phuenthi/server/contract/coverage";
import type { PlacesIndex } from "@phuenthi/server/contract/places";
import type { PlaceProfile } from "@phuenthi/server/contract/profiles";
import type { PlaceRef } from "@phuenthi/server/contract/vocabulary";

type MaybeNamed = { code: string; name_th: string | null; name_en: string | null };
type Named<Place> = Omit<Place, "name_th" | "name_en"> & { name_th: string; name_en: string };
export type NamedUnit = Named<ExplainedUnit>;
export type NamedExplanation = Omit<CoverageExplanation, CoverageState> & Record<CoverageState, NamedUnit[]>;
export type NamedProfile = Omit<PlaceProfile, "neighbours"> & { neighbours: PlaceRef[] | null };

export const lacksNames = (places: readonly MaybeNamed[]): boolean =>
  places.some(({ name_th, name_en }) => name_th === null || name_en === null);

/**
 * @param index null where no name is left out
 * @returns gives each place its names; one that the index does not have is called by its code
 */
export function namesFrom(index: PlacesIndex | null) {
  const { codes = [], names_th = [], names_en = [] } = index?.authorities ?? {};
  const at = new Map(codes.map((code, i) => [code, i]));
  return <Place extends MaybeNamed>(places: readonly Place[]): Named<Place>[] =>
    places.map((place) => {
      const i = at.get(place.code) ?? -1;
      return {
        ...place,
        name_th: place.name_th ?? names_th[i] ?? place.code,
        name_en: place.name_en ?? names_en[i] ?? place.code,
      };
    });
}
