-- The target that counts: of the newest version, the next year due.

-- Values of the newest version of each indicator's targets.
create function api.newest_targets()
  returns table (
    indicator_id text, place_code text, fiscal_year integer, value numeric, version integer, owner text, denominator_id text,
    source_id text
  )
  language sql stable
as $$
  select indicator_id, place_code, target_value.fiscal_year, target_value.value, version, owner, denominator_id, source_id
  from target_version newest join target_value on target_value.target_version_id = newest.id
  where version = (select max(version) from target_version where target_version.indicator_id = newest.indicator_id)
$$;

-- In which order a year looks at the years of targets: the next one due first, then those that were, the last of them first.
create function api.target_order(in_target_year integer, in_fiscal_year integer) returns integer
  language sql immutable parallel safe
as $$
  select case when in_target_year >= in_fiscal_year then in_target_year else 20000 - in_target_year end
$$;

-- The target that a year works toward, of a place.
create function api.target_in_force(in_indicator text, in_place text, in_fiscal_year integer)
  returns table (
    value numeric, fiscal_year integer, version integer, owner text, denominator_id text, source_id text
  )
  language plpgsql stable rows 1
as $$
#variable_conflict use_column
begin
  return query
    select value, fiscal_year, version, owner, denominator_id, source_id from api.newest_targets()
    where indicator_id = in_indicator and place_code = in_place
    order by api.target_order(fiscal_year, in_fiscal_year) limit 1;
end $$;

-- The same for every place that has a share.
create function api.target_shares(in_indicator text, in_fiscal_year integer)
  returns table (place_code text, value numeric) language sql stable
as $$
  select distinct on (place_code) place_code, value from api.newest_targets()
  where indicator_id = in_indicator
  order by place_code, api.target_order(fiscal_year, in_fiscal_year)
$$;
