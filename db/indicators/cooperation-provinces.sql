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
    left join in_force.area_report report on report.area_code = standing.code and report.fiscal_year = standing.fiscal_year
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

-- A condition that is missing names what it had: the mechanism that ended, the memorandum that ran out, the members who left.
create function indicator."cooperation-provinces/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  with
  standing as (
    select *, make_date(in_year, 9, 30) as last_day from api.cooperation_standing(array[in_code], array[in_year])
  ),
  -- the mechanism on that day, else the last one that ended
  mechanism as (
    select cooperation_mechanism.*, jsonb_build_object('type', 'cooperation_mechanism', 'id', id, 'title_th', name_th,
      'title_en', name_en) as record
    from cooperation_mechanism, standing
    where id = mechanism_id or (mechanism_id is null and province_code = in_code and ended_on <= last_day)
    order by established_on desc limit 1
  ),
  said as (
    select
      case when mechanism_id is not null then record else api.falls_short(record, 'ended', ended_on) end as standing,
      case when mou_in_force then record
        when mou_signed_on <= last_day and mou_until < last_day then api.falls_short(record, 'ran_out', mou_until)
        when mou_signed_on <= last_day and mou_evidence is null then api.falls_short(record, 'no_evidence')
        when mou_signed_on > last_day then api.falls_short(record, 'not_begun', mou_signed_on) end as mou,
      case when work_plan_in_force then record
        when work_plan_last_fiscal_year < in_year
          then api.falls_short(record, 'ran_out', in_fiscal_year => work_plan_last_fiscal_year)
        when work_plan_first_fiscal_year > in_year
          then api.falls_short(record, 'not_begun', in_fiscal_year => work_plan_first_fiscal_year)
        when work_plan_first_fiscal_year is not null and work_plan_evidence is null
          then api.falls_short(record, 'no_evidence') end as work_plan
    from standing, mechanism
  )
  select row.* from standing left join said on true, lateral (values
    ('mechanism', mechanism_id is not null, null::numeric, null::numeric, api.listed(said.standing)),
    ('members', members >= members_wanted, members, members_wanted, (
      select coalesce(jsonb_agg(case when ended_on <= last_day then api.falls_short(record, 'left', ended_on) else record end
        order by ended_on <= last_day, joined_on, id), '[]')
      from cooperation_member
      cross join lateral (select jsonb_build_object('type', 'cooperation_member', 'id', id, 'title_th', name_th,
        'title_en', null) as record) named
      where cooperation_member.mechanism_id = standing.mechanism_id and joined_on <= last_day
        and (coalesce(ended_on > last_day, true) or members < members_wanted))),
    ('sectors', sectors >= sectors_wanted, sectors, sectors_wanted, '[]'),
    ('community', with_community, null, null, '[]'),
    ('mou', mou_in_force, null, null, api.listed(said.mou)),
    ('work_plan', work_plan_in_force, null, null, api.listed(said.work_plan)),
    ('pilot_areas', pilot_areas >= pilot_areas_wanted, pilot_areas, pilot_areas_wanted, (
      select coalesce(jsonb_agg(case when pilot.ended_on <= last_day then api.falls_short(record, 'ended', pilot.ended_on)
        else record end order by pilot.ended_on <= last_day, started_on, pilot.id), '[]')
      from cooperation_pilot_area pilot join area on area.code = pilot.area_code
      cross join lateral (select jsonb_build_object('type', 'cooperation_pilot_area', 'id', pilot.id,
        'title_th', area.name_th, 'title_en', area.name_en) as record) named
      where pilot.mechanism_id = standing.mechanism_id and started_on <= last_day
        and (coalesce(pilot.ended_on > last_day, true) or pilot_areas < pilot_areas_wanted))),
    ('declarations', declarations >= declarations_wanted, declarations, declarations_wanted, (
      select coalesce(jsonb_agg(jsonb_build_object('type', 'community_declaration', 'id', id, 'title_th', title_th,
        'title_en', null) order by declared_on, id), '[]')
      from in_force.community_declaration
      where left(area_code, 2) = in_code and declared_on <= last_day))
  ) row(condition, met, found, wanted, records)
$$;
