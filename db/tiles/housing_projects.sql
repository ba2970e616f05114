-- Housing projects begun by the year, at the point of their tambon: how many, of which programme, and their budget. Households
-- of a project are nobody's to see (db/README.md, Small figures); the serving role could not read them here either.
create function tiles.housing_projects(z integer, x integer, y integer, filter jsonb) returns bytea language sql stable as $$
  with
  tile as (select st_tileenvelope(z, x, y) as square),
  found as (
    select area_code, programme, budget_thb, is_sample, st_transform(point, 3857) as geom
    from tile, record."housing_project/filtered"(filter) housing_project
    join api.drawing_points() using (area_code)
    join source on source.id = housing_project.source_id
    where point && st_transform(square, 4326)
  ),
  -- the index compares boxes a little generously
  inside as (select found.* from found, tile where api.is_in_square(geom, square)),
  drawn as (
    select count(*)::integer as count, mode() within group (order by programme) as programme,
      count(distinct programme)::integer as programmes,
      -- of those that have one on record
      sum(budget_thb)::double precision as budget_thb,
      api.sample_word(bool_and(is_sample), bool_or(is_sample)) as sample_records,
      case when count(distinct area_code) = 1 then min(area_code) end as area_code,
      st_asmvtgeom(st_setsrid(st_makepoint(avg(st_x(geom)), avg(st_y(geom))), 3857), square, 4096, 0, true) as geom
    from inside, tile
    group by square, case when z < 9 then api.tile_cell(geom, square)::text else area_code end
  )
  select st_asmvt(drawn, 'housing_projects', 4096, 'geom' order by area_code collate "C", geom, count) from drawn
$$;

comment on function tiles.housing_projects is '{
  "title": "Housing projects",
  "description": "Housing projects at the representative point of their tambon: count says how many, programme the most frequent programme, programmes how many different ones, budget_thb the baht of those that have a budget on record. Below zoom 9 neighbours are one point too; area_code is there where all are of one tambon. No households: figures of a single project are not public. sample_records says how many of them are made up, not real: all, some or none.",
  "kind": "housing_project",
  "minzoom": 0,
  "maxzoom": 12,
  "fields": {"count": "Number", "programme": "String", "programmes": "Number", "budget_thb": "Number", "sample_records": "String", "area_code": "String"},
  "fields_minzoom": {"area_code": 9}
}';
