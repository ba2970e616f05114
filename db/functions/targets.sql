-- Targets as the API says them, and the rule that shares add up to their whole.

create function api.target_head(item target_version) returns jsonb language sql immutable as $$
  select jsonb_build_object('version', item.version, 'action', item.action, 'method', item.method, 'basis', item.basis,
    'owner', item.owner, 'note', item.note, 'undoes_version', item.undoes_version, 'set_at', item.set_at)
$$;

-- One version, or the one in force (null). Null when there is none.
create function api.target_detail(in_indicator text, in_version integer) returns jsonb language sql stable as $$
  with
  latest as (select max(version) as version from target_version where indicator_id = in_indicator),
  wanted as (
    select target_version.* from target_version, latest
    where indicator_id = in_indicator and target_version.version = coalesce(in_version, latest.version)
  ),
  last_year as (
    select max(fiscal_year) as fiscal_year from target_value where target_version_id = (select id from wanted)
  )
  select api.target_head(target_version) || jsonb_build_object(
    'indicator', target_version.indicator_id,
    'in_force', target_version.version = (select version from latest),
    'undo_takes_back', (
      select case when api.target_origin(in_indicator, origin - 1) is not null then origin end
      from latest, lateral (select api.target_origin(in_indicator, latest.version) as origin) held),
    'denominator', (select jsonb_build_object('id', id, 'value', value, 'title_th', title_th, 'title_en', title_en)
      from denominator where id = target_version.denominator_id),
    'source', api.source_line(target_version.source_id),
    -- of a version that says nothing, nothing
    'values', (select coalesce(jsonb_agg(jsonb_build_object('place_code', place_code, 'fiscal_year', fiscal_year, 'value', value)
        order by place_code, fiscal_year), '[]')
      from target_value where target_version_id = target_version.id),
    'places', (
      select coalesce(jsonb_agg(api.place_ref(place.place_code) || jsonb_build_object(
        'units', coalesce(figure.units, 0), 'achieved', figure.value,
        'withheld_below', api.withheld_below(figure.withheld)) order by place.place_code), '[]')
      from (select distinct place_code from target_value where target_version_id = target_version.id) place
      left join api.target_figures(in_indicator, (select fiscal_year from last_year)) figure
        on figure.code = place.place_code
      where api.place_ref(place.place_code) is not null),
    'history', (select jsonb_agg(api.target_head(each_version) order by each_version.version desc)
      from target_version each_version where each_version.indicator_id = in_indicator))
  from target_version where id = (select id from wanted)
$$;

-- What is counted and reached in the country, each region and each province, in the declared year nearest to one.
create function api.target_figures(in_indicator text, in_fiscal_year integer)
  returns table (code text, units numeric, value numeric, withheld integer, should numeric, reached numeric)
  language plpgsql stable
as $$
#variable_conflict use_column
begin
  return query
    with
    declared as (
      select value::integer as year from indicator, jsonb_array_elements_text(declaration -> 'fiscal_years')
      where id = in_indicator order by abs(value::integer - in_fiscal_year) limit 1
    )
    select row.code, row.units, row.value, row.withheld, row.should, row.reached
    from declared, unnest(array['country', 'region', 'province']) level
    cross join lateral api.coverage_rows(in_indicator, declared.year, level, null) row
    where row.code is not null;
end $$;

-- What shares may be in proportion to, by province; regions are the sums. gap: what is left to do of all there is, null
-- where nothing says how much there is; reached: what a share that follows the gap starts from. cap: units, where each
-- counts once.
create function api.share_weights(in_indicator text, in_fiscal_year integer)
  returns table (
    province_code text, region_code text, units numeric, population numeric, need numeric, gap numeric, reached numeric,
    cap numeric
  )
  language sql stable
as $$
  with
  inhabited as materialized (
    select left(code, 2) as province_code, sum(persons) as persons
    from api.population_of(array(select area_code from area_search where level = 'tambon'), array[in_fiscal_year])
    group by 1
  ),
  -- what the latest year counts of all who are in need
  needed as materialized (
    select left(area_code, 2) as province_code, sum(denominator) as households from achievement
    where indicator_id = 'housing-households' and fiscal_year = (
      select max(fiscal_year) from achievement_sum where indicator_id = 'housing-households' and fiscal_year <= in_fiscal_year)
    group by 1
  )
  select figure.code, region.region_code, figure.units, coalesce(inhabited.persons, 0), coalesce(needed.households, 0),
    -- shares are whole numbers, and a sum may come in parts; greatest passes over null
    case when figure.should is not null then greatest(ceil(figure.should - coalesce(figure.reached, 0)), 0) end,
    floor(coalesce(figure.value, 0)),
    case when declaration ->> 'kind' = 'coverage' then figure.units end
  from indicator
  cross join lateral api.target_figures(in_indicator, in_fiscal_year) figure
  left join api.regions_in(in_fiscal_year) region on region.province_code = figure.code
  left join inhabited on inhabited.province_code = figure.code
  left join needed on needed.province_code = figure.code
  where indicator.id = in_indicator and api.place_level(figure.code) = 'province'
$$;

-- Refuses, at commit, a version whose shares are not its whole: regions to the country, provinces to their region where
-- it has a share, else to the country. Regions are those of the year's last day.
create function api.check_target_shares() returns trigger language plpgsql as $$
declare
  offence record;
begin
  -- the country's row of the same transaction checks its year for all of them
  if new.place_code <> 'TH' and exists (
    select from target_value where target_version_id = new.target_version_id and place_code = 'TH'
      and fiscal_year = new.fiscal_year and xmin = pg_current_xact_id()::xid
  ) then return null; end if;
  with
  held as (select * from target_value where target_version_id = new.target_version_id),
  years as (select distinct fiscal_year from held),
  whole as (
    select years.fiscal_year, 'TH' as place_code, (select value from held where place_code = 'TH'
        and held.fiscal_year = years.fiscal_year) as value,
      (select sum(value) from held where region_code is not null and held.fiscal_year = years.fiscal_year) as shares
    from years
    union all
    select years.fiscal_year, region.place_code, region.value, (
      select sum(held.value) from held join api.regions_in(years.fiscal_year) of_region on of_region.province_code = held.area_code
      where held.fiscal_year = years.fiscal_year and of_region.region_code = region.place_code)
    from years join held region on region.region_code is not null and region.fiscal_year = years.fiscal_year
    union all
    select years.fiscal_year, 'TH', (select value from held where place_code = 'TH' and held.fiscal_year = years.fiscal_year),
      (select sum(value) from held where area_code is not null and held.fiscal_year = years.fiscal_year)
    from years
  )
  select * into offence from whole
  where shares is not null and value is distinct from shares
  order by fiscal_year, place_code limit 1;
  if found then
    raise exception 'the shares of % in % add up to %, not %', offence.place_code, offence.fiscal_year, offence.shares,
      offence.value using errcode = 'check_violation', constraint = 'target_value__shares_add_up';
  end if;
  return null;
end $$;

create constraint trigger shares_add_up after insert on target_value deferrable initially deferred
  for each row execute function api.check_target_shares();

-- The version whose values one holds: itself, or, of one that took another back, what it went back to. Null: nothing.
create function api.target_origin(in_indicator text, in_version integer) returns integer language sql stable as $$
  with recursive
  back(version, skipped) as (
    select in_version, 0
    union all
    -- one that was taken back, and what took it back, are passed over
    select case when action = 'undone' then least(undoes_version, back.version) - 1 else back.version end,
      case when action = 'undone' then skipped + 1 else -1 end
    from back join target_version on indicator_id = in_indicator and target_version.version = back.version
    where skipped >= 0
  )
  select version from back where skipped = -1 and version >= 1
$$;

-- Refuses what is no whole version on top of one: the server has checked all of this and more, and is not believed.
create function api.check_target_whole(in_indicator text, in_held integer, in_head jsonb, in_values jsonb) returns void language plpgsql stable as $$
declare
  measure text;
  unit text;
  does text := in_head ->> 'action';
  rule text;
begin
  select declaration ->> 'kind', declaration ->> 'counted_by' into measure, unit from indicator where id = in_indicator;
  with
  given as (
    select coalesce(place_code, '') as place_code, fiscal_year, value
    from jsonb_to_recordset(case when jsonb_typeof(in_values) = 'array' then in_values else '[]' end)
      as listed(place_code text, fiscal_year integer, value numeric)
  ),
  whole as (
    select *, lag(value) over (order by fiscal_year) as value_before from given where place_code = 'TH'
  ),
  -- what it says again: the country's part of the version it is shared out from, or all of the one it goes back to
  former as (
    select target_value.place_code, target_value.fiscal_year, target_value.value
    from target_version join target_value on target_version_id = target_version.id
    where indicator_id = in_indicator and version = case does when 'shared' then in_held
        when 'undone' then api.target_origin(in_indicator, in_held) - 1 end
      and (does = 'undone' or place_code = 'TH')
  )
  select case
      when does is null or does not in ('set', 'shared', 'undone') or (does = 'shared') <> (in_head ->> 'method' is not null)
        then 'target_version__action_is_known'
      when not exists (select from whole) or (select count(*) from given) > 3000
        or exists (select from given where fiscal_year is null or value is null or value < 0 or value > 1e12)
        or exists (select from given where fiscal_year not in (select fiscal_year from whole))
        then 'target_value__is_whole'
      when does = 'undone' and (in_head ->> 'undoes_version')::integer is distinct from api.target_origin(in_indicator, in_held)
        then 'target_version__undone_says_what'
      when does = 'set' and exists (select from given where place_code <> 'TH') then 'target_value__whole_has_no_shares'
      when does = 'shared' and (measure = 'rate' or unit = 'country' or not exists (select from given where place_code <> 'TH'))
        then 'target_value__can_be_shared'
      when does <> 'set' and (
        exists (select from given where (does = 'undone' or place_code = 'TH') and (place_code, fiscal_year, value) not in (table former))
        or exists (select from former where (place_code, fiscal_year) not in (select place_code, fiscal_year from given)))
        then 'target_value__is_the_former_whole'
      when does = 'set' and exists (select from whole where value = 0 or case when measure = 'rate' then value > 1
          else value % 1 <> 0 or value < value_before end)
        then 'target_value__can_be_reached'
    end into rule;
  if rule is not null then
    raise exception 'this is no whole version of the target of %', in_indicator using errcode = 'check_violation', constraint = rule;
  end if;
end $$;

-- The one way in which the server writes a target: a whole new version on top of the one it was made from. As the keeper,
-- so that the serving role can add nothing to a version that is there. Null when another version is in force by now.
create function api.write_target_version(
  in_indicator text, in_based_on integer, in_head jsonb, in_values jsonb
) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  made bigint;
  held target_version;
begin
  perform pg_advisory_xact_lock(7436079, hashtext(in_indicator));
  select * into held from target_version where indicator_id = in_indicator order by version desc limit 1;
  if held.version is distinct from in_based_on or held.version is null then return null; end if;
  perform api.check_target_whole(in_indicator, held.version, in_head, in_values);
  insert into target_version (indicator_id, version, action, method, basis, owner, note, undoes_version, denominator_id, source_id)
  select in_indicator, held.version + 1, in_head ->> 'action', in_head ->> 'method', in_head ->> 'basis',
    in_head ->> 'owner', in_head ->> 'note', (in_head ->> 'undoes_version')::integer, held.denominator_id,
    -- a whole that somebody set here is not the strategy's; one that comes back is whose it was
    case in_head ->> 'action' when 'set' then 'target-set-here' when 'undone' then (
      select source_id from target_version where indicator_id = in_indicator
        and version = api.target_origin(in_indicator, (in_head ->> 'undoes_version')::integer - 1))
      else held.source_id end
  returning id into made;
  insert into target_value (target_version_id, region_code, area_code, fiscal_year, value)
  select made, case when place_code like 'R%' then place_code end,
    case when place_code <> 'TH' and place_code not like 'R%' then place_code end, fiscal_year, value
  from jsonb_to_recordset(in_values) as given(place_code text, fiscal_year integer, value numeric);
  -- now, not at commit: what is wrong is said to whoever asked
  set constraints all immediate;
  return held.version + 1;
end $$;
