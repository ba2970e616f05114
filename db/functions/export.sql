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
    'sample_records', standing.sample_records, 'as_of', standing.as_of, 'source_date', dated.source_date,
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

create function api.set_shape_text() returns trigger language plpgsql as $$
begin
  new.geojson := st_asgeojson(new.geom, 6);
  return new;
end $$;

create trigger set_text before insert or update of geom on area_shape
  for each row execute function api.set_shape_text();

create function api.export_areas() returns setof text language sql stable as $$
  with
  joined as materialized (select * from api.export_coverage(
    (select api.export_request() ->> 'level'), (select api.export_within())))
  select api.feature_line(code, geojson,
    jsonb_build_object(
      'code', code, 'level', level, 'name_th', name_th, 'name_en', name_en, 'parent_code', parent_code,
      'district_name_th', district_name_th, 'district_name_en', district_name_en,
      'province_name_th', province_name_th, 'province_name_en', province_name_en,
      'area_m2', round(area_m2::numeric), 'boundary_version', boundary_version_id, 'sample_boundary', is_sample)
      || coalesce(coverage, (select api.without_figures(joined.coverage) from joined limit 1), '{}'),
    bbox)
  from (
    select area.code, area.level, area.name_th, area.name_en, area.parent_code,
      district.name_th as district_name_th, district.name_en as district_name_en,
      province.name_th as province_name_th, province.name_en as province_name_en,
      area_shape.geojson, area_shape.bbox, area_shape.area_m2, area_shape.boundary_version_id,
      boundary_version.is_sample, joined.coverage
    -- with functions and no subqueries: only so is it part of this plan, and not gathered in a file of its own
    from api.filtered_areas(api.export_request() -> 'filter', api.export_request() ->> 'level') area_shape
    join boundary_version on boundary_version.id = area_shape.boundary_version_id
    join area on area.code = area_shape.area_code
    join area province on province.code = left(area.code, 2)
    left join area district on district.code = left(area.code, 4) and length(area.code) >= 4
    left join joined on joined.code = area.code
    order by area.code
  ) listed
$$;
