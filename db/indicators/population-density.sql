-- Registered persons per square kilometre of the boundaries in force.
create function indicator."population-density"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  select asked.code, asked.year, people.persons, (area_shape.area_m2 / 1e6)::numeric(16, 6),
    case when people.persons is null then 'unknown' else 'counted' end,
    case when people.persons is null then 'no_report' else 'registered' end
  from (select code, year from unnest(in_codes) code cross join unnest(in_years) year) asked
  join area_shape on area_shape.area_code = asked.code
    and area_shape.boundary_version_id = (select id from boundary_version where is_current)
  left join api.population_of(in_codes, in_years) people on people.code = asked.code and people.fiscal_year = asked.year
$$;
