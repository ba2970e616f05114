-- How a province's cooperation mechanism stands on the last day of a fiscal year, beside what the criteria in force ask for.

-- Members on that day.
create function api.cooperation_members(in_mechanism uuid, in_year integer) returns setof cooperation_member
  language sql stable
as $$
  select * from cooperation_member
  where mechanism_id = in_mechanism and joined_on <= make_date(in_year, 9, 30)
    and coalesce(ended_on > make_date(in_year, 9, 30), true)
$$;

-- One row per province and year; mechanism_id is null where there is none on that day.
create function api.cooperation_standing(in_codes text[], in_years integer[])
  returns table (
    code text, fiscal_year integer, mechanism_id uuid, ended boolean,
    members numeric, members_wanted numeric, sectors numeric, sectors_wanted numeric, with_community boolean,
    mou_in_force boolean, work_plan_in_force boolean,
    pilot_areas numeric, pilot_areas_wanted numeric, declarations numeric, declarations_wanted numeric
  )
  language sql stable
as $$
  select asked.code, asked.year, mechanism.id,
    exists (select from cooperation_mechanism where province_code = asked.code and ended_on <= asked.last_day),
    member.bodies, (criteria ->> 'members')::numeric, member.sectors, (criteria ->> 'sectors')::numeric,
    coalesce(member.with_community, false),
    coalesce(mou_evidence is not null and mou_signed_on <= asked.last_day
      and coalesce(mou_until >= asked.last_day, true), false),
    coalesce(work_plan_evidence is not null
      and asked.year between work_plan_first_fiscal_year and work_plan_last_fiscal_year, false),
    (select count(*) from cooperation_pilot_area pilot
      where pilot.mechanism_id = mechanism.id and started_on <= asked.last_day
        and coalesce(pilot.ended_on > asked.last_day, true)),
    (criteria ->> 'pilot_areas')::numeric,
    (select count(*) from in_force.community_declaration
      where left(area_code, 2) = asked.code and declared_on <= asked.last_day),
    (criteria ->> 'declarations')::numeric
  from (
    select province.code, year, make_date(year, 9, 30) as last_day,
      api.criteria_in_force('cooperation-provinces', year) as criteria
    from unnest(in_codes) province(code) cross join unnest(in_years) year
  ) asked
  left join lateral (
    select * from cooperation_mechanism
    where province_code = asked.code and established_on <= asked.last_day
      and coalesce(ended_on > asked.last_day, true)
    order by established_on desc limit 1
  ) mechanism on true
  left join lateral (
    select count(*) as bodies, count(distinct sector) as sectors, bool_or(sector = 'community') as with_community
    from api.cooperation_members(mechanism.id, asked.year)
  ) member on true
$$;
