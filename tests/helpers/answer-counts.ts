// How many answers were made and how many came from memory, as whoever runs the server reads it: strangers are not told.
import type { FastifyInstance } from "fastify";

export const METRICS_TOKEN = "a token of at least 24 characters";

/** Of a server that was started with `METRICS_TOKEN`. */
export async function answerCounts(app: FastifyInstance): Promise<{ from_memory: number; made: number }> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const { body } = await app.inject({ url: "/api/metrics", headers });
  const of = (from: string) => {
    const found = new RegExp(`^phuenthi_answers_total\\{from="${from}"\\} (\\d+)$`, "m").exec(body)?.[1];
    if (found === undefined) throw new Error(`/api/metrics does not count answers from ${from}: ${body}`);
    return Number(found);
  };
  return { from_memory: of("memory"), made: of("database") };
}
