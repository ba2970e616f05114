-- Which areas a place is made of, and what is around it.

create function api.region_today(in_province text) returns text language sql stable as $$
  select region_code from region_province
  where province_code = in_province and daterange(valid_from, valid_to, '[]') @> current_date
$$;

-- The fewest areas on the map that make up a place. Of a local authority: the tambon it has in whole or in part, or the
-- province it lies over; none where nobody published them.
create function api.place_parts(in_place text) returns text[] language sql stable as $$
  select coalesce(array_agg(distinct area_code order by area_code), '{}')
  from area_search
  where case api.place_level(in_place)
    when 'country' then level = 'province'
    when 'region' then area_code = any ((select api.without_regions(array[in_place]))::text[])
    when 'local_authority' then area_code = any ((select api.authority_parts(array[in_place]))::text[])
    else area_code = in_place end
$$;

-- Every code that a record of the place may have.
create function api.place_codes(in_place text) returns setof text language sql stable as $$
  select unnest(api.codes_within(case in_place when 'TH' then api.place_parts(in_place) else array[in_place] end))
$$;

-- Whether the records of a place's parts are its own: not where a local authority has only a part of one.
create function api.place_is_exact(in_place text) returns boolean language sql stable as $$
  select not exists (
    select from local_authority
    where in_place like 'L%' and code = substr(in_place, 2)
      and api.local_authority_extent(code, kind) in ('part', 'unknown'))
$$;

create function api.place_refs(in_places text[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(ref order by place), '[]')
  from unnest(in_places) place, lateral (select api.place_ref(place) as ref) named
  where ref is not null
$$;

-- [country, region, province, …] above a place.
create function api.place_path(in_place text) returns jsonb language sql stable as $$
  with
  -- the area that the place is, or lies in
  located as (
    select coalesce((select province_code from local_authority where in_place = 'L' || code), in_place) as code
  )
  select coalesce(jsonb_agg(api.place_ref(step) order by depth), '[]')
  from located, unnest(array['TH',
      case when located.code ~ '^[0-9]' then api.region_today(left(located.code, 2)) end,
      case when located.code ~ '^[0-9]' then left(located.code, 2) end,
      case when located.code ~ '^[0-9]' then left(located.code, 4) end])
    with ordinality above(step, depth)
  where step <> in_place and step is not null
    -- a province's own code is its first four digits too
    and (depth < 4 or length(step) = 4)
$$;

-- One level down. Of a local authority its parts; of the country its provinces while there are no regions.
create function api.place_children(in_place text) returns jsonb language sql stable as $$
  select api.place_refs(case
    when in_place = 'TH' and exists (select from region) then array(select code from region)
    when in_place ~ '^[0-9]' then array(
      select area_code from area_search where area_code like in_place || '__' and length(area_code) = length(in_place) + 2)
    else api.place_parts(in_place) end)
$$;

-- Areas of the same level that share a border, not only a corner, with one of these. Asked of the coarsest shapes:
-- neighbours share their arcs in every band.
create function api.bordering(in_codes text[]) returns setof text language sql stable as $$
  with
  band as materialized (
    select area_code, geom from area_band
    where boundary_version_id = (select id from boundary_version where is_current)
      and min_zoom = (select min(min_zoom) from area_band)
      and length(area_code) in (select length(code) from unnest(in_codes) code)
  )
  select distinct other.area_code
  from band own join band other on other.geom && own.geom and length(other.area_code) = length(own.area_code)
  where own.area_code = any (in_codes) and other.area_code <> all (in_codes)
    and st_relate(own.geom, other.geom, '****1****')
$$;

-- Places of the same level with a border in common; null where there are none to ask for, or nobody knows.
create function api.place_neighbours(in_place text) returns jsonb language plpgsql stable set jit = off as $$
declare
  parts text[] := api.place_parts(in_place);
begin
  if in_place = 'TH' or parts = '{}' then return null; end if;
  return api.place_refs(case
    when in_place like 'R%' then array(
      select distinct api.region_today(code) from api.bordering(parts) code)
    -- an authority over a province has those over the provinces beside it
    when in_place like 'L%' and length(parts[1]) = 2 then array(
      select 'L' || local_authority.code from api.bordering(parts) beside
      join local_authority on province_code = beside and kind in ('provincial_organization', 'bangkok'))
    -- others those that have a tambon beside theirs, or another part of one of theirs
    when in_place like 'L%' then array(
      select distinct 'L' || local_authority_code
      from area_placement join local_authority_area using (area_code)
      where shape_code = any (parts || array(select api.bordering(parts)))
        and local_authority_code <> substr(in_place, 2))
    else array(select api.bordering(parts)) end);
end $$;
