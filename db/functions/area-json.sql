-- Areas and other places as the API says them, with their way down from the province.

create function api.area_ref(in_code text) returns jsonb language sql stable as $$
  select jsonb_build_object('code', code, 'level', level, 'name_th', name_th, 'name_en', name_en)
  from area where code = in_code
$$;

create function api.place_level(in_place text) returns text language sql immutable parallel safe as $$
  select case
    when in_place = 'TH' then 'country'
    when in_place like 'R%' then 'region'
    when in_place like 'L%' then 'local_authority'
    when length(in_place) = 2 then 'province'
    when length(in_place) = 4 then 'district'
    else 'tambon'
  end
$$;

-- Null when there is no such place: no region, no area on the map, no local authority.
create function api.place_ref(in_place text) returns jsonb language plpgsql stable as $$
begin
  return (
    select case api.place_level(in_place)
      when 'country' then jsonb_build_object('code', 'TH', 'level', 'country', 'name_th', 'ประเทศไทย', 'name_en', 'Thailand')
      when 'region' then (select jsonb_build_object('code', code, 'level', 'region', 'name_th', name_th, 'name_en', name_en)
        from region where code = in_place)
      when 'local_authority' then (
        select jsonb_build_object('code', in_place, 'level', 'local_authority', 'name_th', name_th, 'name_en', name_en,
          'kind', kind)
        from local_authority where code = substr(in_place, 2))
      else (select api.area_ref(area_code) from area_search where area_code = in_place)
    end);
end $$;

-- [province, district, …] above the area, or down to the area itself.
create function api.area_path(in_code text, in_with_self boolean) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(
    jsonb_build_object('code', code, 'level', level, 'name_th', name_th, 'name_en', name_en) order by code), '[]')
  from area
  where code in (left(in_code, 2), left(in_code, 4), in_code) and (in_with_self or code <> in_code)
$$;

create function api.area_item(in_code text) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'code', area.code, 'level', area.level, 'name_th', area.name_th, 'name_en', area.name_en,
    'parent_code', area.parent_code,
    'ancestors', api.area_path(area.code, false),
    'bbox', to_jsonb(area_shape.bbox),
    'point', jsonb_build_array(round(st_x(area_shape.point)::numeric, 6), round(st_y(area_shape.point)::numeric, 6)))
  from area
  join area_shape on area_shape.area_code = area.code
  join boundary_version on boundary_version.id = area_shape.boundary_version_id and boundary_version.is_current
  where area.code = in_code
$$;

-- Organizations on record at the district of a tambon, which cover it without being in it: a Bangkok council. Counted at the
-- district and above, never here.
create function api.covering_organizations(in_code text, in_fiscal_year integer) returns jsonb language plpgsql stable as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'name_th', name_th, 'name_en', name_en)
      order by name_th collate "th-x-icu", id), '[]')
    from record."organization/at"(in_fiscal_year)
    where length(in_code) = 6 and area_code = left(in_code, 4));
end $$;

-- Records are counted as they stood at the end of the fiscal year; as they stand now without one.
create function api.area_detail(in_code text, in_fiscal_year integer) returns jsonb language plpgsql stable as $$
begin
  return (
    with
    asked as materialized (select api.codes_within(array[in_code]) as codes)
    select api.area_item(in_code) || jsonb_build_object(
      'area_m2', round(area_shape.area_m2::numeric),
      'boundary_version', boundary_version.id,
      'region', api.place_ref(api.region_today(left(in_code, 2))),
      'local_authorities', api.local_authorities_of(in_code),
      'counts', jsonb_build_object('district', below.districts, 'tambon', below.tambon) || api.record_counts(codes, in_fiscal_year),
      'covering_organizations', api.covering_organizations(in_code, in_fiscal_year),
      'sources', (
        select jsonb_agg(api.source_ref(id) order by id) from (
          select boundary_version.source_id as id
          union select api.record_source_ids(codes) from asked
        ) used))
    from asked, area_shape
    join boundary_version on boundary_version.id = area_shape.boundary_version_id and boundary_version.is_current
    cross join (
      select count(*) filter (where level = 'district') as districts, count(*) filter (where level = 'tambon') as tambon
      from area_search where area_code > in_code and area_code < in_code || 'Z') below
    where area_shape.area_code = in_code);
end $$;
