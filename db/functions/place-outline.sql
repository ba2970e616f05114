-- Lines of a place for a picture: at most 20 KB of GeoJSON, whatever its size, on a grid of its four decimals, so that
-- it is as valid as what it was made of. Null where a place has no shape.
create function api.place_outline(in_place text) returns jsonb language plpgsql stable set jit = off as $$
declare
  parts text[] := api.place_parts(in_place);
  whole geometry;
  drawn geometry;
  tolerance double precision := 0.001;
begin
  with
  -- the finest band that is about as large as the answer may be (16 bytes a point), else the coarsest; what remains
  -- of the lines of n parts grows with the square root of n
  band as (
    select coalesce(max(min_zoom) filter (where bytes < 16000 * sqrt(cardinality(parts))), min(min_zoom)) as zoom
    from (
      select min_zoom, sum(pg_column_size(geom)) as bytes from area_band
      where boundary_version_id = (select id from boundary_version where is_current) and area_code = any (parts)
      group by min_zoom) every_band
  ),
  piece as materialized (
    select dumped.geom, st_area(dumped.geom) as size
    from area_band join band on zoom = min_zoom, st_dump(area_band.geom) dumped
    where boundary_version_id = (select id from boundary_version where is_current) and area_code = any (parts)
  ),
  -- islands of less than a pixel on a screen take most of the time, and are most of the country's
  pixel as (
    select power((st_xmax(box) - st_xmin(box) + st_ymax(box) - st_ymin(box)) / 1000, 2) as size
    from (select st_extent(geom) as box from piece) extent
  )
  select st_union(piece.geom) into whole from piece, pixel
  where piece.size >= pixel.size or piece.size = (select max(size) from piece);

  drawn := whole;
  while length(st_asgeojson(drawn, 4)) > 20000 loop
    tolerance := tolerance * 1.5;
    -- and islands too small to see at this tolerance go, the largest part never
    select st_simplifypreservetopology(st_collect(geom), tolerance) into drawn
    from (
      select geom, row_number() over (order by st_area(geom) desc) as place from st_dump(whole)) part
    where place = 1 or st_area(geom) > tolerance * tolerance;
  end loop;
  return st_asgeojson(st_forcepolygonccw(st_reduceprecision(drawn, 0.0001)), 4)::jsonb;
end $$;
