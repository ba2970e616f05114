// The dearest single answers, one after the other and never the same code twice: nothing comes from memory. The first of each is
// asked before the clock runs, so that connections are open and statements planned.
import pg from "pg";
import { baseUrl, fromEnvironment, median } from "./load.ts";
import { record } from "./record.ts";

const EACH = 12;
const WORST_MS = 150;

const client = new pg.Client(fromEnvironment("DATABASE_URL"));
await client.connect();
/** Codes of a level, without an order that would keep the database's memory warm. */
const codesOf = async (level: string, count: number): Promise<string[]> => {
  const { rows } = await client.query(
    "select code from place_search where level = $1 order by md5(code) limit $2",
    [level, count],
  );
  return rows.map(({ code }) => code);
};
const tambon = await codesOf("tambon", EACH);
const districts = await codesOf("district", EACH);
const authorities = await codesOf("local_authority", EACH);
const provinces = await codesOf("province", EACH);
const tambonOnce = await codesOf("tambon", 500 + EACH);
const { rows: years } = await client.query(
  "select distinct jsonb_array_elements_text(declaration -> 'fiscal_years') as year from indicator order by 1 desc",
);
await client.end();

const ask = (path: string) => () =>
  fetch(baseUrl + encodeURI(path), { headers: { "accept-encoding": "gzip" } });
const overviews = (codes: string[]) => codes.map((place) => ask(`/api/overview?place=${place}`));
const preview = (basis: string, level: string) => () => {
  const body = {
    action: "share",
    method: "proportional",
    basis,
    level,
    based_on: 1,
    owner: "bench",
  };
  return fetch(`${baseUrl}/api/targets/housing-households/preview`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
};
const within = (at: number) => tambonOnce.slice(at, at + 500).join(",");

await row("overview of a local authority", overviews(authorities));
await row("overview of a tambon", overviews(tambon));
await row("overview of a district", overviews(districts));
await row("overview of a province", overviews(provinces));
await row(
  "overview of the country",
  years.map(({ year }) => ask(`/api/overview?place=TH&fiscal_year=${year}`)),
);
await row(
  "share-out preview",
  ["units", "population", "need", "gap"].flatMap((basis) => [
    preview(basis, "province"),
    preview(basis, "region"),
  ]),
);
await row(
  "local authorities within 500 tambon",
  [0, 3, 6, 9].map((at) => ask(`/api/local-authorities?limit=500&within=${within(at)}`)),
);
await row(
  "their export",
  [1, 4, 7, 10].map((at) => ask(`/api/export/areas.geojson?level=local_authority&within=${within(at)}`)),
);
await row(
  "profile of a province",
  provinces.map((code) => ask(`/api/areas/${code}/profile`)),
);
await row(
  "explanation of a province",
  provinces.map((code) => ask(`/api/coverage/plans-linked/areas/${code}?fiscal_year=2021`)),
);

async function row(what: string, requests: (() => Promise<Response>)[]): Promise<void> {
  const times: number[] = [];
  for (const [at, request] of requests.entries()) {
    const began = performance.now();
    const answer = await request();
    const text = await answer.text();
    if (at > 0) times.push(performance.now() - began);
    if (!answer.ok) throw new Error(`${what} answered ${answer.status}: ${text.slice(0, 300)}`);
  }
  const worst = Math.max(...times);
  console.log(`${what}: p50 ${median(times).toFixed(0)} ms, worst of ${times.length} ${worst.toFixed(0)} ms`);
  record({
    what: `${what} (worst)`,
    unit: "ms",
    ours: worst,
    moreIsBetter: false,
    reach: { most: WORST_MS },
  });
}
