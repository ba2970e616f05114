import type { LocalAuthorityKind, PlaceLevel } from "../../modules/vocabulary/vocabulary.schema.ts";
import { codeList } from "../code-list.ts";

export const placeLevels = codeList<PlaceLevel>(
  "place_level",
  { th: "ระดับของพื้นที่", en: "Levels of places" },
  {
    country: { th: "ประเทศ", en: "Country" },
    region: { th: "ภาค", en: "Region" },
    province: { th: "จังหวัด", en: "Province" },
    district: { th: "อำเภอ/เขต", en: "District" },
    tambon: { th: "ตำบล/แขวง", en: "Tambon" },
    local_authority: { th: "องค์กรปกครองส่วนท้องถิ่น", en: "Local authority" },
  },
  { uncolored: "they stand in an order, which hues would hide" },
);

export const localAuthorityKinds = codeList<LocalAuthorityKind>(
  "local_authority_kind",
  { th: "ประเภท อปท.", en: "Kinds of local authorities" },
  {
    provincial_organization: { th: "อบจ.", en: "provincial administrative organization" },
    city_municipality: { th: "เทศบาลนคร", en: "city municipality" },
    town_municipality: { th: "เทศบาลเมือง", en: "town municipality" },
    subdistrict_municipality: { th: "เทศบาลตำบล", en: "subdistrict municipality" },
    municipality: { th: "เทศบาล", en: "municipality" },
    subdistrict_organization: { th: "อบต.", en: "tambon administrative organization" },
    bangkok: { th: "กรุงเทพมหานคร", en: "Bangkok" },
    bangkok_district: { th: "เขตของกรุงเทพมหานคร", en: "district of Bangkok" },
    pattaya: { th: "เมืองพัทยา", en: "Pattaya City" },
  },
  { uncolored: "a map colours places by figures" },
);

/** What is known of the tambon that a local authority has. */
export const localAuthorityExtents = codeList(
  "local_authority_extent",
  { th: "ขอบข่ายพื้นที่ของ อปท.", en: "What is known of an authority's tambon" },
  {
    whole: { th: "ทุกตำบลเป็นของ อปท. นี้ทั้งตำบล", en: "every tambon it has is its alone" },
    part: { th: "มีตำบลที่แบ่งกับ อปท. อื่น", en: "it shares a tambon with others" },
    province: { th: "ครอบคลุมทั้งจังหวัด", en: "a whole province, over the authorities in it" },
    unknown: { th: "ไม่มีการเผยแพร่ว่ามีตำบลใด", en: "nobody published its tambon" },
  },
  { uncolored: "a map colours places by figures" },
);
