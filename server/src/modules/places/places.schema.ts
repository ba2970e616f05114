// Places that have no shape in the tiles, by the areas they are made of: a page draws and picks them without asking again.
import { z } from "zod";
import { listOf, pagingFields, placeSet, searchText } from "../filter/filter.schema.ts";
import { sourceRef } from "../sources/sources.schema.ts";
import { areaRef, coverageLevel, localAuthorityKind, placeRef } from "../vocabulary/vocabulary.schema.ts";

/** How many near matches stand in for none. */
export const SUGGESTIONS = 5;

export const placeListQuery = z.strictObject({
  q: searchText
    .optional()
    .describe("Thai, English or colloquial name, any prefixes, a path, or a code; best match first"),
  level: listOf(coverageLevel, 5).describe("levels, comma-separated; all of them when left out"),
  ...pagingFields,
});

/** `ancestors` from the province down: of an area those above it, of a local authority its province, of a region none. */
export const placeItem = placeRef.extend({ ancestors: z.array(areaRef) });
export type PlaceItem = z.infer<typeof placeItem>;

export const placeList = z.object({
  items: z.array(placeItem),
  total: z.number().int(),
  next_cursor: z.string().nullable(),
  suggestions: z
    .array(placeItem)
    .describe("what `q` may have meant, where nothing has that name; else empty"),
});

/** What people call places, for lists that a page searches by itself. */
export const nicknameList = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      stands_for: z.string().describe("the official Thai name"),
      use: z
        .enum(["anywhere", "alone"])
        .describe("alone: only when nothing else is typed, because official places are called so too"),
    }),
  ),
});
export type Nickname = z.infer<typeof nicknameList>["items"][number];

/** What the page of this server says it is by: other sites may not send it (other-sites.ts). */
export const PAGE_HEADER = "x-phuenthi-page";
export const pageHeaders = z.looseObject({
  [PAGE_HEADER]: z
    .string()
    .optional()
    .meta({ description: "sent by the page of this server, whatever its value", examples: ["1"] }),
});

export const placesIndex = z.object({
  boundary_version: z.string(),
  authority_sources: z
    .array(sourceRef)
    .describe("is_redistributable false: for this page to draw and find places, not to be handed on"),
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
/** How far a set of places reaches together. */
export const extentQuery = z.strictObject({
  within: z
    .pipe(placeSet, z.array(z.string()))
    .describe("regions, areas and local authorities, comma-separated"),
});
export const placesExtent = z.object({
  bbox: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .nullable()
    .describe("west, south, east, north in degrees; null where nobody published the areas of any"),
});

export type PlacesIndex = z.infer<typeof placesIndex>;
