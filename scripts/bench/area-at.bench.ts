// Which tambon a point is in, beside a bare Fastify that only makes text of a small object.
import { baseUrl, compare, startAlternative } from "./load.ts";

/** Points over the whole country, sea and neighbours left out by asking where they are once. */
const points: string[] = [];
for (let i = 0; i < 4_000; i += 1) {
  // steps of an irrational part of the box cover it evenly, the same in each run
  const lon = 98 + ((i * 0.618034) % 1) * 7;
  const lat = 12.5 + ((i * 0.754878) % 1) * 7;
  points.push(`lon=${lon.toFixed(5)}&lat=${lat.toFixed(5)}`);
}
const inside: string[] = [];
for (const point of points) {
  const path = `/api/areas/at?${point}`;
  if ((await fetch(baseUrl + path)).ok) inside.push(path);
  if (inside.length === 1_000) break;
}
const stop = await startAlternative();
try {
  await compare(
    "areas/at",
    inside,
    { name: "bare Fastify, a small object", paths: ["/status"] },
    {
      rounds: 3,
      reach: { times: 0.5 },
    },
  );
} finally {
  stop();
}
