-- How long plans are in force, and how far they have come (table plan_standing): kept by what their items' steps say.

-- The last fiscal year in which a plan is in force: one that was ended is not in force at the end of the year it ended in.
create function api.last_year_of(item plan) returns integer language sql immutable parallel safe as $$
  select least(item.last_fiscal_year,
    extract(year from item.ended_on)::integer - case when item.ended_on <= make_date(extract(year from item.ended_on)::integer, 9, 30)
      then 1 else 0 end)
$$;

-- What was granted, of a sum of amounts on record and the steps without one: nothing, a sum, or (null) not known.
create function api.known_grant(in_sum numeric, in_unrecorded bigint) returns numeric
  language sql immutable parallel safe
as $$
  select case when in_unrecorded > 0 then in_sum else coalesce(in_sum, 0) end
$$;

create function api.refresh_plan_standing(in_plans uuid[]) returns void language sql as $$
  insert into plan_standing as kept (plan_id, best_state, granted_thb, unrecorded_grants)
  select plan.id, (api.link_states())[max(api.state_height(link.state))],
    api.known_grant(sum(link.granted_thb), count(*) filter (where api.link_has_no_amount(link))),
    count(*) filter (where api.link_has_no_amount(link))
  from unnest(in_plans) touched
  join plan on plan.id = touched
  left join in_force.plan_item on plan_item.plan_id = plan.id
  left join in_force.plan_item_link link on link.plan_item_id = plan_item.id
  group by plan.id
  on conflict (plan_id) do update set best_state = excluded.best_state, granted_thb = excluded.granted_thb,
      unrecorded_grants = excluded.unrecorded_grants
    where (kept.best_state, kept.granted_thb, kept.unrecorded_grants)
      is distinct from (excluded.best_state, excluded.granted_thb, excluded.unrecorded_grants)
$$;

-- tg_argv: a query over `touched` (edited-rows.sql) that answers the plans.
create function api.plan_stands_elsewhere() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  plans uuid[];
begin
  execute format('with %s select array(%s)', api.touched_rows(tg_op), tg_argv[0]) into plans;
  if plans <> '{}' then perform api.refresh_plan_standing(plans); end if;
  return null;
end $$;

do $$
declare
  watched record;
begin
  -- a plan that goes takes its standing along
  for watched in
    select * from (values
      ('plan', 'insert', 'select id from touched'),
      ('plan_item', 'delete', 'select distinct plan_id from touched'),
      ('plan_item', 'update', 'select distinct plan_id from touched'),
      ('plan_item_link', 'insert', 'select distinct plan_id from touched join plan_item on plan_item.id = plan_item_id'),
      ('plan_item_link', 'delete', 'select distinct plan_id from touched join plan_item on plan_item.id = plan_item_id'),
      ('plan_item_link', 'update', 'select distinct plan_id from touched join plan_item on plan_item.id = plan_item_id')
    ) listed(table_name, event, plans)
  loop
    execute format('create trigger stand_%s after %s on %I referencing %s for each statement
        execute function api.plan_stands_elsewhere(%L)',
      watched.event, watched.event, watched.table_name, api.edited_rows(watched.event), watched.plans);
  end loop;
end $$;
