// Local authorities for machines without the real list: believable in kinds and overlaps, the same every time.
import { bangkokDistricts, type LocalAuthorities, type RegisteredArea } from "./authority.ts";

const BANGKOK = "10";
/** Of a hundred tambon that hold a district's town, so many have a municipality beside the อบต. */
const TOWNS_SHARED_PER_HUNDRED = 60;
/** Of a hundred other tambon, so many are run by a municipality as a whole. */
const MUNICIPAL_PER_HUNDRED = 12;

/**
 * One อบจ. per province, one อบต. or เทศบาลตำบล per tambon, a เทศบาลเมือง over the town of each province's first
 * district, and in many district towns a เทศบาลตำบล that shares the tambon with the อบต.
 */
export function makeAuthorities(areas: RegisteredArea[]): LocalAuthorities {
  const result: LocalAuthorities = { ...bangkokDistricts(areas), unmatched: [] };
  const put = (authority: LocalAuthorities["authorities"][number], extent?: "whole" | "part") => {
    result.authorities.push(authority);
    if (!extent) return;
    const area_code = authority.code.slice(0, 6);
    result.covered.push({ local_authority_code: authority.code, area_code, extent });
  };
  for (const { code, level, name_th, name_en } of areas) {
    const names = { code, name_th, name_en, province_code: code.slice(0, 2) };
    if (level === "province") {
      put({ ...names, kind: code === BANGKOK ? "bangkok" : "provincial_organization" });
    }
    if (level !== "tambon" || code.startsWith(BANGKOK)) continue;
    if (code.endsWith("0101")) {
      put({ ...names, kind: "town_municipality" }, "whole");
    } else if (code.endsWith("01") && dice(code) < TOWNS_SHARED_PER_HUNDRED) {
      put({ ...names, kind: "subdistrict_organization" }, "part");
      put({ ...names, code: `${code}90`, kind: "subdistrict_municipality" }, "part");
    } else if (dice(code) < MUNICIPAL_PER_HUNDRED) {
      put({ ...names, kind: "subdistrict_municipality" }, "whole");
    } else {
      put({ ...names, kind: "subdistrict_organization" }, "whole");
    }
  }
  return result;
}

/** 0 … 99 from a code, spread evenly (Knuth's multiplicative hash). */
function dice(code: string): number {
  return ((Math.imul(Number(code), 2_654_435_761) >>> 0) / 2 ** 32) * 100;
}
