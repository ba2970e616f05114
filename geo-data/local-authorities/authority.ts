// A local authority and the tambon it has, as read from a file or made up; nothing here knows a database.
import type { LocalAuthorityKind } from "@phuenthi/server/contract/vocabulary";

export interface LocalAuthority {
  /** 2 to 8 digits, the source's own */
  code: string;
  kind: LocalAuthorityKind;
  name_th: string;
  name_en: string;
  province_code: string;
}

/** Whether the authority has the whole tambon, or a part whose size nobody published. */
export interface CoveredArea {
  local_authority_code: string;
  area_code: string;
  extent: "whole" | "part";
}

export interface LocalAuthorities {
  authorities: LocalAuthority[];
  covered: CoveredArea[];
  /** what could not be matched, a line each, naming the authority or the tambon */
  unmatched: string[];
}

/** What the register of areas knows of a tambon or a Bangkok district. */
export interface RegisteredArea {
  code: string;
  level: "province" | "district" | "tambon";
  name_th: string;
  name_en: string;
}

const BANGKOK = "10";

/** In Bangkok the district (เขต) stands where a local authority stands elsewhere, and has all of its แขวง. */
export function bangkokDistricts(areas: RegisteredArea[]): Pick<LocalAuthorities, "authorities" | "covered"> {
  const inBangkok = areas.filter(({ code }) => code.startsWith(BANGKOK));
  return {
    authorities: inBangkok
      .filter(({ level }) => level === "district")
      .map(({ code, name_th, name_en }) => ({
        code,
        kind: "bangkok_district" as const,
        name_th,
        name_en,
        province_code: BANGKOK,
      })),
    covered: inBangkok
      .filter(({ level }) => level === "tambon")
      .map(({ code }) => ({
        local_authority_code: code.slice(0, 4),
        area_code: code,
        extent: "whole" as const,
      })),
  };
}
