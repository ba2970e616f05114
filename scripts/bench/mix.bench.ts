// A mix of requests as people make them with the map open, by 200 at a time: as fast as they are answered, and with a
// second between; without edits and with one every second, by turns of a record (as an import writes it, each changing
// figures) and of a target (over HTTP, as a planner saves it).
import pg from "pg";
import { baseUrl, fromEnvironment, median, quantile } from "./load.ts";
import { record } from "./record.ts";
import { type Load, load } from "./wrk.ts";

const PEOPLE = 200;
const SECONDS = 15;
const REQUESTS = 30_000;

const client = new pg.Client(fromEnvironment("DATABASE_URL"));
await client.connect();
const column = async (statement: string): Promise<string[]> =>
  (await client.query(statement)).rows.map((row) => String(Object.values(row)[0]));
const { boundary } = await (await fetch(`${baseUrl}/api/health`)).json();
const words = await column(
  "select distinct own_th from place_search union select left(own_th, 4) from place_search union select own_en from place_search",
);
const areas = await column("select area_code from area_search");
const points = await column(
  "select 'lon=' || round(st_x(point)::numeric, 4) || '&lat=' || round(st_y(point)::numeric, 4) from area_shape",
);
const organizations = await column("select id from organization");
const plans = await column("select id from plan");
const councils = await column(
  "select id from organization where kind = 'council' and registered_on < '2019-01-01' and ended_on is null order by md5(id::text) limit 1000",
);
const tiles = await column("select z || '/' || x || '/' || y from area_tile where z between 5 and 11");
const indicators: { id: string; levels: string[]; years: number[] }[] = (
  await client.query(
    "select id, declaration -> 'levels' as levels, declaration -> 'fiscal_years' as years from indicator where declaration -> 'levels' <> '[]'",
  )
).rows;

// the same mix in each run
let seed = 1;
const random = () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const figure = () => {
  const { id, levels, years } = pick(indicators);
  return { id, level: pick(levels), year: pick(years) };
};

/** Shares of a hundred. */
const MIX: [share: number, what: string, path: () => string][] = [
  [4, "page", () => "/"],
  [34, "area tile", () => `/api/tiles/areas/${boundary.id}/${pick(tiles)}`],
  [6, "organization tile", () => `/api/tiles/organizations/${pick(tiles)}`],
  [
    16,
    "coverage",
    () => {
      const { id, level, year } = figure();
      return `/api/coverage/${id}?fiscal_year=${year}&level=${level}`;
    },
  ],
  [14, "search", () => `/api/places?limit=10&q=${pick(words)}`],
  [8, "areas/at", () => `/api/areas/at?${pick(points)}`],
  [5, "card of an area", () => `/api/areas/${pick(areas)}`],
  [4, "card of an organization", () => `/api/organizations/${pick(organizations)}`],
  [3, "card of a plan", () => `/api/plans/${pick(plans)}`],
  [
    5,
    "explanation",
    () => {
      const { id, year } = figure();
      return `/api/coverage/${id}/areas/${pick(areas)}?fiscal_year=${year}`;
    },
  ],
  [1, "overview", () => `/api/overview?place=${pick(areas)}`],
];
console.log(`the mix: ${MIX.map(([share, what]) => `${what} ${share} %`).join(", ")}`);
const kinds = MIX.flatMap(([share, , path]) => Array<() => string>(share).fill(path));
const paths = Array.from({ length: 4 * REQUESTS }, () => pick(kinds)());
let begun = 0;
/** Each run asks what no run before it asked. */
const next = () => paths.slice(REQUESTS * begun, REQUESTS * ++begun);

try {
  // tiles and figures that everybody has looked at
  await load(baseUrl, next(), { connections: 8, seconds: SECONDS });
  const still = await load(baseUrl, next(), { connections: PEOPLE, seconds: SECONDS });
  say("without edits", still);
  const edited = await whileEditing(() => load(baseUrl, next(), { connections: PEOPLE, seconds: SECONDS }));
  say("with an edit every second", edited.load, edited.saves);
  record({
    what: `mix, ${PEOPLE} people without a pause, an edit a second`,
    unit: "req/s",
    ours: edited.load.rate,
    alternative: "the same without edits",
    theirs: still.rate,
    moreIsBetter: true,
    reach: { least: 1_900 },
  });
  const calm = await whileEditing(() =>
    load(baseUrl, next(), { connections: PEOPLE, seconds: SECONDS, thinkMs: 1_000 }),
  );
  say("with a second between, and an edit every second", calm.load, calm.saves);
  record({
    what: `mix, ${PEOPLE} people with a second between (p95)`,
    unit: "ms",
    ours: calm.load.p95,
    moreIsBetter: false,
    reach: { most: 150 },
  });
  record({
    what: "a save meanwhile (p95)",
    unit: "ms",
    ours: quantile(calm.saves, 0.95),
    moreIsBetter: false,
    reach: { most: 300 },
  });
} finally {
  await client.end();
}

function say(what: string, { rate, p50, p95 }: Load, saves: number[] = []): void {
  const saved = saves.length > 0 ? `; a save p50 ${median(saves).toFixed(0)} ms` : "";
  console.log(`${what}: ${Math.round(rate)} req/s, p50 ${p50} ms, p95 ${p95} ms${saved}`);
}

async function whileEditing(work: () => Promise<Load>): Promise<{ load: Load; saves: number[] }> {
  const saves: number[] = [];
  let isOver = false;
  const editing = (async () => {
    for (let turn = 0; !isOver; turn += 1) {
      const began = performance.now();
      if (turn % 2 === 0) {
        // one that ends, or one that had ended and stands again
        await client.query(
          "update organization set ended_on = case when ended_on is null then date '2020-01-01' end where id = $1",
          [pick(councils)],
        );
      } else saves.push(await saveTarget());
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1_000 - (performance.now() - began))));
    }
  })();
  try {
    return { load: await work(), saves };
  } finally {
    isOver = true;
    await editing;
  }
}

/** ms until a new version of a target is written and answered. */
async function saveTarget(): Promise<number> {
  const address = `${baseUrl}/api/targets/plans-linked`;
  const { version } = await (await fetch(address)).json();
  const began = performance.now();
  const answer = await fetch(`${address}/versions`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${fromEnvironment("EDIT_KEY")}`,
    },
    body: JSON.stringify({
      action: "set",
      owner: "bench",
      based_on: version,
      milestones: [{ fiscal_year: 2021, value: 3_000 + (version % 100) }],
    }),
  });
  const text = await answer.text();
  if (answer.status !== 201) throw new Error(`a save answered ${answer.status}: ${text}`);
  return performance.now() - began;
}
