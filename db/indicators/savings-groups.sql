-- Savings groups (กลุ่มออมทรัพย์) in force at the end of the fiscal year.
create function indicator."savings-groups"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  select * from api.judge_organizations(in_codes, in_years, 'savings_group', 'number', 'groups_counted', 'no_group')
$$;

create function indicator."savings-groups/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  select * from api.organization_condition('groups_in_force', in_code, in_year, 'savings_group')
$$;
