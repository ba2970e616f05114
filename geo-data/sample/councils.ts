// Community organization councils (สภาองค์กรชุมชน): which unit has one, since when. The share of units with a
// council on 1 September 2557 is the published one of its sub-region; what came after is our assumption.
import type { ProvinceTraits, SampleArea } from "./area.ts";
import { dateAt, fiscalYearOf, LAST_YEAR } from "./fiscal-year.ts";
import { pointNear, type Shape } from "./polygon.ts";
import { randomFor, uuidFor } from "./random.ts";
import { type OrganizationRow, SAMPLE_SOURCE_ID } from "./rows.ts";
import type { Village } from "./villages.ts";

/** Councils could register from the spring of พ.ศ. 2551, when the Act was in force and the first forms were out. */
const FIRST_REGISTRATION = 2008.25;
/** 1 September 2557, the date of the published table. */
export const TABLE_DATE = "2014-09-01";
const TABLE_TIME = 2014 + 8 / 12;
/** Assumed: each year after the table, 9 % of the units without a council get one. */
export const YEARLY_GAP_CLOSED = 0.09;

/**
 * When a unit's council registered: the moment at which the share of units with a council passed the unit's luck
 * (uniform 0–1). Null when that moment is still to come. So the share on any date follows the assumed curve.
 */
export function councilRegisteredOn(luck: number, rate: number): string | null {
  if (luck < rate) {
    // quick at first, slower as the willing ones are done
    return dateAt(FIRST_REGISTRATION + (TABLE_TIME - FIRST_REGISTRATION) * (luck / rate) ** 1.25);
  }
  const years = Math.log((1 - luck) / (1 - rate)) / Math.log(1 - YEARLY_GAP_CLOSED);
  const date = dateAt(TABLE_TIME + years);
  return fiscalYearOf(date) > LAST_YEAR ? null : date;
}

/** The area a council of this tambon belongs to: in Bangkok one serves the whole district (เขต). */
export const councilUnitOf = (area: SampleArea): string => (area.isBangkok ? area.districtCode : area.code);

export const councilId = (seed: number, unitCode: string): string =>
  uuidFor(`${seed}/${unitCode}/organization/council`);

/** Whether and since when a unit has a council; null for none. `kept` (0–1) thins all councils alike. */
export function findCouncilDate(
  seed: number,
  area: SampleArea,
  traits: ProvinceTraits,
  kept: number,
): string | null {
  const random = randomFor(`${seed}/${councilUnitOf(area)}/council-date`);
  const rate = Math.min(0.97, Math.max(0.03, area.subRegion.councilRate + traits.councilShift));
  const registeredOn = councilRegisteredOn(random.next(), rate);
  return random.chance(kept) ? registeredOn : null;
}

/** The council's row. The ground is that of the tambon; in Bangkok of the district's first khwaeng on the map. */
export function makeCouncil(
  seed: number,
  area: SampleArea,
  registeredOn: string,
  ground: { shape: Shape; villages: readonly Village[] },
): OrganizationRow {
  const unit = councilUnitOf(area);
  const random = randomFor(`${seed}/${unit}/council`);
  const ofTh = area.isBangkok ? `เขต${area.districtTh}` : area.fullTh;
  const ofEn = area.isBangkok ? `${area.districtEn} District` : area.fullEn;
  const isDissolved = random.chance(0.008) && registeredOn < "2016";
  const hasPosition = random.chance(0.9);
  const position = pointNear(ground.shape, random, ground.villages[0]?.position ?? area.point, 0.002);
  return {
    id: councilId(seed, unit),
    kind: "council",
    name_th: `สภาองค์กรชุมชน${ofTh}`,
    name_en: random.chance(0.8) ? `Community Organization Council of ${ofEn}` : null,
    area_code: unit,
    registered_on: registeredOn,
    ended_on: isDissolved ? dateAt(2017 + 4.5 * random.next()) : null,
    // member organizations, not persons: 110,271 groups in 4,331 councils are 25 each
    member_count: random.chance(0.92) ? Math.max(5, Math.round(random.heavy(25.5, 0.5))) : null,
    fund_balance_thb: null,
    position: hasPosition ? `SRID=4326;POINT(${position.lon} ${position.lat})` : null,
    office_address: null,
    source_id: SAMPLE_SOURCE_ID,
  };
}
