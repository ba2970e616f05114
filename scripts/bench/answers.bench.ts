// The small answers a page lives on: coverage, search, and which tambon a point is in.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baseUrl, compare, startAlternative } from "./load.ts";

const folder = mkdtempSync(join(tmpdir(), "phuenthi-bench-"));
const file = join(folder, "tambon.geojson");
writeFileSync(file, await (await fetch(`${baseUrl}/api/export/areas.geojson?level=tambon`)).text());
const stop = await startAlternative({ BENCH_TAMBON_FILE: file });
try {
  await compare("coverage by province", ["/api/coverage/plans-linked?fiscal_year=2021&level=province"], {
    name: "GROUP BY from records",
    paths: ["/coverage"],
  });
  // as many different words as there are names: what is measured is the search, not the memory of the last one
  const { names_th } = await (await fetch(`${baseUrl}/api/areas/index`)).json();
  const words: string[] = [...new Set<string>(names_th)];
  await compare(
    "search, never the same twice",
    words.map((word) => `/api/areas?limit=10&q=${word}`),
    { name: "ILIKE over names", paths: words.map((word) => `/search?q=${word}`) },
  );
  const points = [
    [100.52, 13.73],
    [98.98, 18.79],
    [102.83, 16.43],
    [100.47, 7.01],
    [104.86, 15.23],
  ];
  await compare(
    "areas/at",
    points.map(([lon, lat]) => `/api/areas/at?lon=${lon}&lat=${lat}`),
    { name: "every polygon in memory", paths: points.map(([lon, lat]) => `/at?lon=${lon}&lat=${lat}`) },
  );
} finally {
  stop();
  rmSync(folder, { recursive: true });
}
