// Areas: provinces, districts and tambon of the boundary version in force.
import { z } from "zod";
import { organizationKinds } from "../../records/codes/organization-kind.codes.ts";
import { authoritiesTaken, queryOf } from "../collections/collections.schema.ts";
import { pagingFields, searchText } from "../filter/filter.schema.ts";
import { localAuthorityOfArea } from "../local-authorities/local-authorities.schema.ts";
import { sourceRef } from "../sources/sources.schema.ts";
import { areaCode, areaLevel, areaRef, placeRef } from "../vocabulary/vocabulary.schema.ts";

/** Of a khwaeng of Bangkok: what is on record at its district and covers it; counted from the district up, never here. */
export const coveringOrganizations = z
  .array(
    z.object({
      id: z.string(),
      kind: organizationKinds.schema,
      name_th: z.string(),
      name_en: z.string().nullable(),
    }),
  )
  .describe("recorded at the district and covering this tambon too; not among its own");

export const areaListQuery = queryOf("areas", {
  level: areaLevel.optional().describe("only areas of this level"),
  parent: areaCode.optional().describe("children of this area, one level down, or all below with `level`"),
  q: searchText
    .optional()
    .describe("Thai or English name, any prefixes, a path, or a code; best match first"),
  ...pagingFields,
});

/** An area in a list. `ancestors` from the province down, the area itself not included. */
export const areaItem = areaRef.extend({
  parent_code: z.string().nullable(),
  ancestors: z.array(areaRef),
  bbox: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .describe("west, south, east, north in degrees, WGS 84: exactly what the shape fills"),
  point: z
    .tuple([z.number(), z.number()])
    .describe("inside the area: longitude, latitude in degrees, WGS 84"),
});
export type AreaItem = z.infer<typeof areaItem>;

export const areaList = z.object({
  items: z.array(areaItem),
  total: z.number().int(),
  next_cursor: z.string().nullable(),
  within_authorities: authoritiesTaken,
  suggestions: z.array(areaItem).describe("what `q` may have meant, where nothing has that name; else empty"),
});

export const areaDetail = areaItem.extend({
  area_m2: z.number().describe("m², on the ellipsoid"),
  boundary_version: z.string(),
  /** the region its province is in today; null where the province is in none */
  region: placeRef.nullable(),
  /** of a tambon, those with the whole of it first; empty for other levels and where nobody published one */
  local_authorities: z.array(localAuthorityOfArea),
  counts: z
    .object({ district: z.number().int(), tambon: z.number().int() })
    .catchall(z.number().int())
    .describe("areas below it, and records of each kind that lie at areas and have names, by the kind's id"),
  covering_organizations: coveringOrganizations,
  sources: z.array(sourceRef),
});
export type AreaDetail = z.infer<typeof areaDetail>;

/** Plain decimal degrees: an empty field is not the zero meridian. */
const degrees = (most: number) =>
  z.preprocess(
    (value) => (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value),
    z.number({ error: "degrees as a decimal number" }).min(-most).max(most),
  );

export const areaAtQuery = z.strictObject({
  lon: degrees(180).meta({ description: "longitude in degrees, WGS 84", examples: [98.98] }),
  lat: degrees(90).meta({ description: "latitude in degrees, WGS 84", examples: [18.79] }),
});

export const areaAt = z.object({ tambon: areaRef, district: areaRef, province: areaRef });

/** Every area on the map in one compact answer, for the area picker: parallel arrays in Thai order. */
export const areaIndex = z.object({
  boundary_version: z.string(),
  codes: z.array(z.string()),
  names_th: z.array(z.string()),
  names_en: z.array(z.string()),
});
export type AreaIndex = z.infer<typeof areaIndex>;
