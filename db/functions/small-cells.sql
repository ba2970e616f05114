-- Withholding small figures of persons and households (indicators declared sensitive). Everything published is a sum
-- of whole blocks: a tambon's own year where that is 5 or more, or a pool of several small ones. Blocks never overlap,
-- so no difference between areas, levels or years is smaller than a block. Where an indicator adds to another, its own
-- blocks are what it has beyond that one, and its figure is the sum of both's: no difference between the two is smaller either. Which cells a pool has depends on where cells
-- are, which the marks show anyway, and never on their amounts; and its sum leaves each of them at least three of the four values.

-- The indicator, the one that it adds to, the one that that adds to, and so on: its figures are the blocks of all of them.
create function api.indicators_in(in_indicator text) returns text[] language plpgsql stable as $$
begin
  return (
    with recursive line as (
      select in_indicator as id, 1 as step
      union all
      select declaration ->> 'adds_to', step + 1 from line join indicator using (id) where declaration ->> 'adds_to' is not null
    )
    select array_agg(id order by step) from line);
end $$;

-- Cells that a pool has at least. The more, the less its sum has to be kept off its ends, and the coarser its area.
create function api.pool_least() returns integer language sql immutable parallel safe as $$ select 10 $$;

-- The sum as it is shown: two off its ends, where all cells would be 1, or 4. Further in, each can be anything.
create function api.pool_amount(in_amount bigint, in_cells bigint) returns bigint language sql immutable parallel safe as $$
  select greatest(in_cells + 2, least(4 * in_cells - 2, in_amount))
$$;

-- Makes the pools of these years anew, from the district up. What is too few even in the country joins the pool with the
-- fewest cells of the year, which becomes the country's; without any pool it stays out of every figure.
create function api.pool_small_cells(in_indicator text, in_years integer[]) returns void language plpgsql set jit = off as $$
begin
  with
  cell as materialized (
    select small_cell.fiscal_year, left(area_code, 4) as district, left(area_code, 2) as province, region_province.region_code,
      amount
    from small_cell
    left join region_province on region_province.province_code = left(area_code, 2)
      and daterange(valid_from, valid_to, '[]') @> make_date(small_cell.fiscal_year, 9, 30)
    where indicator_id = in_indicator and small_cell.fiscal_year = any (in_years)
  ),
  of_district as (
    select fiscal_year, district, province, region_code, sum(amount) as amount, count(*) as cells
    from cell group by fiscal_year, district, province, region_code
  ),
  -- what is in no district's pool, and so on upward
  of_province as (
    select fiscal_year, province, region_code, sum(amount)::bigint as amount, sum(cells)::bigint as cells
    from of_district where cells < api.pool_least() group by fiscal_year, province, region_code
  ),
  of_region as (
    select fiscal_year, region_code, sum(amount)::bigint as amount, sum(cells)::bigint as cells
    from of_province where cells < api.pool_least() group by fiscal_year, region_code
  ),
  of_country as (
    select fiscal_year, sum(amount)::bigint as amount, sum(cells)::bigint as cells
    from of_region where region_code is null or cells < api.pool_least() group by fiscal_year
  ),
  pool as (
    select fiscal_year, district as area_code, null::text as region_code, amount, cells from of_district
    where cells >= api.pool_least()
    union all
    select fiscal_year, province, null, amount, cells from of_province where cells >= api.pool_least()
    union all
    select fiscal_year, null, region_code, amount, cells from of_region
    where region_code is not null and cells >= api.pool_least()
  ),
  -- the pool that a remainder joins
  fewest as (
    select distinct on (fiscal_year) pool.* from pool
    join of_country using (fiscal_year)
    where of_country.cells < api.pool_least()
    order by fiscal_year, pool.cells, length(pool.area_code) desc nulls last, pool.area_code, pool.region_code
  ),
  made as (
    select fiscal_year, area_code, region_code, amount, cells from pool
    where not exists (select from fewest where fewest.fiscal_year = pool.fiscal_year
      and fewest.area_code is not distinct from pool.area_code
      and fewest.region_code is not distinct from pool.region_code)
    union all
    select of_country.fiscal_year, null, null,
      of_country.amount + coalesce(fewest.amount, 0), of_country.cells + coalesce(fewest.cells, 0)
    from of_country left join fewest using (fiscal_year)
    where of_country.cells + coalesce(fewest.cells, 0) >= api.pool_least()
  ),
  -- only what says something else by now is written: the rest of the country has not changed
  fresh as (
    select fiscal_year, area_code, region_code, coalesce(area_code, region_code, 'TH') as place_code,
      api.pool_amount(amount, cells) as amount, cells
    from made
  ),
  gone as (
    delete from pooled_amount
    where indicator_id = in_indicator and fiscal_year = any (in_years) and not exists (
      select from fresh where fresh.fiscal_year = pooled_amount.fiscal_year and fresh.place_code = pooled_amount.place_code)
  )
  insert into pooled_amount as kept (indicator_id, fiscal_year, area_code, region_code, amount, cells)
  select in_indicator, fiscal_year, area_code, region_code, amount, cells from fresh
  on conflict (indicator_id, fiscal_year, place_code) do update set amount = excluded.amount, cells = excluded.cells
  where (kept.amount, kept.cells) is distinct from (excluded.amount, excluded.cells);
end $$;

-- Keeps the public figures of a sensitive indicator, whose function adds up from year to year and never falls. in_base: the
-- indicator that it adds to, whose figures are kept already.
create function api.refresh_sensitive(in_indicator text, in_base text, in_counted_by text, in_codes text[], in_years integer[])
  returns void language plpgsql set jit = off
as $$
declare
  -- years in which a small cell of these tambon came, went or changed
  touched integer[];
  falls boolean;
begin
  -- %I quotes the id, which the table's constraint holds to kebab-case words of a file in db/indicators
  execute format(
    $query$
      with
      -- one row per tambon and year: what the year adds
      step as materialized (
        select code, fiscal_year, state, reason, denominator,
          (coalesce(value, 0) - coalesce(lag(value) over (partition by code order by fiscal_year), 0))::integer as amount
        from indicator.%I($2, $3)
      ),
      before as (
        select fiscal_year, area_code, amount from small_cell where indicator_id = $1 and area_code = any ($2)
      ),
      after as (select fiscal_year, code, amount from step where amount between 1 and 4),
      cell_gone as (
        delete from small_cell where indicator_id = $1 and area_code = any ($2)
          and not exists (select from after where after.code = small_cell.area_code and after.fiscal_year = small_cell.fiscal_year)
      ),
      cell_kept as (
        insert into small_cell (indicator_id, fiscal_year, area_code, amount)
        select $1, fiscal_year, code, amount from (table after except table before) changed(fiscal_year, code, amount)
        on conflict (indicator_id, fiscal_year, area_code) do update set amount = excluded.amount
      ),
      -- what may be seen of it alone
      shown as (
        select *, coalesce(sum(amount) filter (where amount not between 1 and 4) over so_far, 0) as so_far,
          (count(*) filter (where amount between 1 and 4) over so_far)::integer as withheld
        from step
        window so_far as (partition by code order by fiscal_year)
      ),
      fresh as materialized (
        select code, shown.fiscal_year,
          case when shown.state in ('counted', 'not_counted') then so_far + coalesce(base.value, 0) end as value,
          -- a small need is left out of every sum
          case when shown.denominator not between 1 and 4 then shown.denominator end as denominator,
          shown.state, shown.reason, shown.withheld + coalesce(base.withheld, 0) as withheld
        from shown
        left join achievement base
          on base.indicator_id = $4 and base.fiscal_year = shown.fiscal_year and base.unit_code = shown.code
      ),
      %s
      select array(
        select fiscal_year from ((table before except table after) union all (table after except table before)) changed
        group by fiscal_year), exists (select from step where amount < 0)
    $query$, in_indicator, api.keep_fresh(in_counted_by))
    into touched, falls using in_indicator, in_codes, in_years, in_base;
  if falls then
    raise exception 'indicator % is sensitive and falls from one year to the next: small figures would show in the difference',
      in_indicator;
  end if;
  if touched <> '{}' then perform api.pool_small_cells(in_indicator, touched); end if;
end $$;

-- The pools of every sensitive indicator, made anew: after another grouping of provinces, or to be sure.
create function api.pool_all_small_cells() returns void language sql as $$
  select api.pool_small_cells(id, array(select value::integer from jsonb_array_elements_text(declaration -> 'fiscal_years')))
  from indicator where (declaration ->> 'sensitive')::boolean
$$;

-- A count of persons of one record, for lists and sums: null where it is 1 to 4.
create function api.public_count(in_count integer) returns integer language sql immutable parallel safe as $$
  select case when in_count not between 1 and 4 then in_count end
$$;

-- Another grouping of provinces makes other pools.
create function api.region_province_changed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform api.lock_records();
  perform api.pool_all_small_cells();
  return null;
end $$;

create trigger pool_again after insert or update or delete on region_province
  for each statement execute function api.region_province_changed();
