-- Members of the welfare funds in force, by the latest number on record; funds of 1 to 4 members are left out.
create function indicator."welfare-fund-members"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  with
  judged as (
    select found.code, found.fiscal_year, members::numeric as amount,
      case
        when members is not null and organizations > 0 then 'members_counted'
        when organizations > 0 then 'no_members_known'
        when report.state = 'complete' then 'no_fund'
        when report.state = 'not_applicable' then 'not_applicable'
        else 'no_report'
      end as reason
    from api.organizations_in_force(in_codes, in_years, 'welfare_fund') found
    left join in_force.area_report report
      on report.area_code = found.code and report.fiscal_year = found.fiscal_year and report.dataset = 'organization'
  )
  select code, fiscal_year,
    case when reason = 'members_counted' then amount when reason = 'no_fund' then 0 end,
    null::numeric,
    case
      when reason = 'members_counted' then 'counted'
      when reason = 'no_fund' then 'not_counted'
      when reason = 'not_applicable' then 'not_applicable'
      else 'unknown'
    end,
    reason
  from judged
$$;
