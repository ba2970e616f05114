-- The figures of all places of a level, made of kept achievements: by province of their sums, else one scan of at most 8,000 units.

-- A code with its figure. `beyond`: the figure is of the part of the place in the set that was asked within.
create type api.coverage_row as (
  code text, value numeric, numerator numeric, denominator numeric, ratio numeric, units numeric, counted numeric,
  not_counted numeric, unknown numeric, not_applicable numeric, certainty text, withheld integer, should numeric, reached numeric,
  beyond boolean
);

-- The codes of one level with their figures; code null is what belongs to none for certain: over all codes, null included, every
-- column adds up to the country's exactly. in_within: a set of places, null for the whole country.
create function api.coverage_rows(in_indicator text, in_fiscal_year integer, in_level text, in_within text[])
  returns setof api.coverage_row language plpgsql stable
as $$
#variable_conflict use_column
declare
  -- read once, not per row: a declaration is long
  kind text;
  per numeric;
  counted_by text;
begin
  select declaration ->> 'kind', (declaration ->> 'per')::numeric, declaration ->> 'counted_by' into kind, per, counted_by
  from indicator where id = in_indicator;
  if api.is_of_units(counted_by, in_level, in_within) then
    return query
      select * from api.figures_of_units(in_indicator, in_fiscal_year, kind, per)
      union all
      select * from api.figure_beside_units(in_indicator, in_fiscal_year, kind, per);
    return;
  end if;
  return query
    with
    of_units as (select * from api.unit_sums(in_indicator, in_fiscal_year, in_level, in_within)),
    of_pools as (
      select placed.code, sum(amount) as amount, sum(cells) as cells
      from api.placed_pools(in_indicator, in_fiscal_year, in_level, in_within) placed
      group by placed.code
    )
    select placed.code, figure.value, figure.numerator, figure.denominator, figure.ratio, figure.units, figure.counted,
      figure.not_counted, figure.unknown, figure.not_applicable,
      case when figure.certainty = 'exact' and outside is not null then 'split' else figure.certainty end,
      figure.withheld, figure.should, figure.reached, outside is not null
    from of_units
    full join of_pools on coalesce(of_pools.code, '') = coalesce(of_units.code, '')
    cross join lateral (select coalesce(of_units.code, of_pools.code) as code) placed
    cross join lateral api.figure_of(kind, per, of_units.value, set_against, divided, of_units.units, of_units.counted,
      of_units.not_counted, of_units.unknown, of_units.not_applicable, part_unknown, is_split, of_units.withheld,
      of_pools.amount, of_pools.cells) figure
    left join api.reaching_beyond(in_fiscal_year, in_level, in_within) outside on outside = placed.code
    order by placed.code;
end $$;

-- Whether the codes of a level are the units themselves, of the whole country: nothing to place and nothing to add.
create function api.is_of_units(in_counted_by text, in_level text, in_within text[]) returns boolean
  language sql immutable parallel safe
as $$
  select in_within is null and in_level = in_counted_by and in_level in ('tambon', 'local_authority')
$$;

-- Their figures, by key. Put into the query that asks, as a plain select: a column that it leaves out is not worked out.
create function api.figures_of_units(in_indicator text, in_fiscal_year integer, in_kind text, in_per numeric)
  returns setof api.coverage_row language sql stable
as $$
  select unit.unit_code, figure.*, false
  from (
    select * from achievement
    where indicator_id = in_indicator and fiscal_year = in_fiscal_year and (local_authority_code is not null or length(area_code) = 6)
    -- of codes all collations say the same, and this one says it by bytes
    order by unit_code collate "C"
  ) unit
  cross join lateral api.figure_of(in_kind, in_per, unit.value, case when unit.value is not null then unit.denominator end,
    case when unit.denominator is not null then unit.value end, 1, (state = 'counted')::integer, (state = 'not_counted')::integer,
    (state = 'unknown')::integer, (state = 'not_applicable')::integer, false, false, unit.withheld, null, null) figure
$$;

-- What is in none of them: what lies on the district of a tambon, or is only shown added up.
create function api.figure_beside_units(in_indicator text, in_fiscal_year integer, in_kind text, in_per numeric)
  returns setof api.coverage_row language sql stable
as $$
  select null, figure.*, false
  from (
    select sum(value) as value, sum(denominator) filter (where value is not null) as set_against,
      sum(value) filter (where denominator is not null) as divided, count(*) as units,
      count(*) filter (where state = 'counted') as counted, count(*) filter (where state = 'not_counted') as not_counted,
      count(*) filter (where state = 'unknown') as unknown, count(*) filter (where state = 'not_applicable') as not_applicable,
      sum(withheld)::integer as withheld
    from achievement
    where indicator_id = in_indicator and fiscal_year = in_fiscal_year and local_authority_code is null and length(area_code) < 6
  ) placeless
  cross join (
    select sum(amount) as amount, sum(cells) as cells from api.placed_pools(in_indicator, in_fiscal_year, 'tambon', null)
  ) pooled
  cross join lateral api.figure_of(in_kind, in_per, placeless.value, set_against, divided, placeless.units, placeless.counted,
    placeless.not_counted, placeless.unknown, placeless.not_applicable, false, false, placeless.withheld, amount, cells) figure
  where placeless.units > 0 or cells is not null
$$;
