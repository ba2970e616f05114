// Answers from memory: baked tiles over Bangkok and around, and coverage; beside the same bytes from a bare Fastify, and
// beside making them for each request.
import { baseUrl, compare, compareWithBare, startAlternative } from "./load.ts";

const { boundary } = await (await fetch(`${baseUrl}/api/health`)).json();

/** The tile of Bangkok and its neighbours that lie over land. */
function tilesAt(z: number): string[] {
  const x = Math.floor(((100.5 + 180) / 360) * 2 ** z);
  const sine = Math.sin((13.9 * Math.PI) / 180);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z);
  return [`${z}/${x}/${y}`, `${z}/${x}/${y - 1}`, `${z}/${x + 1}/${y - 1}`];
}
const areaTiles = (z: number) => tilesAt(z).map((tile) => `/api/tiles/areas/${boundary.id}/${tile}`);

const byTambon = "/api/coverage/plans-linked?fiscal_year=2021&level=tambon";
const reach = { times: 0.7 };
await compareWithBare("area tile z10", areaTiles(10), reach);
await compareWithBare("area tile z6", areaTiles(6));
await compareWithBare("coverage by tambon", [byTambon], reach);
await compareWithBare(
  "organization tile z10",
  tilesAt(10).map((tile) => `/api/tiles/organizations/${tile}?kind=welfare_fund`),
  reach,
);

const stop = await startAlternative();
try {
  for (const z of [6, 10]) {
    const paths = tilesAt(z).map((tile) => `/tiles/${tile}`);
    await compare(`area tile z${z}, made`, areaTiles(z), { name: "ST_AsMVT per request", paths });
  }
  await compare("coverage by tambon, counted", [byTambon], {
    name: "GROUP BY from records",
    paths: ["/coverage"],
  });
} finally {
  stop();
}
