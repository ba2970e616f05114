-- Target 1.2: households benefited by housing projects, added up from the first declared year to the year asked.
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
    join housing_project on housing_project.area_code = area_placement.area_code
    where housing_project.fiscal_year >= (select min(year) from unnest(in_years) year)
  ),
  -- one row per tambon and year: households so far; null when no project is on record
  added_up as (
    select cell.code, cell.year, sum(placed_project.households_benefited) as households
    from cell
    left join placed_project on placed_project.code = cell.code and placed_project.fiscal_year <= cell.year
    group by cell.code, cell.year
  ),
  judged as (
    select code, year, households,
      case
        when households > 0 then 'households_benefited'
        when households = 0 then 'none_benefited_yet'
        when report.state = 'complete' then 'no_project'
        when report.state = 'not_applicable' then 'not_applicable'
        else 'no_report'
      end as reason
    from added_up
    left join area_report report
      on report.area_code = code and report.fiscal_year = year and report.dataset = 'housing'
  )
  select code, year,
    case when reason in ('no_report', 'not_applicable') then null else coalesce(households, 0) end,
    null::numeric,
    case reason
      when 'households_benefited' then 'counted'
      when 'no_report' then 'unknown'
      when 'not_applicable' then 'not_applicable'
      else 'not_counted'
    end,
    reason
  from judged
$$;
