-- Households of housing projects by the stage that they have come to: planned, approved, built, benefited.

-- Households that projects have brought to a stage and to none after it, added up from the first year asked for to each;
-- counted where any are at the stage or beyond. Who benefits was built for and approved, whether or not that was recorded, so
-- these are never below zero. What is between two stages is a number of households too, which small-cells.sql withholds
-- where it is small.
create function api.judge_households(in_codes text[], in_years integer[], in_stage text)
  returns table (code text, fiscal_year integer, value numeric, state text, reason text)
  language sql stable
as $$
  with
  -- one row per tambon and year that was asked for
  cell as (
    select code, year from unnest(in_codes) code cross join unnest(in_years) year
  ),
  -- projects by the shape their tambon is drawn on: households at the stage or beyond, and beyond it alone
  placed_project as (
    select area_placement.shape_code as code, project.fiscal_year,
      case in_stage when 'planned' then greatest(households_planned, households_approved, households_built, households_benefited)
        when 'approved' then greatest(households_approved, households_built, households_benefited)
        when 'built' then greatest(households_built, households_benefited)
        else households_benefited end as reached,
      case in_stage when 'planned' then greatest(households_approved, households_built, households_benefited)
        when 'approved' then greatest(households_built, households_benefited)
        when 'built' then households_benefited
        else 0 end as beyond,
      case in_stage when 'planned' then households_planned when 'approved' then households_approved
        when 'built' then households_built else households_benefited end is null as is_unrecorded
    from unnest(in_codes) asked(code)
    join area_placement on area_placement.shape_code = asked.code
    join in_force.housing_project project on project.area_code = area_placement.area_code
    where project.fiscal_year >= (select min(year) from unnest(in_years) year)
  ),
  -- one row per tambon and year: households so far; null when no project is on record
  added_up as (
    select cell.code, cell.year, sum(reached) as reached, sum(reached - beyond) as households,
      bool_or(is_unrecorded) as is_unrecorded
    from cell
    left join placed_project on placed_project.code = cell.code and placed_project.fiscal_year <= cell.year
    group by cell.code, cell.year
  ),
  judged as (
    select code, year, reached, households,
      case
        when reached > 0 then 'households_' || in_stage
        when is_unrecorded then 'not_recorded'
        when reached = 0 then 'none_' || in_stage || '_yet'
        when report.state = 'complete' then 'no_project'
        when report.state = 'not_applicable' then 'not_applicable'
        else 'no_report'
      end as reason
    from added_up
    left join in_force.area_report report
      on report.area_code = code and report.fiscal_year = year and report.dataset = 'housing'
  )
  select code, year,
    case when reason in ('no_report', 'not_recorded', 'not_applicable') then null else coalesce(households, 0) end,
    case
      when reached > 0 then 'counted'
      when reason in ('no_report', 'not_recorded') then 'unknown'
      when reason = 'not_applicable' then 'not_applicable'
      else 'not_counted'
    end,
    reason
  from judged
$$;

-- Whether, never how many: household figures leave through the indicators alone, which withhold the small ones.
create function api.household_conditions(in_indicator text, in_stage text, in_code text, in_year integer)
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
        where indicator.id = in_indicator) and in_year
  )
  select 'project', count(*) > 0, count(*)::numeric, null::numeric, coalesce(jsonb_agg(jsonb_build_object(
    'type', 'housing_project', 'id', id, 'title_th', name_th || said.th, 'title_en', name_th || said.en) order by fiscal_year, id), '[]')
  from project
  -- the year, once: a name that has it is left as it is
  cross join lateral (select
    case when strpos(name_th, (fiscal_year + 543)::text) = 0 then format(' · ปีงบประมาณ %s', fiscal_year + 543) else '' end as th,
    case when strpos(name_th, (fiscal_year + 543)::text) = 0 then format(' · fiscal year %s', fiscal_year) else '' end as en) said
  union all
  select in_stage, (select state = 'counted' from achievement
    where indicator_id = in_indicator and area_code = in_code and fiscal_year = in_year
      and state in ('counted', 'not_counted')), null, null, '[]'
$$;
