-- Target 3.1: distinct persons with a passed training and a participation on record, from the first day of the strategy
-- to the end of the year asked. Counted once, at their own tambon; never listed.
create function indicator."leaders"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  with
  -- persons by the shape their tambon is drawn on, with the year in which both conditions were met
  placed_person as (
    select area_placement.shape_code as code,
      api.fiscal_year_of(greatest(
        (select min(completed_on) from in_force.training_result
          where training_result.person_id = person.id and passed and completed_on >= date '2016-10-01'),
        (select min(took_place_on) from in_force.participation
          where participation.person_id = person.id and took_place_on >= date '2016-10-01')))
        as met_in,
      exists (select from in_force.training_result where training_result.person_id = person.id and passed
          and completed_on >= date '2016-10-01')
        and exists (select from in_force.participation where participation.person_id = person.id
          and took_place_on >= date '2016-10-01') as meets
    from unnest(in_codes) asked(code)
    join area_placement on area_placement.shape_code = asked.code
    join in_force.person on person.area_code = area_placement.area_code
  ),
  by_year as (
    select code, case when meets then met_in end as year, count(*) as persons from placed_person group by 1, 2
  ),
  judged as (
    select asked.code, asked.year,
      coalesce(sum(by_year.persons) filter (where by_year.year <= asked.year), 0) as persons,
      case
        when bool_or(by_year.year <= asked.year) then 'leaders_counted'
        when count(by_year.code) > 0 then 'none_counted_yet'
        when min(report.state) = 'complete' then 'no_leader'
        when min(report.state) = 'not_applicable' then 'not_applicable'
        else 'no_report'
      end as reason
    from (select code, year from unnest(in_codes) code cross join unnest(in_years) year) asked
    left join by_year on by_year.code = asked.code
    left join in_force.area_report report
      on report.area_code = asked.code and report.fiscal_year = asked.year and report.dataset = 'leader'
    group by asked.code, asked.year
  )
  select code, year,
    case when reason in ('no_report', 'not_applicable') then null else persons end,
    null::numeric,
    case reason
      when 'leaders_counted' then 'counted'
      when 'no_report' then 'unknown'
      when 'not_applicable' then 'not_applicable'
      else 'not_counted'
    end,
    reason
  from judged
$$;
