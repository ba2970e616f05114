-- Model areas at the point of their tambon, narrowed as the kind is. One point to a tambon; from afar, to a cell.
create function tiles.model_areas(z integer, x integer, y integer, filter jsonb) returns bytea language sql stable as $$
  with
  tile as (select st_tileenvelope(z, x, y) as square),
  found as (
    select model_area.*, is_sample, st_transform(point, 3857) as geom
    from tile, record."model_area/filtered"(filter) model_area
    join api.drawing_points() using (area_code)
    join source on source.id = model_area.source_id
    where point && st_transform(square, 4326)
  ),
  -- the index compares boxes a little generously
  inside as (select found.* from found, tile where api.is_in_square(geom, square)),
  drawn as (
    select count(*)::integer as count, mode() within group (order by theme) as theme,
      count(distinct theme)::integer as themes,
      api.sample_word(bool_and(is_sample), bool_or(is_sample)) as sample_records,
      case when count(distinct area_code) = 1 then min(area_code) end as area_code,
      case when count(*) = 1 then min(name_th) end as name_th,
      case when count(*) = 1 then min(coalesce(name_en, name_th)) end as name_en,
      st_asmvtgeom(st_setsrid(st_makepoint(avg(st_x(geom)), avg(st_y(geom))), 3857), square, 4096, 0, true) as geom
    from inside, tile
    group by square, case when z < 9 then api.tile_cell(geom, square)::text else area_code end
  )
  select st_asmvt(drawn, 'model_areas', 4096, 'geom' order by area_code collate "C", geom, count) from drawn
$$;

comment on function tiles.model_areas is '{
  "title": "Model areas",
  "description": "Model areas at the representative point of their tambon: count says how many stand there, theme the most frequent theme, themes how many different ones. Below zoom 9 neighbours are one point too. area_code is there where all are of one tambon, name_th and name_en where count is 1. sample_records says how many of them are made up, not real: all, some or none.",
  "kind": "model_area",
  "minzoom": 0,
  "maxzoom": 12,
  "fields": {"count": "Number", "theme": "String", "themes": "Number", "sample_records": "String", "area_code": "String", "name_th": "String", "name_en": "String"},
  "fields_minzoom": {"area_code": 9}
}';
