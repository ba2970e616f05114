-- Lines of GeoJSON features of places that are made of areas: regions of their provinces, local authorities of tambon.
-- As export.sql: chosen and sorted while small, the geometry is put together line by line. Not kept as those of areas are: regions
-- and the crosswalk change by files of their own, and few ask for them.

-- Both put the geometry together in a join, which is planned once: a function of its own would be planned for every line.
-- A union has no orientation of its own; feature_box is of what is written.

-- West, south, east, north; null for no geometry.
create function api.feature_box(in_geometry geometry) returns double precision[] language sql immutable parallel safe as $$
  select case when in_geometry is not null
    then array[st_xmin(in_geometry), st_ymin(in_geometry), st_xmax(in_geometry), st_ymax(in_geometry)] end
$$;

-- within: the regions named; bbox: the point of one of its provinces.
create function api.export_regions() returns setof text language sql stable as $$
  with
  joined as materialized (select * from api.export_coverage('region', (select api.export_within())))
  select api.feature_line(code, st_asgeojson(geom, 6),
    jsonb_build_object(
      'code', code, 'level', 'region', 'name_th', name_th, 'name_en', name_en, 'provinces', to_jsonb(provinces),
      'area_m2', (select round(sum(area_m2)::numeric) from area_shape
        where area_code = any (provinces) and boundary_version_id = boundary.id),
      'boundary_version', boundary.id, 'sample_boundary', boundary.is_sample)
      || coalesce(coverage, (select api.without_figures(joined.coverage) from joined limit 1), '{}'),
    api.feature_box(geom))
  from (
    select region.code, name_th, name_en, coverage, api.place_parts(region.code) as provinces
    from region
    left join joined on joined.code = region.code
    cross join (select api.export_request() -> 'filter' as filter) asked
    where (filter -> 'within' is null or region.code = any (api.text_array(filter -> 'within')))
      and (filter -> 'q' is null or region.code = any ((select api.codes_named(filter ->> 'q', '{region}'))::text[]))
      and (filter -> 'bbox' is null
        or api.place_parts(region.code) && api.codes_in_box(api.filter_box(filter)))
    order by region.code
  ) of_region
  join boundary_version boundary on is_current
  cross join lateral (
    select st_forcepolygonccw(st_multi(st_union(geom))) as geom
    from area_shape where area_code = any (provinces) and boundary_version_id = boundary.id
  ) united
$$;

-- Without those over a whole province. The geometry is the tambon that are wholly its own, null where it has none such
-- on the map; `extent` says whether that is all of it. Nor is `tambon` an empty list then but null: fiona 1.9.0 ends
-- the whole process over an empty list in a column of lists. within: authorities_in; bbox: the point of one of its tambon.
create function api.export_local_authorities() returns setof text language sql stable as $$
  with
  filter as materialized (
    select api.export_request() -> 'filter' as asked,
      api.authorities_in(api.text_array(api.export_request() -> 'filter' -> 'within')) as inside,
      api.codes_in_box(api.filter_box(api.export_request() -> 'filter')) as in_box
  ),
  -- one row per authority with tambon: those that are its own, and all it has a part in
  held as materialized (
    select local_authority_code, array_agg(shape_code order by shape_code) filter (where share = 1) as own,
      array_agg(shape_code) as touched
    from authority_shape group by local_authority_code
  ),
  joined as materialized (select * from api.export_coverage('local_authority', (select api.export_within()))),
  -- joined before anything is filtered: of what a filter leaves the planner expects one row, and would loop
  authority as materialized (
    select local_authority.*, own, touched, coverage
    from local_authority
    left join held on local_authority_code = local_authority.code
    left join joined on joined.code = 'L' || local_authority.code
    where kind not in ('provincial_organization', 'bangkok')
  )
  select api.feature_line(code, st_asgeojson(geom, 6),
    jsonb_build_object(
      'code', code, 'level', 'local_authority', 'kind', kind, 'name_th', name_th, 'name_en', name_en,
      'province_code', province_code, 'province_name_th', province_name_th, 'province_name_en', province_name_en,
      'extent', extent, 'tambon', to_jsonb(own),
      'boundary_version', boundary.id, 'source_id', of_authority.source_id, 'sample', of_authority.is_sample,
      'sample_boundary', boundary.is_sample)
      || coalesce(coverage, (select api.without_figures(joined.coverage) from joined limit 1), '{}'),
    api.feature_box(geom))
  from (
    select 'L' || authority.code as code, kind, authority.name_th, authority.name_en, province_code,
      province.name_th as province_name_th, province.name_en as province_name_en, own,
      api.local_authority_extent(authority.code, kind) as extent, authority.source_id, source.is_sample, coverage
    from authority
    join source on source.id = authority.source_id
    join area province on province.code = province_code
    cross join filter
    where (asked -> 'within' is null or 'L' || authority.code in (select unnest(inside) from filter))
      and (asked -> 'q' is null
        or 'L' || authority.code = any ((select api.codes_named(asked ->> 'q', '{local_authority}') from filter)::text[]))
      and (asked -> 'bbox' is null or touched && in_box)
    order by authority.code
  ) of_authority
  join boundary_version boundary on is_current
  cross join lateral (
    -- most have one tambon, and nothing to unite
    select st_forcepolygonccw(st_multi(case when cardinality(own) = 1 then (
        select geom from area_shape where area_code = own[1] and boundary_version_id = boundary.id)
      else (select st_union(geom) from area_shape where area_code = any (own) and boundary_version_id = boundary.id) end)) as geom
  ) united
$$;
