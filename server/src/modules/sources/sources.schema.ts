// Where rows came from, as answers say it.
import { z } from "zod";

/** A source in one line, in either language. */
export const sourceLine = z.object({
  id: z.string(),
  title_th: z.string(),
  title_en: z.string(),
  publisher_th: z.string(),
  publisher_en: z.string(),
});

export const sourceRef = sourceLine.extend({
  licence_th: z.string(),
  licence_en: z.string(),
  licence_url: z.string().nullable(),
  attribution: z.string(),
  sha256: z.string().nullable(),
  is_sample: z.boolean(),
  is_redistributable: z.boolean().describe("false: the licence does not allow a list or a file of its rows"),
});
export type SourceRef = z.infer<typeof sourceRef>;
