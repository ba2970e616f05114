-- Target 4.2: the KPI as reported, by the latest quarter of the fiscal year. The country alone: it has no areas.
create function indicator."staff-ability"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  select asked.code, asked.year, latest.numerator, latest.denominator,
    case when latest.numerator is null then 'unknown' else 'counted' end,
    case when latest.numerator is null then 'no_report' else 'reported' end
  from (select code, year from unnest(in_codes) code cross join unnest(in_years) year) asked
  left join api.latest_kpi('staff-ability') latest on latest.fiscal_year = asked.year
$$;

create function indicator."staff-ability/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  select * from api.kpi_conditions('staff-ability', in_year)
$$;
