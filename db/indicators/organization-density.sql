-- Community organizations of all kinds in force per 1,000 registered persons. A council of a Bangkok district is in none of
-- its แขวง: it counts once, from the district up, as a unit without persons of its own.
create function indicator."organization-density"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  with
  judged as (
    select found.code, found.fiscal_year, found.organizations, people.persons,
      case
        when found.organizations > 0 then 'organizations_counted'
        when report.state = 'complete' then 'no_organization'
        when report.state = 'not_applicable' then 'not_applicable'
        else 'no_report'
      end as reason
    from (
      select * from api.organizations_in_force(in_codes, in_years, null)
      where length(code) = 6 or organizations > 0
    ) found
    left join api.population_of(in_codes, in_years) people
      on people.code = found.code and people.fiscal_year = found.fiscal_year
    left join in_force.area_report report
      on report.area_code = found.code and report.fiscal_year = found.fiscal_year and report.dataset = 'organization'
  )
  select code, fiscal_year,
    case when reason in ('organizations_counted', 'no_organization') then organizations::numeric end,
    case when length(code) = 4 then 0 else nullif(persons, 0) end,
    case reason
      when 'organizations_counted' then 'counted'
      when 'no_organization' then 'not_counted'
      when 'not_applicable' then 'not_applicable'
      else 'unknown'
    end,
    reason
  from judged
$$;
