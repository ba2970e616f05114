-- Keeps `achievement_sum` what the achievements add up to, and moves the versions of what changed.

-- The units of one province in one year of an indicator, by key; a bulk of them is read in one go.
create function api.units_of(in_indicators text[], in_years integer[], in_provinces text[])
  returns table (indicator_id text, fiscal_year integer, province_code text, value numeric, denominator numeric, state text, withheld integer)
  language plpgsql stable
as $$
#variable_conflict use_column
begin
  if cardinality(in_indicators) > 100 then
    return query
      with
      asked as materialized (select * from unnest(in_indicators, in_years, in_provinces) asked(indicator_id, fiscal_year, province_code)),
      -- with its province before it is looked for: matched by indicator and year alone, each would meet all provinces
      unit as materialized (
        select achievement.indicator_id, achievement.fiscal_year,
          coalesce(left(area_code, 2), local_authority.province_code) as province_code, achievement.value,
          achievement.denominator, achievement.state, achievement.withheld
        from (select distinct indicator_id, fiscal_year from asked) wanted
        cross join lateral (
          select * from achievement
          where achievement.indicator_id = wanted.indicator_id and achievement.fiscal_year = wanted.fiscal_year offset 0) achievement
        left join local_authority on local_authority.code = local_authority_code
      )
      select unit.* from unit join asked using (indicator_id, fiscal_year, province_code);
  else
    return query
      select asked.indicator_id, asked.fiscal_year, asked.province_code, unit.value, unit.denominator, unit.state, unit.withheld
      from unnest(in_indicators, in_years, in_provinces) asked(indicator_id, fiscal_year, province_code)
      cross join lateral (
        -- between these lie the province and all areas in it, in the key's own order: before any letter
        select value, denominator, state, withheld from achievement
        where achievement.indicator_id = asked.indicator_id and achievement.fiscal_year = asked.fiscal_year
          and unit_code >= asked.province_code and unit_code < asked.province_code || 'Z'
        union all
        select value, denominator, state, withheld
        from local_authority join achievement on unit_code = 'L' || local_authority.code
        where local_authority.province_code = asked.province_code and achievement.indicator_id = asked.indicator_id
          and achievement.fiscal_year = asked.fiscal_year
      ) unit;
  end if;
end $$;

-- Makes the sums of these anew; a province that is null stands for all.
create function api.add_up(in_indicators text[], in_years integer[], in_provinces text[]) returns void
  language sql set jit = off
as $$
  with
  asked as materialized (
    select distinct indicator_id, fiscal_year, area.code as province_code
    from unnest(in_indicators, in_years, in_provinces) touched(indicator_id, fiscal_year, province_code)
    join area on level = 'province' and (touched.province_code is null or area.code = touched.province_code)
  ),
  added as materialized (
    select indicator_id, fiscal_year, province_code, sum(value) as amount,
      sum(denominator) filter (where value is not null) as set_against,
      sum(value) filter (where denominator is not null) as divided, count(*)::integer as units,
      (count(*) filter (where state = 'counted'))::integer as counted,
      (count(*) filter (where state = 'not_counted'))::integer as not_counted,
      (count(*) filter (where state = 'unknown'))::integer as unknown,
      (count(*) filter (where state = 'not_applicable'))::integer as not_applicable,
      sum(withheld)::integer as withheld
    from (select array_agg(indicator_id) as indicators, array_agg(fiscal_year) as years, array_agg(province_code) as provinces
      from asked) listed, api.units_of(indicators, years, provinces)
    group by indicator_id, fiscal_year, province_code
  ),
  gone as (
    delete from achievement_sum using asked
    where (achievement_sum.indicator_id, achievement_sum.fiscal_year, achievement_sum.province_code)
        = (asked.indicator_id, asked.fiscal_year, asked.province_code)
      and not exists (select from added where (added.indicator_id, added.fiscal_year, added.province_code)
        = (asked.indicator_id, asked.fiscal_year, asked.province_code))
  )
  insert into achievement_sum select * from added
  on conflict (indicator_id, fiscal_year, province_code) do update set amount = excluded.amount,
    set_against = excluded.set_against, divided = excluded.divided, units = excluded.units, counted = excluded.counted,
    not_counted = excluded.not_counted, unknown = excluded.unknown, not_applicable = excluded.not_applicable,
    withheld = excluded.withheld
$$;

create function api.achievements_changed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  indicators text[];
  years integer[];
  provinces text[];
  in_place boolean[];
begin
  execute format($query$
    with %s
    select array_agg(indicator_id), array_agg(fiscal_year), array_agg(province_code), array_agg(is_in_place)
    from (
      -- of an authority that is gone nobody knows the province any more
      select distinct indicator_id, fiscal_year, coalesce(left(area_code, 2), province_code) as province_code,
        num_nonnulls(area_code, local_authority_code) = 1 as is_in_place
      from touched left join local_authority on local_authority.code = local_authority_code
    ) listed$query$, api.touched_rows(tg_op)) into indicators, years, provinces, in_place;
  if indicators is null then return null; end if;
  perform api.add_up(array_agg(indicator), array_agg(fiscal_year), array_agg(province))
  from unnest(indicators, years, provinces, in_place) touched(indicator, fiscal_year, province, is_in_place)
  where is_in_place having count(*) > 0;
  perform api.move_coverage(indicators, array(select coalesce(province, 'TH') from unnest(provinces) province));
  return null;
end $$;

create trigger add_up_insert after insert on achievement referencing new table as new_row
  for each statement execute function api.achievements_changed();
create trigger add_up_delete after delete on achievement referencing old table as old_row
  for each statement execute function api.achievements_changed();
create trigger add_up_update after update on achievement referencing new table as new_row old table as old_row
  for each statement execute function api.achievements_changed();

create function api.add_up_authorities() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform api.add_up(array_agg(indicator_id), array_agg(fiscal_year), array_agg(null::text))
  from (select distinct indicator_id, fiscal_year from achievement where local_authority_code is not null) counted
  having count(*) > 0;
  return null;
end $$;

create trigger add_up after update of province_code on local_authority
  for each statement execute function api.add_up_authorities();

-- The units of a figure, added up by the code of the level that they have a part in: from the sums where the places are
-- whole provinces, else unit by unit. place_sums adds up the same of one place, of all indicators at once.
create function api.unit_sums(in_indicator text, in_fiscal_year integer, in_level text, in_within text[])
  returns table (
    code text, value numeric, set_against numeric, divided numeric, units numeric, counted numeric, not_counted numeric,
    unknown numeric, not_applicable numeric, part_unknown boolean, is_split boolean, withheld integer
  )
  language plpgsql stable
as $$
#variable_conflict use_column
begin
  if in_level in ('country', 'region', 'province')
    and not exists (select from unnest(in_within) place where place like 'L%' or (place ~ '^[0-9]' and length(place) > 2))
    and (select declaration ->> 'counted_by' <> 'country' from indicator where id = in_indicator)
  then
    return query
      select case in_level when 'country' then 'TH' when 'region' then region.region_code else sums.province_code end as code,
        sum(amount), sum(set_against), sum(divided), sum(units)::numeric, sum(counted)::numeric, sum(not_counted)::numeric,
        sum(unknown)::numeric, sum(not_applicable)::numeric, false, false, sum(withheld)::integer
      from achievement_sum sums
      left join api.regions_in(in_fiscal_year) region
        on in_level = 'region' and region.province_code = sums.province_code
      where indicator_id = in_indicator and fiscal_year = in_fiscal_year
        and (in_within is null or sums.province_code = any (api.areas_of_set(in_within, in_fiscal_year)))
      group by 1;
  else
    return query
      select placed.code, sum(placed.value * weight) filter (where weight > 0),
        sum(placed.denominator * weight) filter (where weight > 0 and placed.value is not null),
        sum(placed.value * weight) filter (where weight > 0 and placed.denominator is not null),
        sum(weight),
        coalesce(sum(weight) filter (where state = 'counted'), 0),
        coalesce(sum(weight) filter (where state = 'not_counted'), 0),
        coalesce(sum(weight) filter (where state = 'unknown'), 0),
        coalesce(sum(weight) filter (where state = 'not_applicable'), 0),
        bool_or(placed.part_unknown), bool_or(placed.is_split),
        (sum(placed.withheld) filter (where weight > 0))::integer
      from api.placed_units(in_indicator, in_fiscal_year, in_level, in_within) placed
      group by placed.code;
  end if;
end $$;

-- Once, where no trigger has filled it yet.
do $$
begin
  if not exists (select from achievement_sum) and exists (select from achievement) then
    perform api.add_up(array_agg(indicator_id), array_agg(fiscal_year), array_agg(null::text))
    from (select distinct indicator_id, fiscal_year from achievement) kept;
  end if;
end $$;
