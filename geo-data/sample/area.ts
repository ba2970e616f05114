// A tambon as the generator sees it: its names, where it belongs, and the character of its province.
import { type Dialect, findProvinceLookup, listProvincesOf, type SubRegion } from "./lookups.ts";
import type { Position } from "./polygon.ts";
import { randomFor } from "./random.ts";

/** A row of the register: names without prefix; `point` is known to lie inside the shape (degrees, WGS 84). */
export interface RegisteredTambon {
  code: string;
  nameTh: string;
  nameEn: string;
  districtTh: string;
  districtEn: string;
  provinceTh: string;
  provinceEn: string;
  point: Position;
}

export interface SampleArea extends RegisteredTambon {
  provinceCode: string;
  districtCode: string;
  subRegion: SubRegion;
  dialect: Dialect;
  isBangkok: boolean;
  /** a town, so urban housing: a guess from names, since the register does not say */
  isUrban: boolean;
  /** full name with its prefix: ตำบลบางรัก, แขวงสีลม */
  fullTh: string;
  fullEn: string;
}

/** What makes provinces differ. Each figure depends on the seed and the province code alone. */
export interface ProvinceTraits {
  /** added to the share of units with a council (0–1); about zero over a sub-region */
  councilShift: number;
  /** how readily plans are taken up, standard deviations from the country's mean */
  planStrength: number;
  /** factors around 1 */
  organizationFactor: number;
  housingFactor: number;
  /** share of tambon (0–1) reported complete in the last year, by dataset */
  reported: { organization: number; plan: number; housing: number; leader: number };
}

const VICINITY = new Set(["11", "12", "13", "74"]);

export function sampleArea(row: RegisteredTambon): SampleArea {
  const provinceCode = row.code.slice(0, 2);
  const clean = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();
  const nameTh = clean(row.nameTh);
  const districtTh = clean(row.districtTh);
  const isBangkok = provinceCode === "10";
  return {
    ...row,
    nameTh,
    districtTh,
    provinceTh: clean(row.provinceTh),
    provinceCode,
    districtCode: row.code.slice(0, 4),
    ...findProvinceLookup(provinceCode),
    isBangkok,
    isUrban:
      isBangkok ||
      VICINITY.has(provinceCode) ||
      nameTh === districtTh ||
      nameTh === "ในเมือง" ||
      (districtTh.startsWith("เมือง") && row.code.endsWith("01")),
    fullTh: `${isBangkok ? "แขวง" : "ตำบล"}${nameTh}`,
    fullEn: `${isBangkok ? "Khwaeng" : "Tambon"} ${clean(row.nameEn)}`,
  };
}

/** Draws the traits of a province. */
export function provinceTraits(seed: number, provinceCode: string): ProvinceTraits {
  const { subRegion } = findProvinceLookup(provinceCode);
  const random = randomFor(`${seed}/${provinceCode}/province`);
  const region = randomFor(`${seed}/${subRegion.id}/sub-region`);
  const shiftOf = (code: string) => 0.06 * clampNormal(randomFor(`${seed}/${code}/council-shift`).normal());
  const siblings = listProvincesOf(subRegion.id);
  // provinces differ, but the sub-region keeps the published rate: the mean shift is taken out
  const meanShift = siblings.reduce((sum, code) => sum + shiftOf(code), 0) / Math.max(1, siblings.length);
  const regionStrength = 0.3 * region.normal();
  // one province in eight is far behind with its reports, so that "unknown" can be seen
  const lags = random.chance(0.12);
  const share = () => (lags ? 0.4 + 0.2 * random.next() : 0.88 + 0.1 * random.next());
  return {
    councilShift: siblings.length === 0 ? 0 : shiftOf(provinceCode) - meanShift,
    planStrength: regionStrength + 0.45 * clampNormal(random.normal()),
    organizationFactor: Math.exp(0.3 * clampNormal(random.normal())),
    housingFactor: Math.exp(0.4 * clampNormal(random.normal())),
    reported: { organization: share(), plan: share(), housing: share(), leader: share() },
  };
}

const clampNormal = (value: number) => Math.max(-2, Math.min(2, value));
