import { z } from "zod";
import { sampleRecords } from "../vocabulary/vocabulary.schema.ts";

/**
 * Beside an answer of kept data: the number of the last edit in it; beside a write: its own. Sent with a question: the highest that
 * whoever asks has been told, and nothing older is answered.
 */
export const VERSION_HEADER = "data-version";

export const health = z.object({
  status: z.literal("ok"),
  /** null until boundaries are loaded */
  boundary: z
    .object({
      id: z.string(),
      source: z.object({
        id: z.string(),
        title_th: z.string(),
        title_en: z.string(),
        attribution: z.string(),
      }),
      /** true when district and tambon lines are invented */
      sample: z.boolean(),
      counts: z.object({ province: z.number().int(), district: z.number().int(), tambon: z.number().int() }),
      bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    })
    .nullable(),
  /** of the register: what is loaded as others have published it, as population, is no part of it */
  sample_records: sampleRecords,
  not_redistributed: z
    .array(z.string())
    .describe(
      "ids of sources whose lists and files this server does not hand on: their licence does not allow it",
    ),
});
export type Health = z.infer<typeof health>;
