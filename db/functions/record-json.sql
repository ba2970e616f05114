-- Organizations and plans as the API and the exports say them.

create function api.organization_item(item organization) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'id', item.id, 'kind', item.kind, 'name_th', item.name_th, 'name_en', item.name_en, 'area_code', item.area_code,
    'area_path', api.area_path(item.area_code, true),
    'registered_on', item.registered_on, 'member_count', api.public_count(item.member_count), 'fund_balance_thb', item.fund_balance_thb,
    'position', case when item.position is not null then jsonb_build_array(
      round(st_x(item.position)::numeric, 6), round(st_y(item.position)::numeric, 6)) end,
    'sample', source.is_sample)
  from source where source.id = item.source_id
$$;

create function api.organization_detail(in_id uuid) returns jsonb language sql stable as $$
  select api.organization_item(organization) || jsonb_build_object(
    'dissolved_on', organization.dissolved_on, 'source_id', organization.source_id,
    'updated_at', organization.updated_at,
    'plans', coalesce((select jsonb_agg(jsonb_build_object('id', plan.id, 'title_th', plan.title_th, 'title_en', plan.title_en) order by plan.title_th)
      from plan where plan.organization_id = organization.id), '[]'))
  from organization where organization.id = in_id
$$;

-- What a plan's items have reached. Linked and supported as the indicator plans-linked reads them.
create function api.plan_figures(item plan) returns jsonb language sql stable as $$
  with
  reached as (
    select plan_item.id, plan_item.asked_thb,
      bool_or(api.link_is_linked(link, partner.sector)) as linked, bool_or(api.link_is_supported(link)) as supported
    from plan_item
    left join plan_item_link link on link.plan_item_id = plan_item.id
    left join partner on partner.id = link.partner_id
    where plan_item.plan_id = item.id
    group by plan_item.id
  )
  select jsonb_build_object(
    'title_th', item.title_th, 'title_en', item.title_en, 'area_code', item.area_code,
    'first_fiscal_year', item.first_fiscal_year, 'last_fiscal_year', item.last_fiscal_year,
    'item_count', (select count(*) from reached),
    'linked_item_count', (select count(*) from reached where linked),
    'linked_and_supported_item_count', (select count(*) from reached where linked and supported),
    'best_state', standing.best_state,
    'asked_thb', (select case when count(*) > 0 then sum(asked_thb) else 0 end from reached),
    'granted_thb', trim_scale(standing.granted_thb),
    'unrecorded_grants', standing.unrecorded_grants,
    'sample', (select is_sample from source where source.id = item.source_id))
  from (select item.id) asked left join plan_standing standing on standing.plan_id = asked.id
$$;

create function api.plan_item_json(item plan) returns jsonb language sql stable as $$
  select api.plan_figures(item) || jsonb_build_object('id', item.id, 'area_path', api.area_path(item.area_code, true))
$$;

create function api.plan_detail(in_id uuid) returns jsonb language sql stable as $$
  select api.plan_item_json(plan) || jsonb_build_object(
    'source_id', plan.source_id, 'updated_at', plan.updated_at,
    'organization', (select jsonb_build_object('id', id, 'name_th', name_th, 'name_en', name_en) from organization
      where organization.id = plan.organization_id),
    'items', coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', plan_item.id, 'item_number', plan_item.item_number, 'theme', plan_item.theme,
        'title_th', plan_item.title_th, 'asked_thb', plan_item.asked_thb,
        'links', coalesce((
          select jsonb_agg(jsonb_build_object(
            'rung', link.rung, 'fiscal_year', link.fiscal_year, 'state', link.state,
            'partner', case when partner.id is not null then jsonb_build_object(
              'name_th', partner.name_th, 'name_en', partner.name_en, 'sector', partner.sector) end,
            'evidence', link.evidence, 'support_kind', link.support_kind, 'decline_reason', link.decline_reason,
            'asked_thb', link.asked_thb, 'granted_thb', link.granted_thb)
            order by link.fiscal_year,
              array_position(array['community', 'local_authority', 'district', 'province', 'region', 'central'], link.rung))
          from plan_item_link link left join partner on partner.id = link.partner_id
          where link.plan_item_id = plan_item.id), '[]'))
        order by plan_item.item_number)
      from plan_item where plan_item.plan_id = plan.id), '[]'))
  from plan where plan.id = in_id
$$;
