// Where rows came from, as answers say it.
import { z } from "zod";

export const sourceRef = z.object({
  id: z.string(),
  title_th: z.string(),
  title_en: z.string(),
  publisher: z.string(),
  licence: z.string(),
  licence_url: z.string().nullable(),
  attribution: z.string(),
  sha256: z.string().nullable(),
  is_sample: z.boolean(),
  is_redistributable: z.boolean().describe("false: the licence does not allow a list or a file of its rows"),
});
export type SourceRef = z.infer<typeof sourceRef>;
