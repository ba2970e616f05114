-- A tile layer is a function of the schema `tiles`, named as the layer, with its declaration as its comment: what it is, the
-- kind of record it shows (and with it the filter it takes), zooms and fields (server/src/modules/tiles/tiles.schema.ts).
create function api.tile_layers() returns table (id text, declaration text) language sql stable as $$
  select proname::text, obj_description(pg_proc.oid, 'pg_proc')
  from pg_proc where pronamespace = 'tiles'::regnamespace
  order by proname
$$;

-- in_layer: one of those. An uncompressed vector tile; empty bytes where nothing is.
create function api.tile(in_layer text, z integer, x integer, y integer, filter jsonb) returns bytea language plpgsql stable as $$
declare
  tile bytea;
begin
  execute format('select tiles.%I($1, $2, $3, $4)', in_layer) into tile using z, x, y, filter;
  return tile;
end $$;

-- Where what has no position of its own is drawn: the representative point of the tambon that its ground is in. A district's
-- record (a council of Bangkok) stands at the district's.
create function api.drawing_points() returns table (area_code text, point geometry) language sql stable as $$
  select area_placement.area_code, area_shape.point
  from area_placement
  join area_shape on area_shape.area_code = shape_code
  where boundary_version_id = (select id from boundary_version where is_current)
$$;

-- West, south, east and north of a tile hold what lies on their west and south edges: a point on a line belongs to one tile.
create function api.is_in_square(point geometry, square geometry) returns boolean language sql immutable parallel safe as $$
  select st_x(point) >= st_xmin(square) and st_x(point) < st_xmax(square)
    and st_y(point) >= st_ymin(square) and st_y(point) < st_ymax(square)
$$;

-- Which of the 8 × 8 cells of a tile holds the point: 64 pixels to a side, so that circles and their numbers stand apart.
create function api.tile_cell(point geometry, square geometry) returns integer language sql immutable parallel safe as $$
  select (floor((st_x(point) - st_xmin(square)) / (st_xmax(square) - st_xmin(square)) * 8) * 8
    + floor((st_y(point) - st_ymin(square)) / (st_ymax(square) - st_ymin(square)) * 8))::integer
$$;

-- How much of several records is made up, as sample_records says it.
create function api.sample_word(are_all boolean, are_some boolean) returns text language sql immutable parallel safe as $$
  select case when are_all then 'all' when are_some then 'some' else 'none' end
$$;
