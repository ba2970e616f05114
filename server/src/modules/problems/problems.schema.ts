// RFC 9457 problem+json: what every error of the API looks like.
import { z } from "zod";

export const problem = z.object({
  type: z.string().describe("urn:phuenthi:problem:<code>"),
  code: z.string().describe("stable, machine-readable"),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  /** which field was wrong, and why */
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

/** For a route's `response`: says that it is sent as application/problem+json. */
export const problemAnswer = { content: { "application/problem+json": { schema: problem } } };
