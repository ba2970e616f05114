-- Sets of places that something is asked within: areas, regions, local authorities, each place in them once.

-- The areas of a set of places, regions as the provinces they have in the year; local authorities are none. Null: the
-- whole country. A region that had no province then leaves nothing.
create function api.areas_of_set(in_within text[], in_fiscal_year integer) returns text[] language plpgsql stable as $$
begin
  return (
    select case when in_within is not null then array(
      select coalesce(province_code, place) from unnest(in_within) place
      left join api.regions_in(in_fiscal_year) on region_code = place
      where place ~ '^[0-9]' or province_code is not null) end);
end $$;

-- Codes of the local authorities of a set, without the L.
create function api.authorities_of_set(in_within text[]) returns text[] language sql immutable parallel safe as $$
  select array(select substr(place, 2) from unnest(in_within) place where place like 'L%')
$$;

-- Whether an area is one of these or lies in one. Null: the whole country.
create function api.lies_within(in_area_code text, in_areas text[]) returns boolean
  language sql immutable parallel safe
as $$
  select in_areas is null or left(in_area_code, 2) = any (in_areas) or left(in_area_code, 4) = any (in_areas)
    or in_area_code = any (in_areas)
$$;

-- The tambon that a set has through its local authorities alone: by their shares of it, which are of different ground
-- and so add up. A part that nobody published is in none. A district of Bangkok, an authority itself, is there too.
create function api.shares_of_set(in_areas text[], in_authorities text[])
  returns table (area_code text, part bigint, whole bigint, share numeric, part_unknown boolean) language sql stable
as $$
  select shape_code, coalesce(sum(part), 0)::bigint, min(whole), coalesce(sum(share), 0), bool_or(part is null)
  from authority_shape
  where local_authority_code = any (in_authorities) and not api.lies_within(shape_code, in_areas)
  group by shape_code
  union all
  select code, 1, 1, 1, false from local_authority
  where code = any (in_authorities) and kind = 'bangkok_district' and not api.lies_within(code, in_areas)
$$;

-- Areas of a level that lie in the set only in part: they have tambon on the map outside it, or a part of one. None of the
-- whole country.
create function api.reaching_beyond(in_fiscal_year integer, in_level text, in_within text[]) returns setof text
  language plpgsql stable
as $$
declare
  areas text[] := api.areas_of_set(in_within, in_fiscal_year);
begin
  if in_within is null or in_level in ('country', 'local_authority') then return; end if;
  return query
    select distinct case in_level when 'region' then region.region_code when 'province' then left(area_search.area_code, 2)
      when 'district' then left(area_search.area_code, 4) else area_search.area_code end
    from area_search
    left join api.shares_of_set(areas, api.authorities_of_set(in_within)) held on held.area_code = area_search.area_code
    left join api.regions_in(in_fiscal_year) region
      on in_level = 'region' and region.province_code = left(area_search.area_code, 2)
    where area_search.level = 'tambon' and not api.lies_within(area_search.area_code, areas) and coalesce(held.share, 0) < 1;
end $$;
