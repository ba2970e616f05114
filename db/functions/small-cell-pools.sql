-- Sums of small cells (why: small-cells.sql): when a batch is due, which cells it takes, and what is told of it.

-- Cells that a pool has at least. The more, the less its sum has to be kept off its ends, and the coarser its area.
create function api.pool_least() returns integer language sql immutable parallel safe as $$ select 10 $$;

-- How far a sum is kept off its ends, where all cells would be 1, or 4: two for ten, so that each can be three of the four at least;
-- for more as many in proportion, so that of no sum it is surer than of ten cells that one in it is a 1.
create function api.pool_band(in_cells bigint) returns bigint language sql immutable parallel safe as $$
  select greatest(2, (in_cells + 4) / 5)
$$;

-- The sum as it is told: off its ends, and so is what it changes by: in_new amounts in place of in_old ones.
create function api.pool_amount(in_amount bigint, in_cells bigint, in_before bigint, in_new bigint, in_old bigint) returns bigint
  language sql immutable parallel safe
as $$
  select greatest(least(in_amount, 4 * in_cells - api.pool_band(in_cells), in_before + 4 * in_new - in_old - api.pool_band(in_new)),
    in_cells + api.pool_band(in_cells), in_before + in_new - 4 * in_old + api.pool_band(in_new))
$$;

-- Whether no sum ever had this amount of the cell. That it had another since tells nothing: what comes back was told.
create function api.is_fresh(in_amount integer, in_ever_told integer) returns boolean language sql immutable parallel safe as $$
  select in_amount > 0 and in_ever_told & (1 << in_amount) = 0
$$;

-- How many of the cells of each pool are small to this day.
create function api.count_standing_cells(in_indicator text, in_years integer[]) returns void language sql set jit = off as $$
  update pooled_amount set standing = found.standing
  from (
    select fiscal_year, pool, count(*) filter (where amount > 0) as standing from small_cell
    where indicator_id = in_indicator and fiscal_year = any (in_years) and pool is not null group by fiscal_year, pool
  ) found
  where indicator_id = in_indicator and pooled_amount.fiscal_year = found.fiscal_year and place_code = pool
    and pooled_amount.standing <> found.standing
$$;

-- Whether enough new amounts wait anywhere: asked with every edit, where making batches would take far longer than to find that none is due.
create function api.batch_is_due(in_indicator text, in_years integer[], in_is_load boolean) returns boolean language plpgsql stable as $$
begin
  return exists (
    select from small_cell
    left join pooled_amount held on held.indicator_id = small_cell.indicator_id and held.fiscal_year = small_cell.fiscal_year
      and place_code = pool and is_told
    left join region_province on region_province.province_code = left(small_cell.area_code, 2)
      and daterange(valid_from, valid_to, '[]') @> make_date(small_cell.fiscal_year, 9, 30)
    where small_cell.indicator_id = in_indicator and small_cell.fiscal_year = any (in_years) and small_cell.amount <> told
      and api.is_fresh(small_cell.amount, ever_told)
    group by grouping sets ((small_cell.fiscal_year, left(small_cell.area_code, 2)), (small_cell.fiscal_year, region_province.region_code),
      (small_cell.fiscal_year))
    having count(*) >= api.pool_least() and (in_is_load or grouping(left(small_cell.area_code, 2)) = 0
      or count(*) >= 3 * api.pool_least()
      or count(*) filter (where place_code = 'TH' or region_province.region_code is null) >= api.pool_least()
      or not exists (
        select from pooled_amount told
        where told.indicator_id = in_indicator and told.fiscal_year = small_cell.fiscal_year and is_told)));
end $$;

-- Takes what waits into the pools of these years, where ten amounts are new: from the district up, of a cell that was told before
-- where it was told. A region takes what waits in its provinces when that is thrice as much, or comes with one load of
-- records; so does the country, else it only has what is in no region. In a year without any pool what is left over even
-- then joins the pool with the fewest cells, which becomes the country's. Cells of a sum that is not told go wherever they belong by now;
-- that sum is not told any more, then.
create function api.pool_small_cells(in_indicator text, in_years integer[], in_is_load boolean default false) returns void
  -- of a table that was empty a moment ago the planner expects nothing, and would read it once for each row
  language plpgsql set jit = off set enable_nestloop = off
as $$
begin
  perform api.count_standing_cells(in_indicator, in_years);
  if not api.batch_is_due(in_indicator, in_years, in_is_load) then return; end if;
  with
  waiting as materialized (
    select small_cell.fiscal_year, small_cell.area_code, small_cell.amount, pool as was_pool, held.place_code as pool,
      case when held.place_code is null then 0 else told end as told, api.is_fresh(small_cell.amount, ever_told) as is_fresh,
      left(small_cell.area_code, 4) as district, left(small_cell.area_code, 2) as province,
      region_province.region_code,
      first.fiscal_year is not null as is_first, in_is_load or first.fiscal_year is not null or region_province.region_code is null as is_wide
    from small_cell
    left join pooled_amount held on held.indicator_id = in_indicator and held.fiscal_year = small_cell.fiscal_year
      and place_code = pool and is_told
    left join region_province on region_province.province_code = left(small_cell.area_code, 2)
      and daterange(valid_from, valid_to, '[]') @> make_date(small_cell.fiscal_year, 9, 30)
    left join (
      select fiscal_year from unnest(in_years) fiscal_year where not exists (
        select from pooled_amount told where told.indicator_id = in_indicator and told.fiscal_year = fiscal_year.fiscal_year and is_told)
    ) first on first.fiscal_year = small_cell.fiscal_year
    where small_cell.indicator_id = in_indicator and small_cell.fiscal_year = any (in_years)
      and small_cell.amount <> case when held.place_code is null then 0 else told end
  ),
  of_district as (
    select fiscal_year, district as place from waiting where coalesce(pool, district) = district
    group by 1, 2 having count(*) filter (where is_fresh) >= api.pool_least()
  ),
  -- what is in no district's, and so on upward
  over_districts as (
    select * from waiting where coalesce(pool, district) <> district or (fiscal_year, district) not in (table of_district)
  ),
  of_province as (
    select fiscal_year, province as place from over_districts where coalesce(pool, province) = province
    group by 1, 2 having count(*) filter (where is_fresh) >= api.pool_least()
  ),
  over_provinces as (
    select * from over_districts where coalesce(pool, province) <> province or (fiscal_year, province) not in (table of_province)
  ),
  of_region as (
    select fiscal_year, region_code as place from over_provinces where coalesce(pool, region_code) = region_code
    group by 1, 2 having count(*) filter (where is_fresh) >= api.pool_least() * case when bool_or(is_wide) then 1 else 3 end
  ),
  of_country as (
    select fiscal_year, 'TH' as place from over_provinces
    where pool = 'TH' or (pool is null and is_wide
      and not exists (select from of_region where of_region.fiscal_year = over_provinces.fiscal_year and place = region_code))
    group by 1 having count(*) filter (where is_fresh) >= api.pool_least()
  ),
  -- each with the first of its places that has a batch
  placed as materialized (
    select waiting.*, coalesce(of_district.place, of_province.place, of_region.place, of_country.place) as place
    from waiting
    left join of_district on of_district.fiscal_year = waiting.fiscal_year and of_district.place = coalesce(pool, district)
    left join of_province on of_province.fiscal_year = waiting.fiscal_year and of_province.place = coalesce(pool, province)
    left join of_region on of_region.fiscal_year = waiting.fiscal_year and of_region.place = coalesce(pool, region_code)
    left join of_country on of_country.fiscal_year = waiting.fiscal_year
      and of_country.place = coalesce(pool, case when is_wide then 'TH' end)
  ),
  left_over as (
    select fiscal_year from placed where is_first and place is null group by 1 having bool_or(is_fresh)
  ),
  fewest as (
    select distinct on (fiscal_year) fiscal_year, place from placed
    where fiscal_year in (table left_over) and place is not null
    group by fiscal_year, place order by fiscal_year, count(*), length(place) desc, place
  ),
  joined as materialized (
    select placed.fiscal_year, area_code, amount, told, is_fresh, was_pool,
      case when placed.place is null or placed.place = fewest.place then 'TH' else placed.place end as place
    from placed left join fewest using (fiscal_year)
    where placed.place is not null or (is_first and fewest.place is not null)
  ),
  step as (
    select fiscal_year, place, count(*) filter (where is_fresh) as fresh, count(*) filter (where amount > 0) as new,
      count(*) filter (where told > 0) as old, sum(amount - told) as change
    from joined group by fiscal_year, place
  ),
  -- what cells say of themselves: what a sum was kept off its ends by is made good with the next
  in_pools as materialized (
    select fiscal_year, pool as place, sum(told) as amount from small_cell
    where indicator_id = in_indicator and fiscal_year = any (in_years) and pool is not null group by fiscal_year, pool
  ),
  fresh_pool as materialized (
    select step.fiscal_year, step.place, coalesce(held.cells, 0) + new - old as cells,
      api.pool_amount(case when held.cells is null then 0 else in_pools.amount end + change, coalesce(held.cells, 0) + new - old,
        coalesce(held.amount, 0), new, old) as amount
    from step
    left join pooled_amount held
      on held.indicator_id = in_indicator and held.fiscal_year = step.fiscal_year and held.place_code = step.place and is_told
    left join in_pools on in_pools.fiscal_year = step.fiscal_year and in_pools.place = step.place
  ),
  taken_apart as materialized (
    select fiscal_year, place_code from pooled_amount
    where indicator_id = in_indicator and not is_told
      and (fiscal_year, place_code) in (select fiscal_year, place from step union select fiscal_year, was_pool from joined)
  ),
  cell_told as (
    update small_cell set told = joined.amount, pool = case when joined.amount > 0 then joined.place end,
      ever_told = ever_told | case when joined.amount > 0 then 1 << joined.amount else 0 end
    from joined
    where indicator_id = in_indicator and small_cell.fiscal_year = joined.fiscal_year and small_cell.area_code = joined.area_code
  ),
  cell_waits as (
    update small_cell set told = 0, pool = null from taken_apart
    where indicator_id = in_indicator and small_cell.fiscal_year = taken_apart.fiscal_year and pool = place_code
      and not exists (
        select from joined where joined.fiscal_year = small_cell.fiscal_year and joined.area_code = small_cell.area_code)
  ),
  gone as (
    delete from pooled_amount using taken_apart
    where indicator_id = in_indicator and pooled_amount.fiscal_year = taken_apart.fiscal_year
      and pooled_amount.place_code = taken_apart.place_code
      and (pooled_amount.fiscal_year, pooled_amount.place_code) not in (select fiscal_year, place from step)
  )
  insert into pooled_amount (indicator_id, fiscal_year, area_code, region_code, amount, cells, standing, batched_at)
  select in_indicator, fiscal_year, case when place ~ '^[0-9]' then place end, case when place like 'R%' then place end,
    amount, cells, cells, clock_timestamp()
  from fresh_pool
  on conflict (indicator_id, fiscal_year, place_code) do update set amount = excluded.amount, cells = excluded.cells,
    standing = excluded.standing, batched_at = excluded.batched_at;
end $$;
