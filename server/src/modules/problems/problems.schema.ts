// RFC 9457 problem+json: what every error of the API looks like.
import { z } from "zod";

export const problem = z.object({
  type: z.string().describe("urn:phuenthi:problem:<code>"),
  code: z.string().describe("stable, machine-readable"),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe("in English, for whoever reads a log"),
  reason: z
    .string()
    .optional()
    .describe("which of the kinds of this problem, where it has several; stable, machine-readable"),
  params: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .describe("what it is about, for a page to say it in its own language"),
  /** which field was wrong, and why */
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

/** For a route's `response`: what has no body. */
export const nothingThere = z.null().describe("There is nothing in this tile");

/** For a route's `response`: says that it is sent as application/problem+json. */
export const problemAnswer = { content: { "application/problem+json": { schema: problem } } };
