import type { PlaceRef } from "@phuenthi/server/contract/vocabulary";
import { pageLink } from "../../address/page.ts";
import { useLanguage } from "../../address/use-language.ts";
import { useUrl } from "../../address/use-url.ts";
import { placeName } from "../../lib/place-name.ts";
import { page as profilePage } from "./profile.page.tsx";

/** A place by its name, to its own profile in the same year. */
export function PlaceLink({ place }: { place: PlaceRef }) {
  const language = useLanguage();
  const { fiscalYear } = useUrl();
  return (
    <a href={pageLink(profilePage, { place: place.code }, { fiscal_year: fiscalYear })}>
      {placeName(place, language)}
    </a>
  );
}
