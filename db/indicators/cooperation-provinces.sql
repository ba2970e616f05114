-- Target 2.1: the province's cooperation mechanism meets every condition of the criteria in force on the last day of the
-- fiscal year. What decides is in api.cooperation_standing; this names the first condition that is missing.
create function indicator."cooperation-provinces"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  with
  judged as (
    select standing.code, standing.fiscal_year,
      case
        when mechanism_id is null and ended then 'mechanism_ended'
        when mechanism_id is null and report.state = 'complete' then 'no_mechanism'
        when mechanism_id is null and report.state = 'not_applicable' then 'not_applicable'
        when mechanism_id is null then 'no_report'
        when members < members_wanted or sectors < sectors_wanted or not with_community then 'members_missing'
        when not mou_in_force then 'mou_missing'
        when not work_plan_in_force then 'work_plan_missing'
        when pilot_areas < pilot_areas_wanted then 'pilot_area_missing'
        when declarations < declarations_wanted then 'declaration_missing'
        else 'all_conditions_met'
      end as reason
    from api.cooperation_standing(in_codes, in_years) standing
    left join area_report report on report.area_code = standing.code and report.fiscal_year = standing.fiscal_year
      and report.dataset = 'cooperation'
  )
  select code, fiscal_year,
    case reason when 'all_conditions_met' then 1 when 'no_report' then null when 'not_applicable' then null else 0 end,
    null::numeric,
    case reason
      when 'all_conditions_met' then 'counted'
      when 'no_report' then 'unknown'
      when 'not_applicable' then 'not_applicable'
      else 'not_counted'
    end,
    reason
  from judged
$$;

create function indicator."cooperation-provinces/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  with
  standing as (select * from api.cooperation_standing(array[in_code], array[in_year])),
  mechanism as (
    select coalesce((
      select jsonb_build_array(jsonb_build_object('type', 'cooperation_mechanism', 'id', id, 'title_th', name_th,
        'title_en', name_en))
      from cooperation_mechanism where id = (select mechanism_id from standing)), '[]') as records
  )
  select row.* from standing, mechanism, lateral (values
    ('mechanism', mechanism_id is not null, null::numeric, null::numeric, mechanism.records),
    ('members', members >= members_wanted, members, members_wanted, (
      select coalesce(jsonb_agg(jsonb_build_object('type', 'cooperation_member', 'id', id, 'title_th', name_th,
        'title_en', null) order by joined_on, id), '[]')
      from api.cooperation_members(mechanism_id, in_year))),
    ('sectors', sectors >= sectors_wanted, sectors, sectors_wanted, '[]'),
    ('community', with_community, null, null, '[]'),
    ('mou', mou_in_force, null, null, case when mou_in_force then mechanism.records else '[]' end),
    ('work_plan', work_plan_in_force, null, null, case when work_plan_in_force then mechanism.records else '[]' end),
    ('pilot_areas', pilot_areas >= pilot_areas_wanted, pilot_areas, pilot_areas_wanted, (
      select coalesce(jsonb_agg(jsonb_build_object('type', 'cooperation_pilot_area', 'id', pilot.id,
        'title_th', area.name_th, 'title_en', area.name_en) order by started_on, pilot.id), '[]')
      from cooperation_pilot_area pilot join area on area.code = pilot.area_code
      where pilot.mechanism_id = standing.mechanism_id and started_on <= make_date(in_year, 9, 30)
        and coalesce(ended_on > make_date(in_year, 9, 30), true))),
    ('declarations', declarations >= declarations_wanted, declarations, declarations_wanted, (
      select coalesce(jsonb_agg(jsonb_build_object('type', 'community_declaration', 'id', id, 'title_th', title_th,
        'title_en', null) order by declared_on, id), '[]')
      from community_declaration
      where left(area_code, 2) = in_code and declared_on <= make_date(in_year, 9, 30)))
  ) row(condition, met, found, wanted, records)
$$;
