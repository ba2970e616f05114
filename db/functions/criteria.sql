-- Criteria are declared in db/indicators/<id>.json, version by version.

-- The set in force in a fiscal year.
create function api.criteria_in_force(in_indicator text, in_fiscal_year integer) returns jsonb language sql stable as $$
  select criterion
  from indicator, jsonb_array_elements(declaration -> 'criteria') criterion
  where id = in_indicator and (criterion ->> 'from_fiscal_year')::integer <= in_fiscal_year
  order by (criterion ->> 'version')::integer desc
  limit 1
$$;

-- A set by its number, for what was judged by it.
create function api.criteria_version(in_indicator text, in_version integer) returns jsonb language sql stable as $$
  select criterion
  from indicator, jsonb_array_elements(declaration -> 'criteria') criterion
  where id = in_indicator and (criterion ->> 'version')::integer = in_version
$$;
