-- Registered persons by the latest publication up to the end of the calendar year that the fiscal year ends in.
create function indicator."population"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  select asked.code, asked.year, found.persons, null::numeric,
    case when found.persons is null then 'unknown' else 'counted' end,
    case when found.persons is null then 'no_report' else 'registered' end
  from (select code, year from unnest(in_codes) code cross join unnest(in_years) year) asked
  left join api.population_of(in_codes, in_years) found on found.code = asked.code and found.fiscal_year = asked.year
$$;
