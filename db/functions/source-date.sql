-- Made of the declarations: of which day an indicator's figures are.

-- api.dating_kinds(): the kinds of records whose own days are told (`datedBy` in their declarations); figures of others are of the
-- day of their source.
-- api.source_date(indicator, year): the source's own date, the day that the oldest of the records it depends on are of, by then.
-- Null where no source has one. It is another day than the one on which the register last changed (`as_of`).
-- `source_date_of`: the table whose records are of that day, or source where only the source itself is dated.
-- As the keeper, and days alone: it tells of no record. One row, said to the planner: beside it a thousand would cost JIT.
create function api.make_source_date() returns void language plpgsql as $$
begin
  execute format($made$
    create function api.dating_kinds() returns text[] language sql immutable as $kinds$ select %L::text[] $kinds$
    $made$, array(select id from api.kinds_in_order() where jsonb_typeof(declared -> 'dated_by') = 'object' order by id)::text);
  execute format($made$
    create function api.source_date(in_indicator text, in_fiscal_year integer)
      returns table (source_date date, source_date_of text)
      language plpgsql stable rows 1 security definer set search_path = public, pg_temp set jit = off
    as $found$
    #variable_conflict use_column
    begin
      return query
        with
        -- one row per table that the indicator depends on
        depended as (
          select name from indicator, jsonb_array_elements_text(declaration -> 'depends_on') listed(name) where id = in_indicator
        ),
        dated as (
          %s
          select 'source' as name, (select min(reference_date) from api.indicator_sources(in_indicator)
            where not exists (select from depended where name = any (api.dating_kinds()))) as day
        )
        select day, name from (select null) nothing
        left join dated on day is not null
        order by day, name limit 1;
    end $found$
    $made$,
    (select string_agg(api.latest_day(id, declared), ' ' order by id) from api.kinds_in_order()
      where jsonb_typeof(declared -> 'dated_by') = 'object'));
end $$;

-- The latest day of a kind's records that were there by the end of the year, of one year where that is what they are of; looked for
-- only where the indicator depends on the kind.
create function api.latest_day(in_kind text, in_declared jsonb) returns text language sql immutable as $$
  select format('select %1$L as name, (select %2$s from in_force.%1$I item where item.%3$I %4$s %5$s%6$s and %1$L in (table depended)) as day
      union all',
    in_kind,
    format(case when (dated ->> 'is_year')::boolean then 'make_date(max(item.%I), 9, 30)' else 'max(item.%I)' end, dated ->> 'column'),
    period ->> 'from',
    case when period ->> 'to' = period ->> 'from' then '=' else '<=' end,
    case when (period ->> 'is_year')::boolean then 'in_fiscal_year'
      else format('make_date(in_fiscal_year, %s)', period ->> 'last_day') end,
    case when (dated ->> 'names_indicator')::boolean then ' and item.indicator_id = in_indicator' else '' end)
  from (select in_declared -> 'dated_by' as dated, in_declared -> 'period' as period) declared
$$;
