-- A tambon with a community organization council registered by the end of the fiscal year and not dissolved.
-- In Bangkok one council serves a district (เขต): it covers each of the district's แขวง.
create function indicator.councils(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  with
  -- one row per tambon and year that was asked for
  cell as (
    select code, year, make_date(year, 9, 30) as last_day
    from unnest(in_codes) code cross join unnest(in_years) year
  ),
  -- one row per tambon and year
  found as (
    select cell.code, cell.year,
      bool_or(registered_on <= last_day and coalesce(ended_on > last_day, true) and not is_of_district) as own,
      bool_or(registered_on <= last_day and coalesce(ended_on > last_day, true) and is_of_district) as of_district,
      bool_or(ended_on <= last_day) as dissolved,
      -- a tambon without any council has a row of nulls here, which is not a council waiting to register
      bool_or(council.code is not null and (registered_on is null or registered_on > last_day)) as not_registered_yet
    from cell
    left join api.organizations_by_shape() council on council.code = cell.code and kind = 'council'
    group by cell.code, cell.year
  ),
  judged as (
    select code, year,
      case
        when own then 'council_registered'
        when of_district then 'district_council_registered'
        when dissolved then 'council_dissolved'
        when not_registered_yet then 'council_not_registered_yet'
        when report.state = 'complete' then 'no_council'
        when report.state = 'not_applicable' then 'not_applicable'
        else 'no_report'
      end as reason
    from found
    left join in_force.area_report report
      on report.area_code = code and report.fiscal_year = year and report.dataset = 'organization'
  )
  select code, year,
    case
      when reason in ('council_registered', 'district_council_registered') then 1
      when reason in ('no_report', 'not_applicable') then null
      else 0
    end,
    null::numeric,
    case
      when reason in ('council_registered', 'district_council_registered') then 'counted'
      when reason = 'no_report' then 'unknown'
      when reason = 'not_applicable' then 'not_applicable'
      else 'not_counted'
    end,
    reason
  from judged
$$;

create function indicator."councils/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  select * from api.organization_condition('council_in_force', in_code, in_year, 'council')
$$;
