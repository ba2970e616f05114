-- What has been done in a tambon by the end of a fiscal year, for others to learn from: bodies and titles, never persons.

-- The first five of a list and how many there are. The list is in order already.
create function api.first_five(in_items jsonb) returns jsonb language sql immutable parallel safe as $$
  select jsonb_build_object('total', jsonb_array_length(in_items), 'items', jsonb_path_query_array(in_items, '$[0 to 4]'))
$$;

-- Plan items that an agency has included or supported, the furthest first, with whoever did so. Of any plan on record.
create function api.tambon_work(in_code text, in_fiscal_year integer) returns jsonb language sql stable as $$
  with
  -- registered tambon that are drawn here
  home as materialized (select area_code from area_placement where shape_code = in_code),
  step as materialized (
    select plan_item.id, plan_id, plan_item.title_th, theme, link.granted_thb, link.state,
      api.state_height(link.state) as height,
      api.link_is_included(link, partner.sector) or api.link_is_supported(link) as helps,
      case when partner.id is not null then jsonb_build_object(
        'name_th', partner.name_th, 'name_en', partner.name_en, 'sector', partner.sector) end as partner
    from home
    join plan using (area_code)
    join in_force.plan_item on plan_item.plan_id = plan.id
    join in_force.plan_item_link link on link.plan_item_id = plan_item.id and link.fiscal_year <= in_fiscal_year
    left join partner on partner.id = link.partner_id
  ),
  item as (
    select id, plan_id, title_th, theme, max(height) as height, sum(granted_thb) as granted_thb,
      (array_agg(state order by height desc nulls last))[1] as state,
      coalesce(jsonb_agg(distinct partner) filter (where helps and partner is not null), '[]') as partners
    from step
    group by id, plan_id, title_th, theme
    having bool_or(helps)
  )
  select jsonb_build_object(
    'plan_items', (
      select api.first_five(coalesce(jsonb_agg(jsonb_build_object('id', id, 'plan_id', plan_id, 'title_th', title_th,
        'theme', theme, 'state', state, 'granted_thb', coalesce(granted_thb, 0), 'partners', partners)
        order by height desc, granted_thb desc nulls last, title_th collate "th-x-icu", id), '[]'))
      from item),
    'partners', (
      select coalesce(jsonb_agg(partner order by partner ->> 'name_th' collate "th-x-icu"), '[]')
      from (select distinct partner from step where helps and partner is not null) helped),
    'organizations', (
      select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'count', organizations)
        order by organizations desc, kind), '[]')
      from (select kind, count(*) as organizations from api.organizations_serving(in_fiscal_year) where code = in_code
        group by kind) serving),
    'model_areas', (
      select api.first_five(coalesce(jsonb_agg(jsonb_build_object('id', id, 'name_th', name_th, 'name_en', name_en,
        'theme', theme) order by since_fiscal_year desc, name_th collate "th-x-icu", id), '[]'))
      from record."model_area/at"(in_fiscal_year) join home using (area_code)),
    'lessons', (
      select api.first_five(coalesce(jsonb_agg(jsonb_build_object('id', id, 'title_th', title_th)
        order by published_on desc, title_th collate "th-x-icu", id), '[]'))
      from record."lesson/at"(in_fiscal_year) join home using (area_code)))
$$;
