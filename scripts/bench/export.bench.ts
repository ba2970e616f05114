// GeoJSON of every tambon at full resolution, read to the end, beside ogr2ogr writing the same rows.
import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { fromEnvironment, median, type Timed, timed } from "./load.ts";
import { record } from "./record.ts";

const RUNS = 9;
/** @param question so that nobody has asked for the same before, or somebody has */
const phuenthi = (question: string) => timed(`/api/export/areas.geojson?level=tambon&${question}`);

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

const made: Timed[] = [];
const kept: Timed[] = [];
const theirs: number[] = [];
for (let run = 0; run < RUNS; run += 1) {
  // a box around the whole country, of another size each time
  const question = `bbox=97,5,106,21.${run}`;
  made.push(await phuenthi(question));
  kept.push(await phuenthi(question));
  const began = performance.now();
  const bytes = await ogr2ogr();
  if (bytes !== null) theirs.push((performance.now() - began) / 1000);
}
hand("GeoJSON of all tambon, made", made);
hand("GeoJSON of all tambon, asked again", kept);

function hand(what: string, runs: Timed[]): void {
  const megabytes = (runs[0]?.bytes ?? 0) / 1e6;
  console.log(
    `${what}: ${megabytes.toFixed(0)} MB in ${runs.map(({ ms }) => (ms / 1000).toFixed(2)).join(", ")} s`,
  );
  record({
    what,
    unit: "s",
    ours: median(runs.map(({ ms }) => ms)) / 1000,
    alternative: "ogr2ogr",
    theirs: theirs.length > 0 ? median(theirs) : null,
    moreIsBetter: false,
    reach: { times: 12 },
  });
  record({
    what: `${what}: first kilobyte`,
    unit: "ms",
    ours: median(runs.map(({ firstMs }) => firstMs)),
    moreIsBetter: false,
    reach: { most: 15 },
  });
}
