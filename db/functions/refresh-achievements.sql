-- Keeps `achievement` what the records say. Each indicator is a function indicator."<id>"(codes, years) that answers
-- one row per unit and year; an edit refreshes only the units it touched, in its own transaction; sums of small cells wait (small-cell-pools.sql).

-- The end of a statement that begins with a CTE `fresh` (code, fiscal_year, value, denominator, state, reason, withheld)
-- of the indicator $1 and the units $2: what is kept becomes that. A row that says the same already is left alone.
create function api.keep_fresh(in_counted_by text) returns text language sql immutable as $$
  select format($query$
    unit as (
      select fresh.*, %1$s as area_code, %2$s as local_authority_code,
        coalesce(%1$s, 'L' || %2$s, 'TH') as unit_code
      from fresh
    ),
    gone as (
      delete from achievement
      where indicator_id = $1 and %3$s and not exists (
        select from unit where unit.unit_code = achievement.unit_code and unit.fiscal_year = achievement.fiscal_year)
    ),
    written as (
      insert into achievement (
        indicator_id, fiscal_year, area_code, local_authority_code, value, denominator, state, reason, withheld)
      select $1, unit.fiscal_year, unit.area_code, unit.local_authority_code, unit.value, unit.denominator, unit.state,
        unit.reason, unit.withheld
      from unit
      left join achievement held
        on held.indicator_id = $1 and held.fiscal_year = unit.fiscal_year and held.unit_code = unit.unit_code
      where held.unit_code is null
        or (held.value, held.denominator, held.state, held.reason, held.withheld)
          is distinct from (unit.value, unit.denominator, unit.state, unit.reason, unit.withheld)
      on conflict (indicator_id, fiscal_year, unit_code) do update set value = excluded.value,
        denominator = excluded.denominator, state = excluded.state, reason = excluded.reason, withheld = excluded.withheld
    )
    $query$,
    case when in_counted_by in ('tambon', 'province') then 'code' else 'null::text' end,
    case when in_counted_by = 'local_authority' then 'code' else 'null::text' end,
    case in_counted_by when 'local_authority' then 'local_authority_code = any ($2)' when 'country' then 'true'
      else 'area_code = any ($2)' end)
$$;

-- JIT would take longer to compile these few milliseconds than they last.
-- in_codes: of areas, of local authorities, or TH, as the indicator counts.
create function api.refresh_indicator(in_indicator text, in_codes text[]) returns void
  language plpgsql set jit = off
as $$
declare
  counted_by text;
  years integer[];
  sensitive boolean;
  base text;
begin
  select declaration ->> 'counted_by', (declaration ->> 'sensitive')::boolean, declaration ->> 'adds_to',
      array(select value::integer from jsonb_array_elements_text(declaration -> 'fiscal_years') order by 1)
    into counted_by, sensitive, base, years
    from indicator where id = in_indicator;
  if sensitive then
    perform api.refresh_sensitive(in_indicator, base, counted_by, in_codes, years);
    return;
  end if;
  -- %I quotes the id, which the table's constraint holds to kebab-case words of a file in db/indicators
  execute format(
    'with fresh as materialized (select *, 0 as withheld from indicator.%I($2, $3)), %s select',
    in_indicator, api.keep_fresh(counted_by))
    using in_indicator, in_codes, years;
end $$;

-- Edits of records wait for each other from before their first row on. Two in one tambon would otherwise both write
-- its achievements, and two that touch several tables would lock data_version in different orders.
create function api.lock_records() returns void language sql as $$ select pg_advisory_xact_lock(7436078) $$;

-- The tambon on the map that a record at area_code belongs to: one, or all of a district's.
create function api.shape_codes(in_codes text[]) returns text[] language sql stable as $$
  select coalesce(array_agg(distinct shape_code), '{}')
  from (
    -- a tambon's own records, by key: a bulk load touches the whole country at once
    select area_placement.shape_code
    from unnest(in_codes) touched(code)
    join area_placement on area_placement.area_code = touched.code
    union all
    -- a district's or province's: every tambon below it
    select area_placement.shape_code
    from unnest(in_codes) touched(code)
    join area_placement on area_placement.area_code like touched.code || '%'
    where length(touched.code) < 6
  ) touched_shape
  where shape_code is not null
$$;

-- The districts that records at these codes lie on themselves: of a Bangkok council its district, of anything else none.
create function api.district_codes(in_codes text[]) returns text[] language sql stable as $$
  select coalesce(array_agg(distinct area_search.area_code), '{}')
  from unnest(in_codes) touched(code)
  join area_search on area_search.area_code = touched.code and level = 'district'
$$;

-- Local authorities with an area to count, which those over a whole province are not.
-- Null: all of them.
create function api.countable_authorities(in_codes text[]) returns text[] language sql stable as $$
  select coalesce(array_agg(code order by code), '{}') from local_authority
  where kind not in ('provincial_organization', 'bangkok') and (in_codes is null or code = any (in_codes))
$$;

create function api.province_codes(in_codes text[]) returns text[] language sql stable as $$
  select coalesce(array_agg(distinct area_shape.area_code), '{}')
  from unnest(in_codes) touched(code)
  join area_shape on area_shape.area_code = left(touched.code, 2)
  join boundary_version on boundary_version.id = area_shape.boundary_version_id and is_current
$$;

-- After an edit of records of these kinds: in_codes of areas, or of local authorities where the records are theirs.
create function api.refresh_achievements(in_kinds text[], in_codes text[]) returns void language plpgsql as $$
declare
  touched record;
  units text[];
begin
  for touched in
    select id, declaration ->> 'counted_by' as counted_by, (declaration ->> 'with_districts')::boolean as with_districts
    from indicator
    where declaration -> 'depends_on' ?| in_kinds
    -- what another adds to before that one
    order by cardinality(api.indicators_in(id)), id
  loop
    units := case touched.counted_by
      when 'tambon' then api.shape_codes(in_codes)
        || case when touched.with_districts then api.district_codes(in_codes) else '{}' end
      when 'province' then api.province_codes(in_codes)
      when 'local_authority' then api.countable_authorities(in_codes)
      else array['TH'] end;
    if units <> '{}' then perform api.refresh_indicator(touched.id, units); end if;
  end loop;
end $$;

create function api.refresh_all_achievements() returns void language plpgsql as $$
declare
  tambon text[];
  districts text[];
  provinces text[];
  authorities text[] := api.countable_authorities(null);
begin
  select coalesce(array_agg(area_code order by area_code) filter (where level = 'tambon'), '{}'),
      coalesce(array_agg(area_code order by area_code) filter (where level = 'district'), '{}'),
      coalesce(array_agg(area_code order by area_code) filter (where level = 'province'), '{}')
    into tambon, districts, provinces
    from area_shape where boundary_version_id = (select id from boundary_version where is_current);
  perform api.lock_records();
  -- units that are counted no more
  with
  -- read once, not with every unit: a declaration is long
  declared as materialized (
    select id, declaration ->> 'counted_by' as counted_by, (declaration ->> 'with_districts')::boolean as with_districts
    from indicator
  )
  delete from achievement using declared
  where declared.id = indicator_id and case counted_by
    when 'tambon' then area_code is null or (area_code <> all (tambon) and not (with_districts and area_code = any (districts)))
    when 'province' then area_code is null or area_code <> all (provinces)
    when 'local_authority' then local_authority_code is null or local_authority_code <> all (authorities)
    else unit_code <> 'TH' or tambon = '{}' end;
  delete from small_cell where area_code <> all (tambon) and ever_told = 0;
  update small_cell set amount = 0 where area_code <> all (tambon) and amount > 0;
  if tambon = '{}' then
    perform api.pool_all_small_cells();
    return;
  end if;
  perform api.refresh_indicator(id, case declaration ->> 'counted_by'
    when 'tambon' then tambon || case when (declaration ->> 'with_districts')::boolean then districts else '{}' end
    when 'province' then provinces
    when 'local_authority' then authorities else array['TH'] end)
  from (select * from indicator order by cardinality(api.indicators_in(id)), id) indicator;
  perform api.pool_all_small_cells();
end $$;
