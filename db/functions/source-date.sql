-- The source's own date of an indicator's figures: the day that the oldest of the records it depends on are of, by then.
-- Null where no source has one. It is another day than the one on which the register last changed (`as_of`).
-- `source_date_of`: the table whose records are of that day, or source where only the source itself is dated.
-- As the keeper, and days alone: it tells of no record. One row, said to the planner: beside it a thousand would cost JIT.
-- The kinds of records whose own days are told; figures of others are of the day of their source.
create function api.dating_kinds() returns text[] language sql immutable as $$
  select array['population', 'need_survey', 'kpi_report', 'quality_review']
$$;

create function api.source_date(in_indicator text, in_fiscal_year integer)
  returns table (source_date date, source_date_of text)
  language plpgsql stable rows 1 security definer set search_path = public, pg_temp set jit = off
as $$
#variable_conflict use_column
begin
  return query
    with
    -- one row per table that the indicator depends on
    depended as (
      select name from indicator, jsonb_array_elements_text(declaration -> 'depends_on') listed(name) where id = in_indicator
    ),
    dated as (
      -- each looked for only where the indicator depends on it
      select 'population' as name, (select max(reference_date) from in_force.population
        where reference_date <= make_date(in_fiscal_year, 12, 31) and 'population' in (table depended)) as day
      union all
      -- a survey has a fiscal year and no day
      select 'need_survey', (select make_date(max(fiscal_year), 9, 30) from in_force.need_survey
        where fiscal_year <= in_fiscal_year and 'need_survey' in (table depended))
      union all
      select 'kpi_report', (select max(reported_on) from in_force.kpi_report
        where indicator_id = in_indicator and fiscal_year = in_fiscal_year and 'kpi_report' in (table depended))
      union all
      select 'quality_review', (select max(reviewed_on) from in_force.quality_review
        where fiscal_year <= in_fiscal_year and 'quality_review' in (table depended))
      union all
      select 'source', (select min(reference_date) from api.indicator_sources(in_indicator)
        where not exists (select from depended where name = any (api.dating_kinds())))
    )
    select day, name from (select null) nothing
    left join dated on day is not null
    order by day limit 1;
end $$;
