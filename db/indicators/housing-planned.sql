-- Households planned by housing projects and not approved yet, added up from the first declared year to the year asked: with
-- those approved, all that are planned.
create function indicator."housing-planned"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  select code, fiscal_year, value, null::numeric, state, reason from api.judge_households(in_codes, in_years, 'planned')
$$;

create function indicator."housing-planned/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  select * from api.household_conditions('housing-planned', 'planned', in_code, in_year)
$$;
