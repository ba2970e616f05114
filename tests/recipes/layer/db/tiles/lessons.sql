-- Lessons at the point of their tambon, one point to a tambon.
create function tiles.lessons(z integer, x integer, y integer, filter jsonb) returns bytea language sql stable as $$
  with
  tile as (select st_tileenvelope(z, x, y) as square),
  drawn as (
    select count(*)::integer as count, min(lesson.id::text) as id, min(lesson.title_th) as title_th,
      api.sample_word(bool_and(is_sample), bool_or(is_sample)) as sample_records,
      st_asmvtgeom(st_transform(point, 3857), square, 4096, 0, true) as geom
    from tile, record."lesson/filtered"(filter) lesson
    join api.drawing_points() using (area_code)
    join source on source.id = lesson.source_id
    where point && st_transform(square, 4326) and api.is_in_square(st_transform(point, 3857), square)
    group by area_code, point, square
  )
  select st_asmvt(drawn, 'lessons', 4096, 'geom' order by id collate "C") from drawn
$$;

comment on function tiles.lessons is '{
  "title": "Lessons",
  "description": "Lessons at the representative point of their tambon: count says how many, id and title_th are of one of them. sample_records says how many of them are made up, not real: all, some or none.",
  "kind": "lesson",
  "minzoom": 0,
  "maxzoom": 12,
  "fields": {"count": "Number", "id": "String", "title_th": "String", "sample_records": "String"}
}';
