// What the benches compare with: the same questions answered the straightforward way, by the same framework on the
// same database. Run by load.ts as a process of its own; listens on BENCH_ALTERNATIVE_PORT.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastify from "fastify";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env.API_DATABASE_URL, max: 10 });
const app = fastify();

/** The vector tile made anew for each request, as pg_tileserv and others do. */
app.get<{ Params: { z: string; x: string; y: string } }>("/tiles/:z/:x/:y", async ({ params }, reply) => {
  const { rows } = await pool.query(
    `with tile as (select st_tileenvelope($1, $2, $3) as square, st_tileenvelope($1, $2, $3, margin => 64.0 / 4096) as buffered),
     placed as (
       select area.code, area.name_th, area.name_en,
         st_asmvtgeom(st_transform(area_shape.geom, 3857), tile.square, 4096, 64, true) as geom
       from tile, area_shape join area on area.code = area_shape.area_code
       where area_shape.level = 'tambon' and area_shape.geom && st_transform(tile.buffered, 4326)
         and boundary_version_id = (select id from boundary_version where is_current))
     select st_asmvt(placed, 'tambon', 4096, 'geom') as tile from placed`,
    [params.z, params.x, params.y],
  );
  return reply.type("application/vnd.mapbox-vector-tile").send(rows[0].tile);
});

/** Coverage counted from the records for each request, of the one year asked for. */
app.get("/coverage", async () => {
  const { rows } = await pool.query(
    `select left(code, 2) as code, sum(value) as value, count(*) as denominator
     from indicator."plans-linked"(
       (select array_agg(area_code) from area_search where level = 'tambon'), array[2021])
     group by 1 order by 1`,
  );
  return rows;
});

/** Search by ILIKE over names and their parents' names. */
app.get<{ Querystring: { q: string } }>("/search", async ({ query }) => {
  const { rows } = await pool.query(
    `select area.code, area.name_th, district.name_th as district, province.name_th as province
     from area
     left join area district on district.code = left(area.code, 4) and length(area.code) > 4
     left join area province on province.code = left(area.code, 2) and length(area.code) > 2
     where (area.name_th || ' ' || coalesce(district.name_th, '') || ' ' || coalesce(province.name_th, '')) ilike '%' || $1 || '%'
        or area.name_en ilike '%' || $1 || '%'
     order by area.name_th collate "th-x-icu" limit 20`,
    [query.q],
  );
  return rows;
});

/** A small object that Fastify makes text of. */
app.get("/status", () => ({ status: "ok" }));

/** Ready bytes and nothing else. */
const folder = process.env.BENCH_BYTES;
if (folder) {
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    app.get(`/bytes/${name}`, (_request, reply) => {
      reply.header("content-type", "application/octet-stream").send(bytes);
    });
  }
}

await app.listen({ host: "127.0.0.1", port: Number(process.env.BENCH_ALTERNATIVE_PORT) });
process.send?.("ready");
