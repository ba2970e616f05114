-- Lessons written down of a tambon by the end of the fiscal year.
create function indicator."lessons-published"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  select code, fiscal_year, count(lesson.id)::numeric, null::numeric,
    case when count(lesson.id) > 0 then 'counted' else 'not_counted' end,
    case when count(lesson.id) > 0 then 'lessons_there' else 'no_lesson' end
  from unnest(in_codes) code cross join unnest(in_years) fiscal_year
  left join in_force.lesson on area_code = code and published_on <= make_date(fiscal_year, 9, 30)
  group by code, fiscal_year
$$;
