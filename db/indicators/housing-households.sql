-- Target 1.2: households benefited by housing projects, added up from the first declared year to the year asked; set
-- against the households in need by the latest survey.
create function indicator."housing-households"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  with
  -- one row per tambon and year that was asked for
  cell as (
    select code, year from unnest(in_codes) code cross join unnest(in_years) year
  ),
  -- projects by the shape their tambon is drawn on
  placed_project as (
    select area_placement.shape_code as code, housing_project.fiscal_year, housing_project.households_benefited
    from unnest(in_codes) asked(code)
    join area_placement on area_placement.shape_code = asked.code
    join in_force.housing_project on housing_project.area_code = area_placement.area_code
    where housing_project.fiscal_year >= (select min(year) from unnest(in_years) year)
  ),
  -- one row per tambon and year: households so far; null when no project is on record
  added_up as (
    select cell.code, cell.year, sum(placed_project.households_benefited) as households
    from cell
    left join placed_project on placed_project.code = cell.code and placed_project.fiscal_year <= cell.year
    group by cell.code, cell.year
  ),
  -- one row per tambon and year with a survey: households in need by the latest of each tambon drawn there. A small one is
  -- left out before they are added up: the sum less that of the year before would be it
  need as (
    select latest.code, latest.year, sum(latest.households_in_need) as households
    from (
      select distinct on (need_survey.area_code, year) area_placement.shape_code as code, year,
        api.public_count(households_in_need) as households_in_need
      from unnest(in_codes) asked(code)
      join area_placement on area_placement.shape_code = asked.code
      join in_force.need_survey on need_survey.area_code = area_placement.area_code
      join unnest(in_years) year on need_survey.fiscal_year <= year
      order by need_survey.area_code, year, need_survey.fiscal_year desc
    ) latest
    group by latest.code, latest.year
  ),
  judged as (
    select code, year, added_up.households, need.households as in_need,
      case
        when added_up.households > 0 then 'households_benefited'
        when added_up.households = 0 then 'none_benefited_yet'
        when report.state = 'complete' then 'no_project'
        when report.state = 'not_applicable' then 'not_applicable'
        else 'no_report'
      end as reason
    from added_up
    left join need using (code, year)
    left join in_force.area_report report
      on report.area_code = code and report.fiscal_year = year and report.dataset = 'housing'
  )
  select code, year,
    case when reason in ('no_report', 'not_applicable') then null else coalesce(households, 0) end,
    in_need,
    case reason
      when 'households_benefited' then 'counted'
      when 'no_report' then 'unknown'
      when 'not_applicable' then 'not_applicable'
      else 'not_counted'
    end,
    reason
  from judged
$$;

-- Whether, never how many: household figures leave through the indicator alone, which withholds the small ones.
create function indicator."housing-households/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  with
  project as (
    select housing_project.id, name_th, housing_project.fiscal_year
    from in_force.housing_project
    join area_placement on area_placement.area_code = housing_project.area_code and area_placement.shape_code = in_code
    where housing_project.fiscal_year between
      (select min(value::integer) from indicator, jsonb_array_elements_text(declaration -> 'fiscal_years')
        where indicator.id = 'housing-households') and in_year
  ),
  survey as (
    select need_survey.id, need_survey.fiscal_year, evidence
    from in_force.need_survey
    join area_placement on area_placement.area_code = need_survey.area_code and area_placement.shape_code = in_code
    where need_survey.fiscal_year <= in_year
  )
  select 'project', count(*) > 0, count(*)::numeric, null::numeric, coalesce(jsonb_agg(jsonb_build_object(
    'type', 'housing_project', 'id', id, 'title_th', name_th || said.th, 'title_en', name_th || said.en) order by fiscal_year, id), '[]')
  from project
  -- the year, once: a name that has it is left as it is
  cross join lateral (select
    case when strpos(name_th, (fiscal_year + 543)::text) = 0 then format(' · ปีงบประมาณ %s', fiscal_year + 543) else '' end as th,
    case when strpos(name_th, (fiscal_year + 543)::text) = 0 then format(' · fiscal year %s', fiscal_year) else '' end as en) said
  union all
  select 'benefited', (select state = 'counted' from achievement
    where indicator_id = 'housing-households' and area_code = in_code and fiscal_year = in_year
      and state in ('counted', 'not_counted')), null, null, '[]'
  union all
  select 'surveyed', count(*) > 0, null, null, coalesce(jsonb_agg(jsonb_build_object(
    'type', 'need_survey', 'id', id, 'title_th', format('สำรวจปีงบประมาณ %s', fiscal_year + 543) || coalesce(' · ' || evidence, ''),
    'title_en', format('Survey of fiscal year %s', fiscal_year)) order by fiscal_year desc, id), '[]')
  from survey
$$;
