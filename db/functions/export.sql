-- Lines of GeoJSON features (RFC 7946) for COPY … TO STDOUT. COPY takes no bound values, so the validated request
-- travels as the transaction's setting `phuenthi.export`: {filter, level, indicator, fiscal_year}.

-- One line. The geometry is joined in as text: parsing a country's coordinates again would take most of the time.
create function api.feature_line(in_id text, in_geometry text, in_properties jsonb, in_bbox double precision[] default null)
  returns text language sql immutable
as $$
  select '{"type":"Feature","id":' || to_json(in_id)
    || coalesce(',"bbox":' || to_json(in_bbox), '')
    || ',"geometry":' || coalesce(in_geometry, 'null')
    || ',"properties":' || in_properties || '}'
$$;

create function api.export_request() returns jsonb language sql stable as $$
  select current_setting('phuenthi.export')::jsonb
$$;

-- Coverage to join to each feature: one row per area of the level, empty when no indicator is asked for. in_within: the
-- set of places that the figures are of, null for the whole country.
create function api.export_coverage(in_level text, in_within text[]) returns table (code text, coverage jsonb) language sql stable as $$
  select row.code, jsonb_build_object(
    'indicator', api.export_request() ->> 'indicator',
    'fiscal_year', (api.export_request() ->> 'fiscal_year')::integer,
    'value', row.value, 'withheld_below', api.withheld_below(row.withheld), 'numerator', row.numerator,
    'denominator', row.denominator, 'ratio', row.ratio, 'units', row.units, 'certainty', row.certainty,
    'sample_records', standing.sample_records, 'as_of', standing.as_of, 'small_figures_as_of', small.day,
    'source_date', dated.source_date,
    'target', case when not row.beyond then (
      select value from api.target_in_force(api.export_request() ->> 'indicator', row.code,
        (api.export_request() ->> 'fiscal_year')::integer)) end,
    'state', case
      when row.counted > 0 then 'counted' when row.not_counted > 0 then 'not_counted'
      when row.unknown > 0 then 'unknown' else 'not_applicable' end)
  from api.coverage_rows(api.export_request() ->> 'indicator',
    (api.export_request() ->> 'fiscal_year')::integer, in_level, in_within) row
  cross join api.coverage_standing(api.export_request() ->> 'indicator', in_within) standing
  cross join api.source_date(api.export_request() ->> 'indicator', (api.export_request() ->> 'fiscal_year')::integer) dated
  cross join api.small_figures_as_of(api.export_request() ->> 'indicator', (api.export_request() ->> 'fiscal_year')::integer, in_within) small(day)
  where api.export_request() ->> 'indicator' is not null and row.code is not null
$$;

-- The columns of a coverage without its figures, for what has none: every feature has the same.
create function api.without_figures(coverage jsonb) returns jsonb language sql immutable as $$
  select jsonb_object_agg(key, case when key in ('indicator', 'fiscal_year') then value else 'null' end)
  from jsonb_each(coverage)
$$;

create function api.export_within() returns text[] language sql stable as $$
  select api.text_array(api.export_request() -> 'filter' -> 'within')
$$;

-- Here and in record-exports.sql `listed` is joined and sorted while a row is still a pointer to its geometry; the line is made
-- after that, row by row, so that the first one leaves at once and memory stays flat.

-- Those on the map, in the order in which they are read.
create function api.fill_area_features() returns void language sql as $$
  delete from area_feature;
  insert into area_feature (area_code, level, point, line)
  select area.code, area.level, point, api.feature_line(area.code, st_asgeojson(geom, 6),
    jsonb_build_object(
      'code', area.code, 'level', area.level, 'name_th', area.name_th, 'name_en', area.name_en, 'parent_code', area.parent_code,
      'district_name_th', district.name_th, 'district_name_en', district.name_en,
      'province_name_th', province.name_th, 'province_name_en', province.name_en,
      'area_m2', round(area_m2::numeric), 'boundary_version', boundary_version.id, 'sample_boundary', is_sample),
    bbox)
  from area_shape
  join boundary_version on boundary_version.id = boundary_version_id and is_current
  join area on area.code = area_code
  join area province on province.code = left(area.code, 2)
  left join area district on district.code = left(area.code, 4) and length(area.code) >= 4
  order by area.code collate "C";
$$;

-- Areas on the map: within, q (as search finds them), bbox (representative point).
create function api.filtered_areas(filter jsonb, in_level text) returns setof area_feature language sql stable as $$
  select * from area_feature
  where level = (select in_level)
    -- as rows, not as arrays: of thousands each area would be compared with each
    and ((select filter -> 'within' is null)
      or area_code in (select unnest(api.codes_within(api.text_array(filter -> 'within')))))
    and ((select filter -> 'q' is null)
      or area_code in (select unnest(api.codes_named(filter ->> 'q', array[in_level]))))
    and ((select filter -> 'bbox' is null) or (
      st_x(point) between (select api.filter_edge(filter, 0)) and (select api.filter_edge(filter, 2))
      and st_y(point) between (select api.filter_edge(filter, 1)) and (select api.filter_edge(filter, 3))))
$$;

-- Lines as they are kept, in the order of the index by level and code: nothing is sorted, so that the first leaves at once. Each
-- line is looked up by a subquery, which no plan turns into a join.
create function api.export_areas() returns setof text language sql stable as $$
  select (select line from area_feature where area_code = listed.area_code)
  from (
    select area_code from api.filtered_areas(api.export_request() -> 'filter', api.export_request() ->> 'level')
    order by area_code
  ) listed
$$;

-- The same with the coverage as the last of their properties.
create function api.export_covered_areas() returns setof text language sql stable as $$
  with
  joined as materialized (select * from api.export_coverage(
    (select api.export_request() ->> 'level'), (select api.export_within())))
  select left((select line from area_feature where area_code = listed.area_code), -2) || ', ' || substr(coverage::text, 2) || '}'
  from (
    select area_code, coalesce(joined.coverage, (select api.without_figures(joined.coverage) from joined limit 1)) as coverage
    from api.filtered_areas(api.export_request() -> 'filter', api.export_request() ->> 'level')
    left join joined on joined.code = area_code
    order by area_code
  ) listed
$$;
