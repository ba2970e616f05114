import type { PlaceRef } from "@phuenthi/server/contract/filter";
import { profileLink } from "../../address/page-links.ts";
import { useLanguage } from "../../address/use-language.ts";
import { useUrl } from "../../address/use-url.ts";
import { placeName } from "../../lib/place-name.ts";

/** A place by its name, to its own profile in the same year. */
export function PlaceLink({ place }: { place: PlaceRef }) {
  const language = useLanguage();
  const { language: asked, fiscalYear } = useUrl();
  return <a href={profileLink(place.code, fiscalYear, asked)}>{placeName(place, language)}</a>;
}
