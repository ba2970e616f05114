// What a database answers, in so many hashes: written into a backup, and asked again of what was restored from it.

/** Everything that texts depend on and that a role, a database or a server may have set otherwise. */
const SETTINGS = `set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local search_path = public; set local jit = off`;

/**
 * @typedef {Record<"rows" | "coverage" | "sources" | "tiles", Record<string, string>>} Answers
 *   rows: of each table how many and a hash of all of them · coverage: of each indicator its latest year by province
 *   sources: of each indicator · tiles: of each layer one of the country's middle, of areas all
 */

/**
 * @param {import("pg").Client} client within a transaction
 * @returns {Promise<Answers>}
 */
export async function askAnswers(client) {
  await client.query(SETTINGS);
  const { rows: tables } = await client.query(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and not relispartition
       and not exists (select from pg_depend where objid = pg_class.oid and classid = 'pg_class'::regclass and deptype = 'e')
     order by relname collate "C"`,
  );
  /** @type {Record<string, string>} */
  const rows = {};
  for (const { name } of tables) {
    const { rows: found } = await client.query(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(kept::text, 0)), 0) as said from ${client.escapeIdentifier(name)} kept`,
    );
    rows[name] = found[0].said;
  }
  // whoever serves asks with rights of its own, and through what belongs to the keeper
  await client.query("set local role phuenthi_api");
  const coverage = await pairs(
    client,
    `select indicator.id as key, (
       select encode(sha256(convert_to(string_agg(answer::text, e'\n' order by answer::text collate "C"), 'UTF8')), 'hex')
       from api.coverage_rows(indicator.id, year, 'province', null) answer) as said
     from indicator, lateral (select max(fiscal_year) from achievement where indicator_id = indicator.id) latest(year)
     where year is not null and exists (select from boundary_version where is_current)`,
  );
  const tiles = await pairs(
    client,
    `select id as key, encode(sha256(api.tile(id, 6, 49, 29, '{}')), 'hex') as said from api.tile_layers()
     union all
     select 'areas', encode(sha256(string_agg(sha256(data), '' order by z, x, y)), 'hex')
     from area_tile where boundary_version_id = (select id from boundary_version where is_current)`,
  );
  const sources = await pairs(
    client,
    `select indicator.id as key, string_agg(source.id, ' ' order by source.id collate "C") as said
     from indicator, api.indicator_sources(indicator.id) source group by indicator.id`,
  );
  await client.query("reset role");
  return { rows, coverage, sources, tiles };
}

/**
 * @param {import("pg").Client} client
 * @param {string} query
 * @returns {Promise<Record<string, string>>}
 */
async function pairs(client, query) {
  const { rows } = await client.query(query);
  return Object.fromEntries(rows.map(({ key, said }) => [key, said]));
}

/**
 * @param {Answers} before
 * @param {Answers} after
 * @returns {string[]} what differs, by name
 */
export function differences(before, after) {
  return /** @type {const} */ (["rows", "coverage", "sources", "tiles"]).flatMap((part) =>
    [...new Set([...Object.keys(before[part]), ...Object.keys(after[part])])]
      .filter((name) => before[part][name] !== after[part][name])
      .map((name) => `${part} of ${name}`),
  );
}
