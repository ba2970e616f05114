-- Balances of the welfare funds in force, in baht, by the latest on record.
create function indicator."welfare-fund-assets"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  select * from api.judge_organizations(in_codes, in_years, 'welfare_fund', 'balance', 'balance_counted', 'no_fund', 'no_balance_known')
$$;
