import { z } from "zod";

export const kindCountsParams = z.object({ code: z.string().describe("code of an area") });

export const kindCounts = z.array(
  z.object({
    kind: z.string().describe("kind of community organization"),
    count: z.number().int().describe("organizations that stand"),
  }),
);
export type KindCounts = z.infer<typeof kindCounts>;
