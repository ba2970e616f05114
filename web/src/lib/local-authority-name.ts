// How local authorities (อปท.) are called: the kind stands before the name in Thai and after it in English.
import type { LocalAuthorityKind } from "@phuenthi/server/contract/vocabulary";

type Named = { kind: LocalAuthorityKind; name_th: string; name_en: string };

const prefixes: Record<LocalAuthorityKind, string> = {
  provincial_organization: "อบจ.",
  city_municipality: "เทศบาลนคร",
  town_municipality: "เทศบาลเมือง",
  subdistrict_municipality: "เทศบาลตำบล",
  municipality: "เทศบาล",
  subdistrict_organization: "อบต.",
  bangkok: "",
  bangkok_district: "เขต",
  pattaya: "เมือง",
};

const suffixes: Record<LocalAuthorityKind, string> = {
  provincial_organization: " PAO",
  city_municipality: " City Municipality",
  town_municipality: " Town Municipality",
  subdistrict_municipality: " Subdistrict Municipality",
  municipality: " Municipality",
  subdistrict_organization: " TAO",
  bangkok: "",
  bangkok_district: " District",
  pattaya: " City",
};

/** อบต.บางโปรง, เทศบาลนครนนทบุรี, เขตบางรัก · Bang Prong TAO, Nonthaburi City Municipality, Bang Rak District */
export function localAuthorityName(authority: Named, language: "th" | "en"): string {
  return language === "th"
    ? prefixes[authority.kind] + authority.name_th
    : authority.name_en + suffixes[authority.kind];
}
