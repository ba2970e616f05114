// GeoJSON of every tambon at full resolution, read to the end, beside ogr2ogr writing the same rows.
import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { baseUrl, fromEnvironment, median } from "./load.ts";
import { record } from "./record.ts";

const RUNS = 5;
const HEAD_BYTES = 1_000;

const firstBytes: number[] = [];

async function timed(work: () => Promise<number>): Promise<{ seconds: number; bytes: number }> {
  const began = performance.now();
  const bytes = await work();
  return { seconds: (performance.now() - began) / 1000, bytes };
}

async function phuenthi(): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${baseUrl}/api/export/areas.geojson?level=tambon`, {
    headers: { "accept-encoding": "identity" },
  });
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    // the head of the collection comes before any feature, and is not what is waited for
    if (bytes < HEAD_BYTES && bytes + (chunk as Uint8Array).length >= HEAD_BYTES) {
      firstBytes.push(performance.now() - began);
    }
    bytes += (chunk as Uint8Array).length;
  }
  return bytes;
}

/** @returns null when ogr2ogr is not installed */
function ogr2ogr(): Promise<number | null> {
  const url = new URL(fromEnvironment("DATABASE_URL"));
  const connection = `PG:host=${url.hostname} port=${url.port} user=${url.username} dbname=${url.pathname.slice(1)}`;
  const statement = `select area.code, area.name_th, area.name_en, area_shape.geom from area_shape
    join area on area.code = area_shape.area_code
    where area_shape.level = 'tambon' and boundary_version_id = (select id from boundary_version where is_current)`;
  const child = spawn(
    "ogr2ogr",
    ["-f", "GeoJSON", "/vsistdout/", connection, "-sql", statement, "-lco", "COORDINATE_PRECISION=6"],
    {
      env: { ...process.env, PGPASSWORD: decodeURIComponent(url.password) },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let bytes = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  return new Promise((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" ? resolve(null) : reject(error),
    );
    child.once("close", (status) =>
      status === 0 ? resolve(bytes) : reject(new Error(`ogr2ogr ended with status ${status}`)),
    );
  });
}

const ours: number[] = [];
const theirs: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  const mine = await timed(phuenthi);
  console.log(`Phuenthi: ${(mine.bytes / 1e6).toFixed(0)} MB in ${mine.seconds.toFixed(2)} s`);
  ours.push(mine.seconds);
  const other = await timed(async () => (await ogr2ogr()) ?? 0);
  if (other.bytes === 0) continue;
  console.log(`ogr2ogr: ${(other.bytes / 1e6).toFixed(0)} MB in ${other.seconds.toFixed(2)} s`);
  theirs.push(other.seconds);
}
record({
  what: "GeoJSON of all tambon",
  unit: "s",
  ours: median(ours),
  alternative: "ogr2ogr",
  theirs: theirs.length > 0 ? median(theirs) : null,
  moreIsBetter: false,
  reach: { times: 12 },
});
record({
  what: "its first kilobyte",
  unit: "ms",
  ours: median(firstBytes),
  moreIsBetter: false,
  reach: { most: 15 },
});
