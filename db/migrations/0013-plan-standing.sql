-- How far a plan has come, kept beside it: lists of plans are filtered and sorted by it. On the table of plans itself each
-- step of an item would rewrite the plan, and count what it counts for once more.
create table plan_standing (
  plan_id uuid primary key references plan on delete cascade,
  best_state text,
  granted_thb numeric(18, 2) not null,
  constraint plan_standing__state_is_known check (
    best_state in ('proposed', 'accepted', 'included', 'funded', 'in_progress', 'done', 'declined')
  ),
  constraint plan_standing__granted_not_negative check (granted_thb >= 0)
);
comment on table plan_standing is
  'Derived by triggers: the furthest state that any item of a plan has reached (null: none was proposed), and baht granted to all of them.';

insert into plan_standing (plan_id, best_state, granted_thb)
select plan.id,
  (array['declined', 'proposed', 'accepted', 'included', 'funded', 'in_progress', 'done'])[max(array_position(
    array['declined', 'proposed', 'accepted', 'included', 'funded', 'in_progress', 'done'], link.state))],
  coalesce(sum(link.granted_thb), 0)
from plan
left join plan_item on plan_item.plan_id = plan.id
left join plan_item_link link on link.plan_item_id = plan_item.id
group by plan.id;

grant select on plan_standing to phuenthi_api;
