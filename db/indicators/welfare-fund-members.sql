-- Members of the welfare funds in force, by the latest number on record; funds of 1 to 4 members are left out.
create function indicator."welfare-fund-members"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  select * from api.judge_organizations(in_codes, in_years, 'welfare_fund', 'members', 'members_counted', 'no_fund', 'no_members_known')
$$;
