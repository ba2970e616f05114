-- Regions and local authorities by the areas they are made of, compact (GET /api/places/index).
create function api.places_index() returns jsonb language sql stable as $$
  with
  authority as materialized (
    select local_authority.*, row_number() over (order by local_authority.code) - 1 as place
    from local_authority where kind not in ('provincial_organization', 'bangkok')
  ),
  held as (
    select shape_code, authority.place, coalesce(share = 1, false)::integer as whole
    from authority_shape join authority on authority.code = local_authority_code
  ),
  grouped as (
    select region.code, region.name_th, region.name_en, coalesce(
      jsonb_agg(province_code order by province_code) filter (where province_code is not null), '[]') as provinces
    from region
    left join region_province on region_code = code and daterange(valid_from, valid_to, '[]') @> current_date
    group by region.code
  )
  select jsonb_build_object(
    'boundary_version', boundary_version.id,
    'authority_sources', (select coalesce(jsonb_agg(api.source_ref(id) order by id), '[]')
      from source where id in (select source_id from authority)),
    'regions', (select coalesce(jsonb_agg(to_jsonb(grouped) order by code), '[]') from grouped),
    'authorities', (
      select jsonb_build_object(
        'codes', coalesce(jsonb_agg('L' || code order by place), '[]'),
        'names_th', coalesce(jsonb_agg(name_th order by place), '[]'),
        'names_en', coalesce(jsonb_agg(name_en order by place), '[]'),
        'kinds', coalesce(jsonb_agg(kind order by place), '[]'),
        'provinces', coalesce(jsonb_agg(province_code order by place), '[]'),
        'sample', exists (select from source where is_sample and id in (select source_id from authority)))
      from authority),
    'tambon', (
      select jsonb_build_object(
        'codes', coalesce(jsonb_agg(shape_code order by shape_code, place), '[]'),
        'authorities', coalesce(jsonb_agg(place order by shape_code, place), '[]'),
        'whole', coalesce(jsonb_agg(whole order by shape_code, place), '[]'))
      from held))
  from boundary_version where is_current
$$;
