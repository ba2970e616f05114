-- Target 4.1: the KPI as reported, by the latest quarter of the fiscal year. The country alone: it has no areas.
create function indicator."governance-efficiency"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  select * from api.judge_kpi('governance-efficiency', in_codes, in_years)
$$;

create function indicator."governance-efficiency/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  select * from api.kpi_conditions('governance-efficiency', in_year)
$$;
