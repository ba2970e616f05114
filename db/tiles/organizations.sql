-- Organization points as a vector tile, with the one filter. Below zoom 11 neighbours are drawn as one cluster.
create function tiles.organizations(z integer, x integer, y integer, filter jsonb) returns bytea language sql stable as $$
  with
  -- no buffer: a map draws circles over the tile's edge anyhow, and would count a neighbour's points twice
  tile as (select st_tileenvelope(z, x, y) as square),
  found as (
    select organization.id, organization.kind, organization.name_th, source.is_sample,
      st_transform(organization.position, 3857) as geom
    from tile, api.filtered_organizations(filter) organization
    join source on source.id = organization.source_id
    where organization.position && st_transform(tile.square, 4326)
  ),
  -- the index compares boxes a little generously; a point on the line between two tiles belongs to one of them
  inside as (
    select found.* from found, tile
    where st_x(geom) >= st_xmin(square) and st_x(geom) < st_xmax(square)
      and st_y(geom) >= st_ymin(square) and st_y(geom) < st_ymax(square)
  ),
  -- a square grid of 8 cells to the side of a tile: 64 pixels, so that circles and their numbers stand apart
  cell as (
    select
      floor((st_x(geom) - st_xmin(tile.square)) / (st_xmax(tile.square) - st_xmin(tile.square)) * 8) as column_number,
      floor((st_y(geom) - st_ymin(tile.square)) / (st_ymax(tile.square) - st_ymin(tile.square)) * 8) as row_number,
      count(*)::integer as count, mode() within group (order by kind) as kind,
      case when bool_and(is_sample) then 'all' when bool_or(is_sample) then 'some' else 'none' end as sample_records,
      (array_agg(id order by id))[1] as id, (array_agg(name_th order by id))[1] as name_th,
      st_makepoint(avg(st_x(geom)), avg(st_y(geom))) as geom
    from inside, tile
    where z < 11
    group by 1, 2
  ),
  drawn as (
    select count, kind, sample_records, case when count = 1 then id::text end as id, case when count = 1 then name_th end as name_th,
      st_setsrid(geom, 3857) as geom
    from cell
    union all
    select 1, kind, case when is_sample then 'all' else 'none' end, id::text, name_th, geom from inside where z >= 11
  ),
  placed as (
    select count, kind, sample_records, id, name_th, st_asmvtgeom(drawn.geom, tile.square, 4096, 0, true) as geom from drawn, tile
  )
  select st_asmvt(placed, 'organizations', 4096, 'geom') from placed
$$;
