-- A tambon with a community welfare fund (กองทุนสวัสดิการชุมชน) in force at the end of the fiscal year.
create function indicator."welfare-funds"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  with
  judged as (
    select found.code, found.fiscal_year, 1::numeric as amount,
      case
        when organizations > 0 then 'fund_in_force'
        when report.state = 'complete' then 'no_fund'
        when report.state = 'not_applicable' then 'not_applicable'
        else 'no_report'
      end as reason
    from api.organizations_in_force(in_codes, in_years, 'welfare_fund') found
    left join in_force.area_report report
      on report.area_code = found.code and report.fiscal_year = found.fiscal_year and report.dataset = 'organization'
  )
  select code, fiscal_year,
    case when reason = 'fund_in_force' then amount when reason = 'no_fund' then 0 end,
    null::numeric,
    case
      when reason = 'fund_in_force' then 'counted'
      when reason = 'no_fund' then 'not_counted'
      when reason = 'not_applicable' then 'not_applicable'
      else 'unknown'
    end,
    reason
  from judged
$$;

create function indicator."welfare-funds/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  select * from api.organization_condition('fund_in_force', in_code, in_year, 'welfare_fund')
$$;
