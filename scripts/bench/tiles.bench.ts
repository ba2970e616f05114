// Area tiles over Bangkok and around, from memory, beside ST_AsMVT for each request.
import { baseUrl, compare, startAlternative } from "./load.ts";

const { boundary } = await (await fetch(`${baseUrl}/api/health`)).json();
const stop = await startAlternative();
try {
  for (const z of [6, 8, 10]) {
    // the tile of Bangkok and its eight neighbours that lie over land
    const x = Math.floor(((100.5 + 180) / 360) * 2 ** z);
    const sine = Math.sin((13.9 * Math.PI) / 180);
    const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z);
    const tiles = [`${z}/${x}/${y}`, `${z}/${x}/${y - 1}`, `${z}/${x + 1}/${y - 1}`];
    await compare(
      `area tile z${z}`,
      tiles.map((tile) => `/api/tiles/areas/${boundary.id}/${tile}`),
      { name: "ST_AsMVT per request", paths: tiles.map((tile) => `/tiles/${tile}`) },
    );
  }
} finally {
  stop();
}
