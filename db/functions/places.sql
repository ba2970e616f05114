-- Places: the country (TH), regions (R1 …), areas, and local authorities (L and their code). One way to name each.

-- One place as a set of places; null is the whole country.
create function api.set_of(in_place text) returns text[] language sql immutable parallel safe as $$
  select case when in_place <> 'TH' then array[in_place] end
$$;

-- The region of each province on the last day of a fiscal year.
create function api.regions_in(in_fiscal_year integer) returns table (province_code text, region_code text)
  language sql stable
as $$
  select province_code, region_code from region_province
  where daterange(valid_from, valid_to, '[]') @> make_date(in_fiscal_year, 9, 30)
$$;

-- The fiscal year that today is in.
create function api.fiscal_year_of(in_day date) returns integer language sql immutable parallel safe as $$
  select (extract(year from in_day) + case when extract(month from in_day) >= 10 then 1 else 0 end)::integer
$$;
