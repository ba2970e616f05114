// Places that have no shape in the tiles, by the areas they are made of: a page draws and picks them without asking again.
import { z } from "zod";
import { localAuthorityKind } from "../filter/filter.schema.ts";

export const placesIndex = z.object({
  boundary_version: z.string(),
  /** today's grouping; provinces that are in no region are in none of the lists */
  regions: z.array(
    z.object({
      code: z.string(),
      name_th: z.string(),
      name_en: z.string(),
      provinces: z.array(z.string()),
    }),
  ),
  /**
   * Parallel arrays, in code order. Authorities over a whole province (อบจ., กรุงเทพมหานคร) are left out; those whose
   * tambon nobody published are here, and have no row in `tambon`.
   */
  authorities: z.object({
    codes: z.array(z.string()).describe("L and the authority's code"),
    names_th: z.array(z.string()),
    names_en: z.array(z.string()),
    kinds: z.array(localAuthorityKind),
    provinces: z.array(z.string()),
    sample: z.boolean().describe("true when any of them is made up"),
  }),
  /** Parallel arrays: one row per tambon on the map and authority that has it, in tambon order. */
  tambon: z.object({
    codes: z.array(z.string()),
    authorities: z.array(z.number().int()).describe("index into authorities"),
    whole: z.array(z.union([z.literal(0), z.literal(1)])).describe("1: all of the tambon; 0: a part of it"),
  }),
});
export type PlacesIndex = z.infer<typeof placesIndex>;
