-- What the indicators on reported KPIs share.

create function api.latest_kpi(in_indicator text)
  returns table (fiscal_year integer, quarter integer, numerator numeric, denominator numeric) language sql stable
as $$
  select distinct on (fiscal_year) fiscal_year, quarter, numerator, denominator
  from in_force.kpi_report where indicator_id = in_indicator
  order by fiscal_year, quarter desc
$$;

-- A KPI as reported, by the latest quarter of the fiscal year, as an indicator answers it. The country alone: it has no areas.
create function api.judge_kpi(in_indicator text, in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  select asked.code, asked.year, latest.numerator, latest.denominator,
    case when latest.numerator is null then 'unknown' else 'counted' end,
    case when latest.numerator is null then 'no_report' else 'reported' end
  from (select code, year from unnest(in_codes) code cross join unnest(in_years) year) asked
  left join api.latest_kpi(in_indicator) latest on latest.fiscal_year = asked.year
$$;

-- A row per quarter: what was reported, as a part of the whole.
create function api.kpi_conditions(in_indicator text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb) language sql stable
as $$
  select (array['first_quarter', 'second_quarter', 'third_quarter', 'fourth_quarter'])[asked.quarter],
    kpi_report.quarter is not null, kpi_report.numerator, kpi_report.denominator,
    case when kpi_report.quarter is null then '[]' else jsonb_build_array(jsonb_build_object(
      'type', 'kpi_report', 'id', kpi_report.id,
      'title_th', coalesce(evidence, 'ไม่มีหลักฐาน'), 'title_en', null)) end
  from generate_series(1, 4) asked(quarter)
  left join in_force.kpi_report
    on indicator_id = in_indicator and fiscal_year = in_year and kpi_report.quarter = asked.quarter
  order by asked.quarter
$$;
