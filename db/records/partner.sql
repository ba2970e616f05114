-- Tambon whose plans a partner includes items of or supports: which sector it is of decides whether those are linked.
create function record."partner/touches"(in_ids uuid[]) returns setof text language sql stable as $$
  select distinct plan.area_code
  from plan_item_link
  join plan_item on plan_item.id = plan_item_id
  join plan on plan.id = plan_id
  where partner_id = any (in_ids)
$$;
