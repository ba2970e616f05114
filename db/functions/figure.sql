-- What a figure is made of, whatever it is of: sums of units and of pools, divided, with what may be told of them.

-- The part of an amount that may be known: nothing where all of it is withheld, which is not zero.
create function api.known_part(in_value numeric, in_withheld integer) returns numeric
  language sql immutable parallel safe
as $$
  select case when in_withheld > 0 then nullif(in_value, 0) else in_value end
$$;

-- A figure is told in these parts. `value` is the figure toward the target: null when nothing below is known, or nothing of it
-- may be. `ratio` divides `numerator` by `denominator`, and is there with both or not at all; of an amount they are the parts
-- that lie where both are known, so that `numerator` may be less than `value`: pools are in no part. What is split comes in
-- parts, and nothing but a ratio is rounded. `withheld`: small figures (1 to 4 each) that are in no value here. `should`: all
-- there is to reach, zero too; `reached`: what is known to be reached of that. Both for gaps and shares.
create type api.figure as (
  value numeric, numerator numeric, denominator numeric, ratio numeric, units numeric, counted numeric, not_counted numeric,
  unknown numeric, not_applicable numeric, certainty text, withheld integer, should numeric, reached numeric
);

-- Sums of units (unit_sums, place_sums) and of the pools with them, as a figure. Without units: of pools alone. Put into the
-- query that asks, where a column that is read thrice is worked out thrice: what is dear comes last.
create function api.figure_of(
  in_kind text, in_per numeric, value numeric, set_against numeric, divided numeric, units numeric, counted numeric,
  not_counted numeric, unknown numeric, not_applicable numeric, part_unknown boolean, is_split boolean, withheld integer,
  in_pooled numeric, in_cells bigint
) returns setof api.figure language sql immutable rows 1 parallel safe
as $$
  select trim_scale(api.known_part(amount, summed.withheld)),
    -- one of them alone says nothing
    trim_scale(case when divisor is not null then parts.reached end),
    trim_scale(case when parts.reached is not null then divisor end),
    trim_scale(round(parts.reached * in_per / divisor, 6)),
    trim_scale(summed.units), trim_scale(coalesce(counted, 0)), trim_scale(coalesce(not_counted, 0)),
    trim_scale(coalesce(unknown, 0)), trim_scale(coalesce(not_applicable, 0)),
    case when part_unknown then 'unknown' when is_split then 'split' else 'exact' end,
    summed.withheld,
    case when in_kind = 'sum' then trim_scale(set_against)
      when in_kind = 'coverage' and summed.units > 0 then trim_scale(summed.units - not_applicable) end,
    trim_scale(parts.reached)
  from (
    select coalesce(units, 0) as units, greatest(coalesce(withheld, 0) - coalesce(in_cells, 0), 0)::integer as withheld,
      case when value is null then in_pooled else value + coalesce(in_pooled, 0) end as amount, withheld as withheld_before_pools
  ) summed
  cross join lateral (
    select case when in_kind = 'coverage' then amount else api.known_part(divided, withheld_before_pools) end as reached,
      nullif(case when in_kind = 'coverage' then summed.units else set_against end, 0) as divisor
  ) parts
$$;

-- What the withheld figures of a place stay below, all together: 5 for one of them, 9 for two. Null: none.
create function api.withheld_below(in_withheld integer) returns integer language sql immutable parallel safe as $$
  select case when in_withheld > 0 then in_withheld * 4 + 1 end
$$;

-- A figure by what was published, which the country is divided by in place of its units on record. Null: nothing was.
create function api.against_published(in_published numeric, value numeric, numerator numeric, denominator numeric, ratio numeric)
  returns table (denominator numeric, ratio numeric) language sql immutable rows 1 parallel safe
as $$
  select case when numerator is not null then coalesce(in_published, denominator) end,
    case when in_published is null then ratio else trim_scale(round(value / in_published, 6)) end
$$;
