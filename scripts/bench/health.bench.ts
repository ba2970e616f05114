// What load balancers and monitors ask all day.
import { compare, startAlternative } from "./load.ts";

const stop = await startAlternative();
try {
  await compare(
    "health",
    ["/api/health"],
    { name: "bare Fastify, a small object", paths: ["/status"] },
    {
      reach: { least: 5_000 },
    },
  );
} finally {
  stop();
}
