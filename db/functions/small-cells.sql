-- Withholding small figures of persons and households (indicators declared sensitive). Everything published is a sum
-- of whole blocks: a tambon's own year where that is 5 or more, or a pool of several small ones. Blocks never overlap,
-- so no difference between areas, levels or years is smaller than a block. Where an indicator adds to another, its own
-- blocks are what it has beyond that one, and its figure is the sum of both's: no difference between the two is smaller either. Which cells a pool has depends on where cells
-- are, which the marks show anyway, and never on their amounts; and its sum leaves each of them at least three of the four values.
-- Over time: a pool takes in what has changed only with ten amounts that no sum ever had (small_cell.ever_told). Of any of the sums that
-- were ever told, added and subtracted, the one first told last has ten amounts that are in no other: nothing smaller is left.
-- A sum that most of its cells have gone from says more that is over than what is: it is not told (pooled_amount.is_told) until they
-- are back, when it says what it said before, or a batch takes some of its cells elsewhere.
-- Here is how cells come and go with the records; small-cell-pools.sql makes their sums, small-cell-withdrawals.sql takes sums back.

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

-- Keeps the public figures of a sensitive indicator, whose function adds up from year to year and never falls. in_base: the
-- indicator that it adds to, whose figures are kept already.
create function api.refresh_sensitive(in_indicator text, in_base text, in_counted_by text, in_codes text[], in_years integer[])
  returns void language plpgsql set jit = off
as $$
declare
  -- years in which a small cell of these tambon came, went or changed
  touched integer[];
  -- whether enough came at once for a batch of their own
  is_load boolean;
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
        select fiscal_year, area_code, amount from small_cell where indicator_id = $1 and area_code = any ($2) and amount > 0
      ),
      after as (select fiscal_year, code, amount from step where amount between 1 and 4),
      no_cell as materialized (
        select fiscal_year, area_code from before except select fiscal_year, code from after
      ),
      cell_forgotten as (
        delete from small_cell using no_cell
        where indicator_id = $1 and small_cell.fiscal_year = no_cell.fiscal_year and small_cell.area_code = no_cell.area_code and ever_told = 0
      ),
      -- until the sum that has it takes in what changed
      cell_gone as (
        update small_cell set amount = 0 from no_cell
        where indicator_id = $1 and small_cell.fiscal_year = no_cell.fiscal_year and small_cell.area_code = no_cell.area_code and ever_told > 0
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
        group by fiscal_year), exists (select from step where amount < 0),
        (select count(*) from (table after except table before) changed) >= api.pool_least()
    $query$, in_indicator, api.keep_fresh(in_counted_by))
    into touched, falls, is_load using in_indicator, in_codes, in_years, in_base;
  if falls then
    raise exception 'indicator % is sensitive and falls from one year to the next: small figures would show in the difference',
      in_indicator;
  end if;
  if touched <> '{}' then perform api.pool_small_cells(in_indicator, touched, is_load); end if;
end $$;

-- A count of persons of one record, for lists and sums: null where it is 1 to 4.
create function api.public_count(in_count integer) returns integer language sql immutable parallel safe as $$
  select case when in_count not between 1 and 4 then in_count end
$$;
