-- Organization points as a vector tile, with the one filter. Below zoom 11 neighbours are drawn as one cluster.
create function tiles.organizations(z integer, x integer, y integer, filter jsonb) returns bytea language sql stable as $$
  with
  -- no buffer: a map draws circles over the tile's edge anyhow, and would count a neighbour's points twice
  tile as (select st_tileenvelope(z, x, y) as square),
  found as (
    select organization.id, organization.kind, organization.name_th, source.is_sample,
      st_transform(organization.position, 3857) as geom
    from tile, record."organization/filtered"(filter) organization
    join source on source.id = organization.source_id
    where organization.position && st_transform(tile.square, 4326)
  ),
  -- the index compares boxes a little generously
  inside as (select found.* from found, tile where api.is_in_square(geom, square)),
  cell as (
    select count(*)::integer as count, mode() within group (order by kind) as kind,
      api.sample_word(bool_and(is_sample), bool_or(is_sample)) as sample_records,
      (array_agg(id order by id))[1] as id, (array_agg(name_th order by id))[1] as name_th,
      st_makepoint(avg(st_x(geom)), avg(st_y(geom))) as geom
    from inside, tile
    where z < 11
    group by api.tile_cell(geom, square)
  ),
  drawn as (
    select count, kind, sample_records, case when count = 1 then id::text end as id, case when count = 1 then name_th end as name_th,
      st_setsrid(geom, 3857) as geom
    from cell
    union all
    select 1, kind, api.sample_word(is_sample, is_sample), id::text, name_th, geom from inside where z >= 11
  ),
  placed as (
    select count, kind, sample_records, id, name_th, st_asmvtgeom(drawn.geom, tile.square, 4096, 0, true) as geom from drawn, tile
  )
  select st_asmvt(placed, 'organizations', 4096, 'geom') from placed
$$;

comment on function tiles.organizations is '{
  "title": "Community organizations",
  "description": "Below zoom 11 neighbours are one point: count says how many, kind the most frequent kind, and id and name_th are there where count is 1 alone. From zoom 11 every organization is a point of its own, with id and name_th, and count is 1. sample_records says how many of them are made up, not real: all, some or none.",
  "kind": "organization",
  "minzoom": 0,
  "maxzoom": 14,
  "fields": {"count": "Number", "kind": "String", "sample_records": "String", "id": "String", "name_th": "String"},
  "fields_minzoom": {"id": 11, "name_th": 11}
}';
