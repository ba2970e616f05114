-- Places: the country (TH), regions (R1 …), areas, and local authorities (L and their code). One way to name each.

create function api.place_level(in_place text) returns text language sql immutable parallel safe as $$
  select case
    when in_place = 'TH' then 'country'
    when in_place like 'R%' then 'region'
    when in_place like 'L%' then 'local_authority'
    when length(in_place) = 2 then 'province'
    when length(in_place) = 4 then 'district'
    else 'tambon'
  end
$$;

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

-- Null when there is no such place: no region, no area on the map, no local authority.
create function api.place_ref(in_place text) returns jsonb language sql stable as $$
  select case api.place_level(in_place)
    when 'country' then jsonb_build_object('code', 'TH', 'level', 'country', 'name_th', 'ประเทศไทย', 'name_en', 'Thailand')
    when 'region' then (select jsonb_build_object('code', code, 'level', 'region', 'name_th', name_th, 'name_en', name_en)
      from region where code = in_place)
    when 'local_authority' then (
      select jsonb_build_object('code', in_place, 'level', 'local_authority', 'name_th', name_th, 'name_en', name_en,
        'kind', kind)
      from local_authority where code = substr(in_place, 2))
    else (select api.area_ref(area_code) from area_search where area_code = in_place)
  end
$$;
