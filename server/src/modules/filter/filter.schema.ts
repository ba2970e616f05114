// The one filter: map, table, count, export and print all take these query fields, and the page's URL carries the same
// words. Which of them act on what is declared in collections.schema.ts.
import { z } from "zod";
import { fiscalYear, whole, withinCode } from "../vocabulary/vocabulary.schema.ts";

/** Of a route that asks nothing more: what is given all the same is refused by name. */
export const noQuery = z.strictObject({});

/** Of what is on record of a place. */
export const atYearQuery = z.strictObject({
  fiscal_year: fiscalYear
    .optional()
    .describe(
      "records as they stood at its end (CE year the fiscal year ends in); left out: as they stand now",
    ),
});

/** `a,b` and `?x=a&x=b` are the same list; what is said twice is said once, and an empty value is no condition. */
export const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z.preprocess((value) => {
    const parts = [value ?? []]
      .flat()
      .flatMap((part) => String(part).split(","))
      .map((part) => part.trim())
      .filter((part) => part !== "");
    return parts.length > 0 ? [...new Set(parts)] : undefined;
  }, z.array(item).max(most).optional());

/** A set of places: what lies in any of them is in it, once. */
export const placeSet = listOf(withinCode, 500);

/** `west,south,east,north` in degrees (WGS 84). A box over the antimeridian has no place in Thailand. */
export const bbox = z.preprocess(
  (value) =>
    value !== undefined
      ? [value]
          .flat()
          .join(",")
          .split(",")
          .map((part) => (part.trim() === "" ? Number.NaN : Number(part)))
      : value,
  z
    .tuple([
      z.number().min(-180).max(180),
      z.number().min(-90).max(90),
      z.number().min(-180).max(180),
      z.number().min(-90).max(90),
    ])
    .refine(([west, south, east, north]) => west < east && south < north, {
      message: "west,south,east,north with west < east and south < north",
    }),
);

export const searchText = z
  .string()
  .trim()
  .max(200, "at most 200 characters")
  .refine((text) => !text.includes("\u0000"), { message: "no NUL characters" });

/** Query fields of the filter that several collections take; kinds of records have more of their own. All parts must hold (AND); within a list any may hold (OR). */
export const filterFields = {
  within: placeSet.describe(
    "codes of areas, regions and local authorities (L…), comma-separated; each includes all below it. A local authority " +
      "is the tambon it has, one that it has only a part of included",
  ),
  fiscal_year: fiscalYear
    .optional()
    .describe(
      "what had begun by its end and was not over (CE year the fiscal year ends in); left out: what stands now",
    ),
  q: searchText.optional().describe("text in the name, Thai or English"),
  bbox: bbox.optional().describe("west,south,east,north in degrees"),
};

/** Keyset paging: give back `next_cursor` as `cursor` to go on; null means the end. */
export const pagingFields = {
  limit: whole(z.number().int().min(1).max(500)).default(50).describe("how many items to a page"),
  cursor: z
    .string()
    .max(1000)
    .optional()
    .describe("`next_cursor` of the page before; the first page without"),
};
