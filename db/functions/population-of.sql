-- Registered persons by the shape they live on and fiscal year: of each tambon the latest publication up to the end of the
-- calendar year that the fiscal year ends in. No row where nothing is published.
create function api.population_of(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, persons numeric, households numeric) language sql stable
as $$
  select area_placement.shape_code, year, sum(latest.persons)::numeric, sum(latest.households)::numeric
  from unnest(in_codes) asked(code)
  join area_placement on area_placement.shape_code = asked.code
  cross join unnest(in_years) year
  cross join lateral (
    select persons, households from in_force.population
    where population.area_code = area_placement.area_code and reference_date <= make_date(year, 12, 31)
    order by reference_date desc limit 1
  ) latest
  group by area_placement.shape_code, year
$$;
