-- Every figure of one place at once, in all years: what its overview shows. One question for all of them, as nineteen
-- indicators in five years are a hundred figures. Each is the one that coverage_rows tells of the place as a whole
-- (tests/db/placed-units.test.ts).

-- The units that lie in a place smaller than a province, or in a local authority, and the part of each that does.
create function api.units_in(in_place text)
  returns table (area_code text, local_authority_code text, weight numeric, is_split boolean, part_unknown boolean)
  language sql stable
as $$
  select code, null, 1::numeric, false, false from area
  where in_place ~ '^[0-9]' and code >= in_place and code < in_place || 'Z'
  union all
  select null, local_authority_code, sum(piece), sum(piece) < 1, false from authority_shape
  where in_place ~ '^[0-9]' and shape_code >= in_place and shape_code < in_place || 'Z'
  group by local_authority_code
  union all
  select null, substr(in_place, 2), 1, false, false where in_place like 'L%'
  union all
  select held.area_code, null, held.share, coalesce(held.part < held.whole, false), held.part_unknown
  from api.shares_of_set('{}', api.authorities_of_set(array[in_place])) held
$$;

-- The units of a place, added up; a place without units of an indicator has no row of it.
create function api.place_sums(in_place text)
  returns table (
    indicator_id text, fiscal_year integer, value numeric, set_against numeric, divided numeric, units numeric, counted numeric,
    not_counted numeric, unknown numeric, not_applicable numeric, part_unknown boolean, is_split boolean, withheld integer
  )
  language plpgsql stable
as $$
#variable_conflict use_column
begin
  if api.place_level(in_place) in ('country', 'region', 'province') then
    return query
      select sums.indicator_id, sums.fiscal_year, sum(amount), sum(set_against), sum(divided), sum(units)::numeric,
        sum(counted)::numeric, sum(not_counted)::numeric, sum(unknown)::numeric, sum(not_applicable)::numeric, false, false,
        sum(withheld)::integer
      from achievement_sum sums
      where in_place = 'TH' or sums.province_code = in_place
        or (in_place like 'R%' and exists (select from api.regions_in(sums.fiscal_year) region
          where region.province_code = sums.province_code and region.region_code = in_place))
      group by sums.indicator_id, sums.fiscal_year;
    if in_place = 'TH' then
      return query
        select unit.indicator_id, unit.fiscal_year, unit.value, case when unit.value is not null then unit.denominator end,
          case when unit.denominator is not null then unit.value end, 1::numeric,
          (unit.state = 'counted')::integer::numeric, (unit.state = 'not_counted')::integer::numeric,
          (unit.state = 'unknown')::integer::numeric, (unit.state = 'not_applicable')::integer::numeric, false, false, unit.withheld
        from indicator cross join lateral (
          select * from achievement where achievement.indicator_id = indicator.id and unit_code = 'TH' offset 0) unit;
    end if;
  else
    return query
      select unit.indicator_id, unit.fiscal_year, sum(unit.value * weight) filter (where weight > 0),
        sum(unit.denominator * weight) filter (where weight > 0 and unit.value is not null),
        sum(unit.value * weight) filter (where weight > 0 and unit.denominator is not null),
        sum(weight),
        coalesce(sum(weight) filter (where state = 'counted'), 0),
        coalesce(sum(weight) filter (where state = 'not_counted'), 0),
        coalesce(sum(weight) filter (where state = 'unknown'), 0),
        coalesce(sum(weight) filter (where state = 'not_applicable'), 0),
        bool_or(held.part_unknown), bool_or(held.is_split),
        (sum(unit.withheld) filter (where weight > 0))::integer
      from api.units_in(in_place) held
      cross join lateral (
        select * from achievement where achievement.area_code = held.area_code
        union all
        select * from achievement where achievement.local_authority_code = held.local_authority_code) unit
      group by unit.indicator_id, unit.fiscal_year;
  end if;
end $$;

-- The pools that lie wholly in a place (placed_pools), by the indicator and year whose figures they are in.
create function api.place_pools(in_place text)
  returns table (indicator_id text, fiscal_year integer, amount bigint, cells bigint, batched_at timestamptz)
  language plpgsql stable
as $$
#variable_conflict use_column
begin
  if in_place like 'L%' then return; end if;
  return query
    with
    line as materialized (
      select id, pooled, array(select jsonb_array_elements_text(declaration -> 'fiscal_years')::integer) as years
      from indicator cross join unnest(api.indicators_in(id)) pooled
    )
    select line.id, year, sum(pool.amount), sum(pool.standing), min(pool.batched_at)
    from line
    cross join unnest(years) year
    join pooled_amount pool on pool.indicator_id = pooled and pool.fiscal_year <= year and pool.is_told
    where in_place = 'TH' or pool.region_code = in_place
      or (pool.area_code >= in_place and pool.area_code < in_place || 'Z')
      or (in_place like 'R%' and exists (select from api.regions_in(year) region
        where region.province_code = left(pool.area_code, 2) and region.region_code = in_place))
    group by line.id, year;
end $$;

-- The figures of a place: of every indicator in every year that it declares; none where a place has no part in it. The
-- country's are divided by what the indicator names first.
create function api.place_rows(in_place text)
  returns table (indicator_id text, fiscal_year integer, value numeric, numerator numeric, denominator numeric, ratio numeric,
    units numeric, unknown numeric, withheld integer)
  language plpgsql stable
as $$
#variable_conflict use_column
begin
  return query
    with
    declared as materialized (
      select indicator.id as indicator_id, declaration ->> 'kind' as kind, (declaration ->> 'per')::numeric as per,
        published.value as published, array(select jsonb_array_elements_text(declaration -> 'fiscal_years')::integer) as years
      from indicator
      left join denominator published on in_place = 'TH' and declaration ->> 'kind' = 'coverage'
        and published.id = declaration -> 'denominators' ->> 0
    )
    select declared.indicator_id, fiscal_year, figure.value, figure.numerator, against.denominator, against.ratio, figure.units,
      figure.unknown, figure.withheld
    from declared
    cross join unnest(years) fiscal_year
    left join api.place_sums(in_place) sums using (indicator_id, fiscal_year)
    left join api.place_pools(in_place) pools using (indicator_id, fiscal_year)
    cross join lateral api.figure_of(kind, per, sums.value, set_against, divided, sums.units, sums.counted, sums.not_counted,
      sums.unknown, sums.not_applicable, part_unknown, is_split, sums.withheld, pools.amount, pools.cells) figure
    cross join lateral api.against_published(published, figure.value, figure.numerator, figure.denominator, figure.ratio) against
    where sums.indicator_id is not null or pools.indicator_id is not null;
end $$;

-- What an overview says of a place: every indicator, each in the asked year (null: the last that any declares) or its nearest
-- before, with all its years; `most`: what its figure cannot be above, where there is such. Null without boundaries.
create function api.place_figures(in_place text, in_fiscal_year integer) returns jsonb language plpgsql stable as $$
begin
  return (
    with
    declared as materialized (
      select id, declaration, (declaration ->> 'order')::integer as place, declaration ->> 'counted_by' as counted_by,
        declaration ->> 'kind' as kind, declaration ->> 'dataset' as dataset,
        jsonb_typeof(declaration -> 'ratio_unit') = 'object' as has_ratio_unit,
        api.text_array(declaration -> 'depends_on') as depends_on,
        array(select jsonb_array_elements_text(declaration -> 'fiscal_years')::integer) as years
      from indicator
    ),
    asked as materialized (
      select coalesce(in_fiscal_year, (select max(year) from declared, unnest(years) year)) as year),
    figure as materialized (select * from api.place_rows(in_place)),
    target as materialized (select * from api.newest_targets() where place_code = in_place),
    source_of as materialized (
      select kind, found.id from (select distinct unnest(depends_on) as kind from declared) named
      cross join lateral api.record_sources(array[kind]) found
    ),
    series as (
      select declared.id, jsonb_agg(jsonb_build_object('fiscal_year', year,
          'value', case when kind = 'rate' then figure.ratio else figure.value end,
          'withheld_below', api.withheld_below(figure.withheld), 'target', milestone.value) order by year) as years
      from declared
      cross join unnest(years) year
      left join figure on figure.indicator_id = declared.id and figure.fiscal_year = year
      left join target milestone on milestone.indicator_id = declared.id and milestone.fiscal_year = year
      group by declared.id
    )
    select jsonb_build_object(
      'place', api.place_ref(in_place), 'fiscal_year', asked.year,
      'boundary_version', boundary_version.id,
      'as_of', api.as_of('{coverage}', array[in_place]),
      'small_figures_as_of', (select min(batched_at) from api.place_pools(in_place)),
      'sample_records', api.sample_extent(array(select distinct id from source_of)),
      'figures', (
        select jsonb_agg(jsonb_build_object(
            'indicator', declared.id, 'fiscal_year', shown.year,
            'most', case when has_ratio_unit then null when kind = 'rate' then 1 when kind = 'coverage' then coalesce(figure.units, 0) end,
            'value', figure.value, 'numerator', figure.numerator, 'denominator', figure.denominator, 'ratio', figure.ratio,
            'units', coalesce(figure.units, 0), 'unknown', coalesce(figure.unknown, 0),
            'withheld_below', api.withheld_below(figure.withheld),
            'reason', case when counted_by = api.place_level(in_place) then (
              select jsonb_build_object('code', own.reason, 'state', own.state,
                'text', api.reason_text(declaration -> 'reasons', own.state, own.reason, report.reason_th, report.reason_en))
              from achievement own
              left join in_force.area_report report on report.area_code = own.unit_code and report.fiscal_year = own.fiscal_year
                and report.dataset = declared.dataset
              where own.indicator_id = declared.id and own.fiscal_year = shown.year and own.unit_code = in_place) end,
            'target', case when in_sight.value is not null then jsonb_build_object('value', in_sight.value,
              'fiscal_year', in_sight.fiscal_year, 'version', in_sight.version, 'owner', in_sight.owner,
              'source', api.source_line(in_sight.source_id)) end,
            'target_ratio', round(case kind when 'rate' then figure.ratio else figure.value end / nullif(in_sight.value, 0), 6),
            'sample_records', api.sample_extent(array(select source_of.id from source_of where source_of.kind = any (depends_on))),
            'source_date', dated.source_date, 'source_date_of', dated.source_date_of,
            'series', series.years)
          order by declared.place, declared.id)
        from declared
        cross join lateral (
          select coalesce(max(year) filter (where year <= asked.year), min(year)) as year from unnest(years) year) shown
        join series using (id)
        left join figure on figure.indicator_id = declared.id and figure.fiscal_year = shown.year
        left join lateral (
          select * from target where target.indicator_id = declared.id
          order by api.target_order(target.fiscal_year, shown.year) limit 1) in_sight on true
        cross join lateral api.source_date(declared.id, shown.year) dated))
    from boundary_version, asked where is_current);
end $$;
