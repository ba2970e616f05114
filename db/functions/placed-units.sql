-- Where the units of a figure lie. A unit is what an indicator counts: a tambon, a province, a local authority or the
-- country. Asked by a level, each unit goes to one code, or is divided among several, or stays without a code (null)
-- where nobody knows: over all codes, null included, its weights add up to one. So no unit is lost or counted twice.

-- The tambon on the map that local authorities have. share: of the shape; null where nobody published the part.
-- A shape with the ground of several registered tambon is divided among them evenly.
create function api.authority_shapes() returns table (local_authority_code text, shape_code text, share numeric)
  language sql stable
as $$
  with
  -- one row per registered tambon that any authority has, with the shape it is drawn on
  covered as (
    select crosswalk.local_authority_code, area_placement.area_code, area_placement.shape_code,
      case when crosswalk.extent = 'whole' then 1 else crosswalk.share end as share
    from local_authority_area crosswalk
    join area_placement on area_placement.area_code = crosswalk.area_code
    where area_placement.shape_code is not null
  ),
  -- registered tambon per shape: nearly always one
  drawn_on as (select covered.shape_code, count(distinct covered.area_code) as tambon from covered group by covered.shape_code)
  select covered.local_authority_code, covered.shape_code,
    case when bool_and(covered.share is not null) then sum(covered.share) / min(drawn_on.tambon) end
  from covered join drawn_on using (shape_code)
  group by covered.local_authority_code, covered.shape_code
$$;

-- Whether a unit at area_code lies in the region or area asked within. Null: the whole country.
create function api.lies_within(in_area_code text, in_within text, in_provinces text[]) returns boolean
  language sql immutable parallel safe
as $$
  select in_within is null or (in_provinces is null and in_area_code like in_within || '%')
    or left(in_area_code, 2) = any (in_provinces)
$$;

-- One row per unit and code it has a part in. part_unknown: an unpublished part lies here, weight 0.
create function api.placed_units(in_indicator text, in_fiscal_year integer, in_level text, in_within text)
  returns table (
    code text, unit_code text, weight numeric, is_split boolean, part_unknown boolean, value numeric,
    denominator numeric, state text, reason text, withheld integer
  )
  language plpgsql stable
as $$
#variable_conflict use_column
declare
  counted_by text := (select declaration ->> 'counted_by' from indicator where id = in_indicator);
  -- of a region asked within; null for anything else
  provinces text[] := (select array_agg(province_code) from api.regions_in(in_fiscal_year)
    where in_within like 'R%' and region_code = in_within);
  digits integer := case in_level when 'province' then 2 when 'district' then 4 when 'tambon' then 6 end;
begin
  if in_within like 'R%' and provinces is null then return; end if;

  if counted_by = 'country' then
    return query
      select achievement.unit_code, achievement.unit_code, 1::numeric, false, false, achievement.value,
        achievement.denominator, achievement.state, achievement.reason, achievement.withheld
      from achievement
      where indicator_id = in_indicator and fiscal_year = in_fiscal_year and in_level = 'country';

  -- a local authority by itself; within a district or tambon, the part of its tambon that lies there
  elsif counted_by = 'local_authority' and in_level = 'local_authority' then
    return query
      with
      inside as (
        select local_authority_code, count(*) filter (where shape_code like in_within || '%')::numeric / count(*) as part
        from api.authority_shapes() where length(in_within) >= 4 and in_within ~ '^[0-9]' group by local_authority_code
      )
      select achievement.unit_code, achievement.unit_code, coalesce(inside.part, 1), coalesce(inside.part < 1, false), false,
        achievement.value, achievement.denominator, achievement.state, achievement.reason, achievement.withheld
      from achievement
      join local_authority on local_authority.code = achievement.local_authority_code
      left join inside on inside.local_authority_code = achievement.local_authority_code
      where indicator_id = in_indicator and fiscal_year = in_fiscal_year
        and (in_within is null or achievement.unit_code = in_within
          or api.lies_within(local_authority.province_code, left(in_within, 2), provinces))
        and (in_within is null or in_within !~ '^[0-9]{4}' or inside.part > 0);

  -- a local authority, in the one province it belongs to
  elsif counted_by = 'local_authority' and in_level in ('country', 'region', 'province') then
    return query
      select case in_level when 'country' then 'TH' when 'region' then region.region_code
          else local_authority.province_code end,
        achievement.unit_code, 1::numeric, false, false, achievement.value, achievement.denominator, achievement.state,
        achievement.reason, achievement.withheld
      from achievement
      join local_authority on local_authority.code = achievement.local_authority_code
      left join api.regions_in(in_fiscal_year) region on region.province_code = local_authority.province_code
      where indicator_id = in_indicator and fiscal_year = in_fiscal_year
        and api.lies_within(local_authority.province_code, in_within, provinces);

  -- a local authority, in equal parts in each tambon it has; without a code where its tambon are not published
  elsif counted_by = 'local_authority' then
    return query
      with
      piece as (
        select local_authority_code, left(shape_code, digits) as code, shape_code,
          count(*) over (partition by local_authority_code) as pieces,
          count(*) over (partition by local_authority_code, left(shape_code, digits)) as pieces_here
        from api.authority_shapes()
      )
      select piece.code, achievement.unit_code, count(piece.shape_code)::numeric / coalesce(min(piece.pieces), 1)
          + case when piece.code is null then 1 else 0 end,
        coalesce(min(piece.pieces_here) < min(piece.pieces), false), false, achievement.value, achievement.denominator,
        achievement.state, achievement.reason, achievement.withheld
      from achievement
      join local_authority on local_authority.code = achievement.local_authority_code
      left join piece on piece.local_authority_code = achievement.local_authority_code
      where indicator_id = in_indicator and fiscal_year = in_fiscal_year
        and api.lies_within(coalesce(piece.shape_code, local_authority.province_code), in_within, provinces)
      group by piece.code, achievement.unit_code, achievement.value, achievement.denominator, achievement.state,
        achievement.reason, achievement.withheld;

  -- a tambon by the local authorities that have it
  elsif in_level = 'local_authority' then
    return query
      with
      unit as (
        select * from achievement
        where indicator_id = in_indicator and fiscal_year = in_fiscal_year
          and (in_within like 'L%' or api.lies_within(area_code, in_within, provinces))
      ),
      -- authorities that have a tambon outside too: what is asked within is a part of them
      beyond as (
        select distinct local_authority_code from api.authority_shapes()
        where in_within is not null and in_within not like 'L%' and api.lies_within(shape_code, in_within, provinces) is not true
      ),
      -- a district of Bangkok with records of its own is an authority itself
      own as (
        select 'L' || local_authority.code as code, unit.area_code from unit
        join local_authority on local_authority.code = unit.area_code and kind = 'bangkok_district'
      ),
      -- what no authority has for certain: no crosswalk, unpublished parts, or shares that leave something over
      rest as (
        select unit.area_code, 1 - coalesce(sum(crosswalk.share), 0) as left_over
        from unit left join api.authority_shapes() crosswalk on crosswalk.shape_code = unit.area_code
        where unit.area_code not in (select own.area_code from own)
        group by unit.area_code
      )
      select 'L' || crosswalk.local_authority_code, unit.unit_code, coalesce(crosswalk.share, 0),
        crosswalk.share < 1 or crosswalk.local_authority_code in (select local_authority_code from beyond),
        crosswalk.share is null, unit.value, unit.denominator, unit.state, unit.reason, unit.withheld
      from unit join api.authority_shapes() crosswalk on crosswalk.shape_code = unit.area_code
      where in_within is null or in_within not like 'L%' or crosswalk.local_authority_code = substr(in_within, 2)
      union all
      select own.code, unit.unit_code, 1, false, false, unit.value, unit.denominator, unit.state, unit.reason, unit.withheld
      from unit join own using (area_code)
      where in_within is null or in_within not like 'L%' or own.code = in_within
      union all
      select null, unit.unit_code, rest.left_over, false, false, unit.value, unit.denominator, unit.state, unit.reason, unit.withheld
      from unit join rest using (area_code)
      where rest.left_over <> 0 and (in_within is null or in_within not like 'L%');

  -- a tambon or province at its own level or above; a province has no part in anything smaller, and what lies on a district
  -- is in none of its tambon
  else
    return query
      select case when in_level = 'country' then 'TH' when in_level = 'region' then region.region_code
          when length(achievement.area_code) >= digits then left(achievement.area_code, digits) end,
        achievement.unit_code, 1::numeric, false, false, achievement.value, achievement.denominator, achievement.state,
        achievement.reason, achievement.withheld
      from achievement
      left join api.regions_in(in_fiscal_year) region
        on in_level = 'region' and region.province_code = left(achievement.area_code, 2)
      where indicator_id = in_indicator and fiscal_year = in_fiscal_year
        and (counted_by = 'tambon' or digits is null or length(achievement.area_code) >= digits)
        -- the key's own order: an area and what lies in it stand side by side, before any letter
        and (in_within is null or provinces is not null
          or (achievement.unit_code >= in_within and achievement.unit_code < in_within || 'Z'))
        and api.lies_within(achievement.area_code, in_within, provinces);
  end if;
end $$;

-- Small figures that are only shown added up (small-cells.sql), by the code of the level that they lie in: null where
-- the level is too fine for them. Added up over the years so far.
create function api.placed_pools(in_indicator text, in_fiscal_year integer, in_level text, in_within text)
  returns table (code text, amount integer, cells integer) language sql stable
as $$
  select case
      when in_level = 'country' then 'TH'
      when in_level = 'region' then coalesce(pooled_amount.region_code, region.region_code)
      when in_level = 'province' then left(pooled_amount.area_code, 2)
      when in_level = 'district' and length(pooled_amount.area_code) = 4 then pooled_amount.area_code
    end, pooled_amount.amount, pooled_amount.cells
  from pooled_amount
  left join api.regions_in(in_fiscal_year) region on region.province_code = left(pooled_amount.area_code, 2)
  where indicator_id = in_indicator and fiscal_year <= in_fiscal_year
    and (in_within is null or pooled_amount.region_code = in_within or region.region_code = in_within
      or pooled_amount.area_code like in_within || '%')
$$;
