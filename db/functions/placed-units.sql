-- Where the units of a figure lie. A unit is what an indicator counts: a tambon, a province, a local authority or the
-- country. Asked by a level, each unit goes to one code, or is divided among several, or stays without a code (null)
-- where nobody knows: over all codes, null included, its weights add up to one. So no unit is lost or counted twice.
-- A weight is told twice. As two integers it is what it is: 1 of 3 tambon, a published share as a reduced fraction, 1 of 1
-- where whole. As `weight` it is what figures are summed of: billionths, rounded by what the parts before it leave, so
-- that the parts of a unit make exactly one (0.333333333, 0.333333334, 0.333333333) and sums of sums stay exact. Both are
-- kept in table authority_shape.

create type api.placed_unit as (
  code text, unit_code text, weight numeric, weight_numerator bigint, weight_denominator bigint, is_split boolean,
  part_unknown boolean, value numeric, denominator numeric, state text, reason text, withheld integer
);

-- One row per unit and code it has a part in. part_unknown: an unpublished part lies here, weight 0. in_within: a set of
-- places, null for the whole country; a unit in several of them is there once. By what is counted and by which level is asked,
-- one of the functions below answers; each is put into the query that calls it and planned as one with it: for what is asked the
-- first five times on a connection, then once for whatever is asked.
create function api.placed_units(in_indicator text, in_fiscal_year integer, in_level text, in_within text[])
  returns setof api.placed_unit language plpgsql stable
as $$
declare
  counted_by text := (select declaration ->> 'counted_by' from indicator where id = in_indicator);
  areas text[] := api.areas_of_set(in_within, in_fiscal_year);
  authorities text[] := api.authorities_of_set(in_within);
  digits integer := case in_level when 'province' then 2 when 'district' then 4 when 'tambon' then 6 end;
  -- of a set without a whole province, its few units by key. Null: look at all
  few text[];
  -- between these lie the areas of the set and all in them, in the key's own order: before any letter. Null: anywhere
  first_code text := (select min(area) from unnest(areas) area where authorities = '{}');
  last_code text := (select max(area || 'Z') from unnest(areas) area where authorities = '{}');
begin
  if areas = '{}' and authorities = '{}' then return; end if;
  if counted_by = 'country' then
    if in_level = 'country' and in_within is null then
      return query select * from api.country_unit(in_indicator, in_fiscal_year);
    end if;
  elsif counted_by = 'local_authority' and (digits is null or digits = 2) then
    if not exists (select from unnest(areas) area where length(area) = 2) and areas is not null then
      few := api.authority_units_in(areas, authorities);
    end if;
    return query select * from api.authorities_as_wholes(in_indicator, in_fiscal_year, in_level, areas, authorities, few);
  elsif counted_by = 'local_authority' then
    return query select * from api.authorities_by_tambon(in_indicator, in_fiscal_year, digits, areas, authorities);
  elsif in_level = 'local_authority' then
    return query
      select * from api.tambon_by_authorities(in_indicator, in_fiscal_year, in_within, areas, authorities, first_code, last_code);
  -- a province has no part in anything smaller
  elsif counted_by = 'tambon' or digits is null or digits = 2 then
    if areas = '{}' then few := array(select held.area_code from api.shares_of_set(areas, authorities) held); end if;
    return query
      select * from api.areas_at_level(in_indicator, in_fiscal_year, in_level, digits, areas, authorities, few, first_code, last_code);
  end if;
end $$;

-- The regions of a year by province; none without one. Looked up in, not joined: a plan that is kept for all questions expects a
-- single unit, and would go through all regions for each of thousands.
create function api.region_map(in_fiscal_year integer) returns jsonb language plpgsql stable as $$
begin
  if in_fiscal_year is null then return null; end if;
  return (select jsonb_object_agg(province_code, region_code) from api.regions_in(in_fiscal_year));
end $$;

-- What is counted of the country alone.
create function api.country_unit(in_indicator text, in_fiscal_year integer) returns setof api.placed_unit
  language sql stable
as $$
  select unit_code, unit_code, 1::numeric, 1::bigint, 1::bigint, false, false, value, denominator, state, reason, withheld
  from achievement
  where indicator_id = in_indicator and fiscal_year = in_fiscal_year
$$;

-- Keys of the local authorities that are in a set, or have tambon in it.
create function api.authority_units_in(in_areas text[], in_authorities text[]) returns text[] language sql stable as $$
  select array(select 'L' || code from unnest(in_authorities) code)
    || array(select 'L' || local_authority_code from unnest(in_areas) area
      join authority_shape on shape_code >= area and shape_code < area || 'Z')
$$;

-- A local authority by itself, or in the one province it belongs to; of districts and tambon in the set, the part of its
-- tambon that lies there.
create function api.authorities_as_wholes(
  in_indicator text, in_fiscal_year integer, in_level text, in_areas text[], in_authorities text[], in_few text[]
) returns setof api.placed_unit language sql stable
as $$
  with
  -- read by its own key: joined at once, the planner walks through the authorities of every indicator and year
  unit as materialized (
    select * from achievement where indicator_id = in_indicator and fiscal_year = in_fiscal_year
      and (in_few is null or achievement.unit_code = any (in_few))
  ),
  region as materialized (select api.region_map(case when in_level = 'region' then in_fiscal_year end) as of_province),
  inside as (
    select local_authority_code, sum(piece) as weight, count(*) as pieces_inside, min(pieces) as pieces
    from authority_shape
    where exists (select from unnest(in_areas) area where length(area) > 2) and api.lies_within(shape_code, in_areas)
    group by local_authority_code
  )
  select case in_level when 'country' then 'TH' when 'region' then region.of_province ->> local_authority.province_code
      when 'local_authority' then unit.unit_code else local_authority.province_code end,
    unit.unit_code, own.weight, case when own.weight = 1 then 1 else pieces_inside end,
    case when own.weight = 1 then 1 else pieces end, own.weight < 1, false,
    unit.value, unit.denominator, unit.state, unit.reason, unit.withheld
  from region
  cross join unit
  join local_authority on local_authority.code = unit.local_authority_code
  left join inside on inside.local_authority_code = unit.local_authority_code
  cross join lateral (
    select case when api.lies_within(local_authority.province_code, in_areas)
      or unit.local_authority_code = any (in_authorities) then 1 else inside.weight end as weight) own
  where own.weight > 0
$$;

-- A local authority, in equal parts in each tambon it has; without a code where its tambon are not published.
create function api.authorities_by_tambon(
  in_indicator text, in_fiscal_year integer, in_digits integer, in_areas text[], in_authorities text[]
) returns setof api.placed_unit language sql stable
as $$
  with
  unit as materialized (
    select * from achievement where indicator_id = in_indicator and fiscal_year = in_fiscal_year
  ),
  piece as (
    select local_authority_code, left(shape_code, in_digits) as code, shape_code, pieces, piece as share from authority_shape
  )
  select piece.code, unit.unit_code, coalesce(sum(piece.share), 1),
    case when count(piece.shape_code) < min(piece.pieces) then count(piece.shape_code) else 1 end,
    case when count(piece.shape_code) < min(piece.pieces) then min(piece.pieces) else 1 end,
    coalesce(count(piece.shape_code) < min(piece.pieces), false), false, unit.value, unit.denominator,
    unit.state, unit.reason, unit.withheld
  from unit
  join local_authority on local_authority.code = unit.local_authority_code
  left join piece on piece.local_authority_code = unit.local_authority_code
  where (api.lies_within(coalesce(piece.shape_code, local_authority.province_code), in_areas)
      or unit.local_authority_code = any (in_authorities))
  group by piece.code, unit.unit_code, unit.value, unit.denominator, unit.state, unit.reason, unit.withheld
$$;

-- A tambon by the local authorities that have it; of one that the set has through an authority, that part.
create function api.tambon_by_authorities(
  in_indicator text, in_fiscal_year integer, in_within text[], in_areas text[], in_authorities text[], in_first text, in_last text
) returns setof api.placed_unit language sql stable
as $$
  with
  unit as (
    select achievement.*, api.lies_within(area_code, in_areas) as is_inside from achievement
    where indicator_id = in_indicator and fiscal_year = in_fiscal_year
      and (in_first is null or (achievement.unit_code >= in_first and achievement.unit_code < in_last))
  ),
  -- authorities that have a tambon outside too: what is asked within is a part of them
  beyond as (
    select distinct local_authority_code from authority_shape
    where in_within is not null and not api.lies_within(shape_code, in_areas)
      and local_authority_code <> all (in_authorities)
  ),
  -- a district of Bangkok with records of its own is an authority itself
  own as (
    select 'L' || local_authority.code as code, unit.area_code from unit
    join local_authority on local_authority.code = unit.area_code and kind = 'bangkok_district'
  ),
  covered as (
    select shape_code, sum(share) as share, sum(part)::bigint as part, min(whole) as whole from authority_shape
    where in_first is null or (shape_code >= in_first and shape_code < in_last)
    group by shape_code
  ),
  -- what no authority has for certain: no crosswalk, unpublished parts, or shares that leave something over
  rest as (
    select unit.area_code, 1 - coalesce(covered.share, 0) as weight, coalesce(whole - coalesce(part, 0), 1) as part,
      coalesce(whole, 1) as whole
    from unit left join covered on covered.shape_code = unit.area_code
    where is_inside and unit.area_code not in (select own.area_code from own)
  )
  select 'L' || crosswalk.local_authority_code, unit.unit_code, coalesce(crosswalk.share, 0),
    coalesce(crosswalk.part / gcd(crosswalk.part, crosswalk.whole), 0),
    coalesce(crosswalk.whole / gcd(crosswalk.part, crosswalk.whole), 1),
    crosswalk.part < crosswalk.whole or crosswalk.local_authority_code in (select local_authority_code from beyond),
    crosswalk.part is null, unit.value, unit.denominator, unit.state, unit.reason, unit.withheld
  from unit join authority_shape crosswalk on crosswalk.shape_code = unit.area_code
  where is_inside or crosswalk.local_authority_code = any (in_authorities)
  union all
  select own.code, unit.unit_code, 1, 1, 1, false, false, unit.value, unit.denominator, unit.state, unit.reason, unit.withheld
  from unit join own using (area_code)
  where is_inside or own.code = any (in_within)
  union all
  select null, unit.unit_code, rest.weight, rest.part / gcd(rest.part, rest.whole), rest.whole / gcd(rest.part, rest.whole),
    false, false, unit.value, unit.denominator, unit.state, unit.reason, unit.withheld
  from unit join rest using (area_code)
  where rest.part <> 0
$$;

-- A tambon or province at its own level or above; what lies on a district is in none of its tambon.
create function api.areas_at_level(
  in_indicator text, in_fiscal_year integer, in_level text, in_digits integer, in_areas text[], in_authorities text[],
  in_few text[], in_first text, in_last text
) returns setof api.placed_unit language sql stable
as $$
  with
  region as materialized (select api.region_map(case when in_level = 'region' then in_fiscal_year end) as of_province)
  select case when in_level = 'country' then 'TH' when in_level = 'region' then region.of_province ->> left(achievement.area_code, 2)
      when length(achievement.area_code) >= in_digits then left(achievement.area_code, in_digits) end,
    achievement.unit_code, coalesce(held.share, 1), coalesce(held.part / gcd(held.part, held.whole), 1),
    coalesce(held.whole / gcd(held.part, held.whole), 1), coalesce(held.part < held.whole, false),
    coalesce(held.part_unknown, false),
    achievement.value, achievement.denominator, achievement.state, achievement.reason, achievement.withheld
  from region
  cross join achievement
  left join api.shares_of_set(in_areas, in_authorities) held on held.area_code = achievement.area_code
  where indicator_id = in_indicator and fiscal_year = in_fiscal_year
    and (in_first is null or (achievement.unit_code >= in_first and achievement.unit_code < in_last))
    and (in_few is null or achievement.unit_code = any (in_few))
    and (held.area_code is not null or api.lies_within(achievement.area_code, in_areas))
$$;

-- Small figures that are only shown added up (small-cell-pools.sql), by the code of the level that they lie in: null where
-- the level is too fine for them. Added up over the years so far. Of a set of places those that lie wholly in one of
-- them: what several places only cover together stays out, so that a pool is never shown in parts.
create function api.placed_pools(in_indicator text, in_fiscal_year integer, in_level text, in_within text[])
  returns table (code text, amount integer, cells integer, batched_at timestamptz) language plpgsql stable
as $$
#variable_conflict use_column
begin
  return query
    with
    -- once, not per row
    asked as materialized (
      select api.areas_of_set(in_within, in_fiscal_year) as areas, api.indicators_in(in_indicator) as indicators)
    select case
        when in_level = 'country' then 'TH'
        when in_level = 'region' then coalesce(pooled_amount.region_code, region.region_code)
        when in_level = 'province' then left(pooled_amount.area_code, 2)
        when in_level = 'district' and length(pooled_amount.area_code) = 4 then pooled_amount.area_code
      end, pooled_amount.amount, pooled_amount.standing, pooled_amount.batched_at
    from asked
    cross join pooled_amount
    left join api.regions_in(in_fiscal_year) region on region.province_code = left(pooled_amount.area_code, 2)
    where indicator_id = any (indicators) and fiscal_year <= in_fiscal_year and is_told
      and (in_within is null or pooled_amount.region_code = any (in_within)
        or (pooled_amount.area_code is not null and api.lies_within(pooled_amount.area_code, areas)));
end $$;

-- When the pool in these places' figures that is the oldest last took in what had changed; null: there is none in them.
create function api.small_figures_as_of(in_indicator text, in_fiscal_year integer, in_within text[])
  returns timestamptz language sql stable as $$
  select min(batched_at) from api.placed_pools(in_indicator, in_fiscal_year, 'country', in_within)
$$;
