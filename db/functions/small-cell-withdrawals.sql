-- Sums of small cells that are told no more (why: small-cells.sql): of something that was erased, or of regions that have other
-- provinces by now.

-- Takes these sums out of every figure for good: nothing is told by that. Their cells wait, and with amounts that were told: ten others
-- have to come.
create function api.withdraw_pools(in_indicator text, in_years integer[], in_pools text[]) returns void language sql set jit = off as $$
  with
  listed as (select * from unnest(in_years, in_pools) listed(fiscal_year, pool)),
  waits as (
    update small_cell set told = 0, pool = null from listed
    where indicator_id = in_indicator and small_cell.fiscal_year = listed.fiscal_year and small_cell.pool = listed.pool
  )
  delete from pooled_amount using listed
  where indicator_id = in_indicator and pooled_amount.fiscal_year = listed.fiscal_year and place_code = listed.pool
$$;

-- For an erasure, which waits for no batch: every sum that has something of these tambon is withdrawn at once, and it is forgotten
-- what was told of them and is no more so. Whoever erases moves versions as an erasure, too (move_versions).
create function api.forget_small_cells(in_codes text[]) returns void language plpgsql as $$
begin
  perform api.lock_records();
  perform api.withdraw_pools(indicator_id, array_agg(fiscal_year), array_agg(pool))
  from (select distinct indicator_id, fiscal_year, pool from small_cell where area_code = any (in_codes) and pool is not null) told
  group by indicator_id;
  delete from small_cell where area_code = any (in_codes) and amount = 0;
  update small_cell set ever_told = ever_told & (1 << amount) where area_code = any (in_codes);
end $$;

-- Pools of regions that have not the same provinces any more.
create function api.pools_of_former_regions() returns table (indicator_id text, fiscal_year integer, pool text) language sql stable as $$
  select distinct indicator_id, fiscal_year, pool from small_cell
  where pool like 'R%' and not exists (
    select from region_province where province_code = left(area_code, 2) and region_code = pool
      and daterange(valid_from, valid_to, '[]') @> make_date(fiscal_year, 9, 30))
$$;

-- They become the country's: which cells each has is as it was told. What is not told any more is given up.
create function api.move_pools_of_regions() returns void language sql set jit = off as $$
  select api.withdraw_pools(indicator_id, array_agg(fiscal_year), array_agg(place_code))
  from pooled_amount
  where not is_told and area_code is null
    and (indicator_id, fiscal_year) in (select indicator_id, fiscal_year from api.pools_of_former_regions())
  group by indicator_id;
  with
  moved as materialized (select * from api.pools_of_former_regions()),
  cell as (
    update small_cell set pool = 'TH' from moved
    where (small_cell.indicator_id, small_cell.fiscal_year, small_cell.pool) = (moved.indicator_id, moved.fiscal_year, moved.pool)
  ),
  gone as (
    delete from pooled_amount using moved
    where (pooled_amount.indicator_id, pooled_amount.fiscal_year, place_code) = (moved.indicator_id, moved.fiscal_year, moved.pool)
    returning pooled_amount.*
  )
  insert into pooled_amount as kept (indicator_id, fiscal_year, amount, cells, standing, batched_at)
  select indicator_id, fiscal_year, sum(amount), sum(cells), sum(standing), min(batched_at) from gone group by indicator_id, fiscal_year
  on conflict (indicator_id, fiscal_year, place_code) do update set amount = kept.amount + excluded.amount,
    cells = kept.cells + excluded.cells, standing = kept.standing + excluded.standing,
    batched_at = least(kept.batched_at, excluded.batched_at)
$$;

-- The pools of every sensitive indicator brought in step: after another grouping of provinces, or to be sure.
create function api.pool_all_small_cells() returns void language sql as $$
  select api.move_pools_of_regions();
  select api.pool_small_cells(id, array(select value::integer from jsonb_array_elements_text(declaration -> 'fiscal_years')))
  from indicator where (declaration ->> 'sensitive')::boolean
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
