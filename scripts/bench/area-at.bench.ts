// Which tambon a point is in, beside a bare Fastify that knows nothing but the answers.
import { baseUrl, compareWithBare } from "./load.ts";

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
await compareWithBare("areas/at", inside, { times: 0.5 });
