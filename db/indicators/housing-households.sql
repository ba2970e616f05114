-- Target 1.2: households benefited by housing projects, added up from the first declared year to the year asked; set
-- against the households in need by the latest survey.
create function indicator."housing-households"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  with
  -- one row per tambon and year with a survey: households in need by the latest of each tambon drawn there. A small one is
  -- left out before they are added up: the sum less that of the year before would be it
  need as (
    select latest.code, latest.year, sum(latest.households_in_need) as households
    from (
      select distinct on (need_survey.area_code, year) area_placement.shape_code as code, year,
        api.public_count(households_in_need) as households_in_need
      from unnest(in_codes) asked(code)
      join area_placement on area_placement.shape_code = asked.code
      join in_force.need_survey on need_survey.area_code = area_placement.area_code
      join unnest(in_years) year on need_survey.fiscal_year <= year
      order by need_survey.area_code, year, need_survey.fiscal_year desc
    ) latest
    group by latest.code, latest.year
  )
  select judged.code, judged.fiscal_year, judged.value, need.households, judged.state, judged.reason
  from api.judge_households(in_codes, in_years, 'benefited') judged
  left join need on need.code = judged.code and need.year = judged.fiscal_year
$$;

create function indicator."housing-households/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  with
  survey as (
    select need_survey.id, need_survey.fiscal_year, evidence
    from in_force.need_survey
    join area_placement on area_placement.area_code = need_survey.area_code and area_placement.shape_code = in_code
    where need_survey.fiscal_year <= in_year
  )
  select * from api.household_conditions('housing-households', 'benefited', in_code, in_year)
  union all
  select 'surveyed', count(*) > 0, null, null, coalesce(jsonb_agg(jsonb_build_object(
    'type', 'need_survey', 'id', id, 'title_th', format('สำรวจปีงบประมาณ %s', fiscal_year + 543) || coalesce(' · ' || evidence, ''),
    'title_en', format('Survey of fiscal year %s', fiscal_year)) order by fiscal_year desc, id), '[]')
  from survey
$$;
