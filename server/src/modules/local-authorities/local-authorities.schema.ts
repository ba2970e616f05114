// Local authorities (องค์กรปกครองส่วนท้องถิ่น, อปท.): a register of their own beside tambon, with a crosswalk.
import { z } from "zod";
import { localAuthorityExtents } from "../../records/codes/place.codes.ts";
import { authoritiesTaken, queryOf } from "../collections/collections.schema.ts";
import { listOf, pagingFields } from "../filter/filter.schema.ts";
import { sourceRef } from "../sources/sources.schema.ts";
import { areaRef, localAuthorityKind, withinCode } from "../vocabulary/vocabulary.schema.ts";

/**
 * `whole`: every tambon it has is its alone. `part`: it shares at least one. `province`: it lies over a province and
 * the authorities in it. `unknown`: nobody published its tambon.
 */
export const localAuthorityExtent = localAuthorityExtents.schema;

/** What of the tambon is the authority's; `share` (0 to 1) is null when nobody published it. */
const hold = { extent: z.enum(["whole", "part"]), share: z.number().nullable() };

/** L and the source's 2 to 8 digits, which look like an area code and are none. */
const localAuthorityCode = z
  .string()
  .regex(/^L[0-9]{2,8}$/, "L and 2 to 8 digits, such as L1001: a code without its L is an area's")
  .meta({ description: "L and the authority's own code, as everywhere", examples: ["L1001"] });

const identity = {
  code: z.string(),
  kind: localAuthorityKind,
  name_th: z.string(),
  name_en: z.string(),
  sample: z.boolean(),
};

export const localAuthorityOfArea = z.object({ ...identity, ...hold });
export type LocalAuthorityOfArea = z.infer<typeof localAuthorityOfArea>;

export const localAuthorityListQuery = queryOf("local_authorities", {
  within: listOf(withinCode, 500).describe(
    "codes of areas and regions, comma-separated: authorities with a tambon in one of them",
  ),
  kind: listOf(localAuthorityKind, 20).describe("kinds, comma-separated"),
  extent: listOf(localAuthorityExtent, 4).describe("`unknown` lists what no tambon could be found for"),
  ...pagingFields,
});

const localAuthorityItem = z.object({
  ...identity,
  province: areaRef,
  extent: localAuthorityExtent,
  tambon_count: z.number().int(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
});
export type LocalAuthorityItem = z.infer<typeof localAuthorityItem>;

export const localAuthorityList = z.object({
  items: z.array(localAuthorityItem),
  total: z.number().int(),
  next_cursor: z.string().nullable(),
  within_authorities: authoritiesTaken,
  suggestions: z
    .array(localAuthorityItem)
    .describe("what `q` may have meant, where nothing has that name; else empty"),
});

export const localAuthorityParams = z.object({ code: localAuthorityCode });

export const localAuthorityDetail = localAuthorityItem.extend({
  areas: z.array(
    z.object({
      /** province down to the tambon itself */
      path: z.array(areaRef),
      ...hold,
      /** how many more authorities have a part of this tambon */
      others: z.number().int(),
    }),
  ),
  source: sourceRef,
});
export type LocalAuthorityDetail = z.infer<typeof localAuthorityDetail>;
