-- A plan with what its items have come to, by which lists are sorted and filtered (table plan_standing).
create or replace view record.plan as
  select item.*, standing.best_state, coalesce(standing.best_state, 'none') as furthest_state,
    -- what no item was proposed of comes before what was declined
    coalesce(api.state_height(standing.best_state), 0) as state_height,
    trim_scale(standing.granted_thb) as granted_thb, standing.unrecorded_grants,
    case when standing.granted_thb > 0 then 'some' when standing.granted_thb = 0 then 'none' else 'unknown' end as granted
  from plan item left join plan_standing standing on standing.plan_id = item.id;

-- What a plan's items have reached. Linked and supported as the indicator plans-linked reads them.
create function record."plan/figures"(item record.plan) returns jsonb language plpgsql stable as $$
begin
  return (
    select jsonb_build_object(
      'item_count', count(*),
      'linked_item_count', count(*) filter (where linked),
      'linked_and_supported_item_count', count(*) filter (where linked and supported),
      'best_state', item.best_state,
      'asked_thb', case when count(*) > 0 then sum(asked_thb) else 0 end,
      'granted_thb', item.granted_thb,
      'unrecorded_grants', coalesce(item.unrecorded_grants, 0))
    from (
      select plan_item.asked_thb,
        bool_or(api.link_is_linked(link, partner.sector)) as linked, bool_or(api.link_is_supported(link)) as supported
      from in_force.plan_item
      left join in_force.plan_item_link link on link.plan_item_id = plan_item.id
      left join partner on partner.id = link.partner_id
      where plan_item.plan_id = item.id
      group by plan_item.id, plan_item.asked_thb
    ) reached);
end $$;

-- Items and every step of each up the ladder.
create function record."plan/more"(item record.plan) returns jsonb language sql stable as $$
  select jsonb_build_object('items', coalesce((
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
          order by link.fiscal_year, api.rung_height(link.rung))
        from in_force.plan_item_link link left join partner on partner.id = link.partner_id
        where link.plan_item_id = plan_item.id), '[]'))
      order by plan_item.item_number)
    from in_force.plan_item where plan_item.plan_id = item.id), '[]'))
$$;

-- Plans with an item that stands in one of the states.
create function record."plan/state"(in_values text[]) returns setof uuid language sql stable as $$
  select distinct plan_item.plan_id
  from in_force.plan_item_link link join plan_item on plan_item.id = link.plan_item_id
  where link.state = any (in_values)
$$;
