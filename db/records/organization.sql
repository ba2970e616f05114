-- Plans that name the organization as their owner.
create function record."organization/more"(item record.organization) returns jsonb language sql stable as $$
  select jsonb_build_object('plans', coalesce((
    select jsonb_agg(jsonb_build_object('id', plan.id, 'title_th', plan.title_th, 'title_en', plan.title_en) order by plan.title_th)
    from in_force.plan where plan.organization_id = item.id), '[]'))
$$;
