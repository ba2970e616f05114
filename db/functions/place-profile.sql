-- What is on record of one place of any level (GET /api/areas/:code/profile).

-- in_parts: of the place. Size and persons are null where the place has a part of a tambon.
create function api.place_facts(in_place text, in_parts text[]) returns jsonb language sql stable as $$
  with
  exact as (select api.place_is_exact(in_place) as is_exact),
  -- the shapes below the parts, each once
  inside as materialized (
    select area_code, level from area_search
    where left(area_code, 2) = any (in_parts) or left(area_code, 4) = any (in_parts) or area_code = any (in_parts)
  ),
  counted as (
    select sum(persons) as persons, max(reference_date) as reference_date
    from in_force.population
    join area_placement using (area_code)
    join inside on inside.area_code = area_placement.shape_code
    where reference_date = (select max(reference_date) from in_force.population)
  )
  select jsonb_build_object(
    'area_m2', case when is_exact then (
      select round(sum(area_m2)::numeric) from area_shape
      where area_code = any (in_parts) and boundary_version_id = (select id from boundary_version where is_current)) end,
    'persons', case when is_exact then persons end,
    'population_date', case when is_exact then reference_date end,
    'districts', case when api.place_level(in_place) in ('country', 'region', 'province') then (
      select count(*) from inside where level = 'district') end,
    'tambon', case when length(in_place) < 6 or in_place like 'L%' then (select count(*) from inside where level = 'tambon') end,
    'local_authorities', case when in_place not like 'L%' then (
      select count(*) from local_authority
      where kind not in ('provincial_organization', 'bangkok')
        and (province_code = any (in_parts) or code in (
          select local_authority_code from local_authority_area join area_placement using (area_code)
          join inside on inside.area_code = shape_code))) end)
  from exact, counted
$$;

-- Items of the plans at these codes that are in force in the year, each at the furthest step it has reached by its end; of
-- all plans and to this day without one.
create function api.plans_reached(in_codes text[], in_fiscal_year integer) returns jsonb language sql stable as $$
  with
  inside as materialized (
    select plan.id from record."plan/at"(in_fiscal_year) plan join unnest(in_codes) code on code = area_code
  ),
  item as materialized (
    select plan_item.asked_thb, sum(link.granted_thb) as granted_thb,
      count(*) filter (where has_no_amount) as unrecorded,
      max(api.state_height(link.state)) as step
    from inside
    join in_force.plan_item on plan_item.plan_id = inside.id
    -- asked before the join: after it a step would be carried along whole
    left join (select *, api.link_has_no_amount(step) as has_no_amount from in_force.plan_item_link step) link
      on link.plan_item_id = plan_item.id and (in_fiscal_year is null or link.fiscal_year <= in_fiscal_year)
    group by plan_item.id, plan_item.asked_thb
  )
  select jsonb_build_object(
    'count', (select count(*) from inside),
    'items', count(*),
    'by_state', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'state', (api.link_states())[step],
        'count', items) order by step), '[]')
      from (select step, count(*) as items from item where step is not null group by step) reached),
    'not_proposed', count(*) filter (where step is null),
    'asked_thb', coalesce(sum(asked_thb), 0),
    'granted_thb', api.known_grant(sum(granted_thb), coalesce(sum(unrecorded), 0)::bigint),
    'unrecorded_grants', coalesce(sum(unrecorded), 0))
  from item
$$;

-- The same at many codes, read through instead of looked up: the planner takes any list of codes for a short one.
create function api.plans_reached_at_many(in_codes text[], in_fiscal_year integer) returns jsonb
  language sql stable set enable_nestloop = off
as $$
  select api.plans_reached(in_codes, in_fiscal_year)
$$;

-- The province's cooperation on the last day of the year, or now: bodies by sector, never who.
create function api.mechanism_of(in_province text, in_fiscal_year integer) returns jsonb language sql stable as $$
  with asked as (select coalesce(make_date(in_fiscal_year, 9, 30), current_date) as day)
  select jsonb_build_object(
    'name_th', name_th, 'name_en', name_en, 'established_on', established_on,
    'members', (
      select coalesce(jsonb_agg(jsonb_build_object('sector', sector, 'count', bodies) order by bodies desc, sector), '[]')
      from (
        select sector, count(*) as bodies from cooperation_member
        where mechanism_id = mechanism.id and joined_on <= day and coalesce(ended_on > day, true) group by sector) member),
    'mou', case when mou_signed_on <= day
      then jsonb_build_object('signed_on', mou_signed_on, 'until', mou_until) end,
    'work_plan', case when work_plan_first_fiscal_year <= api.fiscal_year_of(day)
      then jsonb_build_object('first_fiscal_year', work_plan_first_fiscal_year,
        'last_fiscal_year', work_plan_last_fiscal_year) end,
    'pilot_areas', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'area', api.area_ref(area_code), 'theme', theme, 'started_on', started_on) order by area_code, theme), '[]')
      from cooperation_pilot_area where mechanism_id = mechanism.id and started_on <= day and coalesce(ended_on > day, true)))
  from asked, cooperation_mechanism mechanism
  where province_code = in_province and established_on <= day and coalesce(ended_on > day, true)
  order by established_on desc limit 1
$$;

-- What is on record at these codes and is in no list of the profile, because it ended before or comes after the year: how
-- many of each, and the latest few with what decides. Without a year nothing comes later, and plans of all years are listed.
create function api.out_of_year(in_codes text[], in_province text, in_fiscal_year integer) returns jsonb
  language sql stable
as $$
  with
  asked as materialized (select coalesce(make_date(in_fiscal_year, 9, 30), current_date) as day),
  inside as materialized (select distinct code from unnest(in_codes) code),
  near as (
    select 'plans' as list, coalesce(ended_on <= day, false) or last_fiscal_year < in_fiscal_year as is_over,
      last_fiscal_year as latest, id,
      jsonb_build_object('type', 'plan', 'id', id, 'title_th', title_th, 'title_en', title_en) as record,
      case when ended_on <= day then 'ended' when last_fiscal_year < in_fiscal_year then 'ran_out' else 'not_begun' end as why,
      case when ended_on <= day then ended_on end as decided_on,
      case when ended_on <= day then null when last_fiscal_year < in_fiscal_year then last_fiscal_year
        else first_fiscal_year end as year
    from asked, plan join inside on code = area_code
    where coalesce(ended_on <= day, false) or in_fiscal_year not between first_fiscal_year and last_fiscal_year
    union all
    select 'organizations', coalesce(ended_on <= day, false),
      api.fiscal_year_of(coalesce(case when ended_on <= day then ended_on end, registered_on)), id,
      jsonb_build_object('type', 'organization', 'id', id, 'kind', kind, 'title_th', name_th, 'title_en', name_en),
      case when ended_on <= day then 'dissolved' else 'registered_later' end,
      case when ended_on <= day then ended_on else registered_on end, null
    from asked, organization join inside on code = area_code
    where coalesce(ended_on <= day, false) or coalesce(registered_on > make_date(in_fiscal_year, 9, 30), false)
    union all
    select 'mechanisms', coalesce(ended_on <= day, false), api.fiscal_year_of(established_on), id,
      jsonb_build_object('type', 'cooperation_mechanism', 'id', id, 'title_th', name_th, 'title_en', name_en),
      case when ended_on <= day then 'ended' else 'not_begun' end,
      case when ended_on <= day then ended_on else established_on end, null
    from asked, cooperation_mechanism
    where province_code = in_province and not (established_on <= day and coalesce(ended_on > day, true))
  ),
  ranked as (select *, row_number() over (partition by list order by latest desc nulls last, id) as place from near)
  select jsonb_object_agg(list.id, jsonb_build_object(
      'over', coalesce(found.over, 0), 'later', coalesce(found.later, 0), 'items', coalesce(found.items, '[]')))
    || jsonb_build_object(
      'housing_projects', (
        select count(*) from record.housing_project join inside on code = area_code where fiscal_year > in_fiscal_year and ended_on is null),
      'model_areas', (
        select count(*) from in_force.model_area join inside on code = area_code where since_fiscal_year > in_fiscal_year),
      'lessons', (
        select count(*) from in_force.lesson join inside on code = area_code
        where published_on > make_date(in_fiscal_year, 9, 30)),
      'declarations', (
        select count(*) from in_force.community_declaration join inside on code = area_code
        where declared_on > make_date(in_fiscal_year, 9, 30)))
  from unnest(array['plans', 'organizations', 'mechanisms']) list(id)
  left join (
    select ranked.list, count(*) filter (where is_over) as over, count(*) filter (where not is_over) as later,
      jsonb_agg(api.falls_short(record, why, decided_on, year) order by place) filter (where place <= 3) as items
    from ranked group by ranked.list
  ) found on found.list = list.id
$$;

-- Records as they stood at the end of the fiscal year; as they stand now without one. Null when there is no such place, or
-- no boundaries are loaded.
create function api.place_profile(in_place text, in_fiscal_year integer) returns jsonb language sql stable set jit = off as $$
  with
  asked as materialized (
    select api.place_ref(in_place) as place, api.place_path(in_place) as path,
      api.place_parts(in_place) as parts, array(select api.place_codes(in_place)) as codes
  ),
  inside as materialized (select code from asked, unnest(codes) code),
  used as materialized (
    select source.* from source
    where id in (
      select api.record_source_ids(codes) from asked
      union select source_id from boundary_version where is_current
      union select source_id from region where code = in_place
      union select source_id from local_authority where in_place = 'L' || code)
  ),
  organization_count as (
    select kind, count(*) as organizations from record."organization/at"(in_fiscal_year) join inside on code = area_code group by kind
  ),
  housing as (
    select programme, fiscal_year, count(*) as projects from record."housing_project/at"(in_fiscal_year) join inside on code = area_code
    group by programme, fiscal_year
  ),
  model as materialized (
    select model_area.*, row_number() over (order by since_fiscal_year desc, name_th collate "th-x-icu", id) as place
    from record."model_area/at"(in_fiscal_year) model_area join inside on code = area_code
  ),
  taught as materialized (
    select lesson.*, row_number() over (order by published_on desc, title_th collate "th-x-icu", id) as place
    from record."lesson/at"(in_fiscal_year) lesson join inside on code = area_code
  ),
  declared as materialized (
    select community_declaration.*, row_number() over (order by declared_on desc, title_th collate "th-x-icu", id) as place
    from record."community_declaration/at"(in_fiscal_year) community_declaration join inside on code = area_code
  )
  select jsonb_build_object(
    'place', asked.place, 'path', asked.path, 'fiscal_year', in_fiscal_year,
    'children', api.place_children(in_place),
    'neighbours', api.place_neighbours(in_place),
    'certainty', case when api.place_is_exact(in_place) then 'exact' else 'unknown' end,
    'facts', api.place_facts(in_place, asked.parts),
    'organizations', (
      select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'count', organizations)
        order by organizations desc, kind), '[]') from organization_count),
    'covering_organizations', api.covering_organizations(in_place, in_fiscal_year),
    'plans', case when cardinality(asked.codes) > 1000 then api.plans_reached_at_many(asked.codes, in_fiscal_year)
      else api.plans_reached(asked.codes, in_fiscal_year) end,
    'housing', (
      select coalesce(jsonb_agg(jsonb_build_object('programme', programme, 'fiscal_year', fiscal_year,
        'projects', projects) order by programme, fiscal_year), '[]') from housing),
    'model_areas', (
      select jsonb_build_object('total', count(*), 'items', coalesce(jsonb_agg(jsonb_build_object(
        'id', model.id, 'theme', theme, 'name_th', model.name_th, 'name_en', model.name_en,
        'since_fiscal_year', since_fiscal_year, 'area', api.area_ref(model.area_code),
        'organization', case when organization.id is not null then jsonb_build_object(
          'id', organization.id, 'name_th', organization.name_th, 'name_en', organization.name_en) end)
        order by model.place) filter (where model.place <= 20), '[]'))
      from model left join organization on organization.id = organization_id and model.place <= 20),
    'lessons', (
      select jsonb_build_object('total', count(*), 'items', coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'title_th', title_th, 'summary_th', summary_th, 'published_on', published_on,
        'area', api.area_ref(area_code), 'model_area_id', model_area_id)
        order by place) filter (where place <= 20), '[]'))
      from taught),
    'declarations', (
      select jsonb_build_object('total', count(*), 'items', coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'title_th', title_th, 'declared_on', declared_on, 'area', api.area_ref(area_code))
        order by place) filter (where place <= 20), '[]'))
      from declared),
    'mechanism', api.mechanism_of(in_place, in_fiscal_year),
    'out_of_year', api.out_of_year(asked.codes, in_place, in_fiscal_year),
    'outline', api.place_outline(in_place),
    'context_outline', api.place_outline(asked.path -> -1 ->> 'code'),
    'sources', (select coalesce(jsonb_agg(api.source_ref(id) order by id), '[]') from used),
    'as_of', api.as_of('{records,coverage}', array[in_place]),
    'small_figures_as_of', (select min(batched_at) from api.place_pools(in_place)),
    'boundary_version', boundary_version.id,
    'sample_records', api.sample_extent(array(select id from used
      where id not in (select source_id from boundary_version where is_current))))
  from asked, boundary_version
  where is_current and asked.place is not null
$$;
