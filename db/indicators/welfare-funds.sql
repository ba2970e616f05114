-- A tambon with a community welfare fund (กองทุนสวัสดิการชุมชน) in force at the end of the fiscal year.
create function indicator."welfare-funds"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  select * from api.judge_organizations(in_codes, in_years, 'welfare_fund', 'presence', 'fund_in_force', 'no_fund')
$$;

create function indicator."welfare-funds/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  select * from api.organization_condition('fund_in_force', in_code, in_year, 'welfare_fund')
$$;
