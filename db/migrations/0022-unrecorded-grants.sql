-- An amount that nobody recorded is not 0 baht. What was granted to a plan is null where no step says how much, and of how
-- many steps it is not known is said beside it.
alter table plan_standing alter column granted_thb drop not null;
alter table plan_standing add column unrecorded_grants integer not null default 0;
alter table plan_standing add constraint plan_standing__unknown_only_if_unrecorded
  check (granted_thb is not null or unrecorded_grants > 0);
comment on column plan_standing.granted_thb is 'Baht on record, of all items; null where budget was granted and no amount is on record';
comment on column plan_standing.unrecorded_grants is 'Steps whose budget was granted without an amount on record';

update plan_standing set unrecorded_grants = unrecorded.steps, granted_thb = unrecorded.granted
from (
  select plan_item.plan_id, sum(link.granted_thb) as granted, count(*) filter (
    where link.granted_thb is null and (link.rung <> 'community' or link.partner_id is not null)
      and ((link.support_kind = 'budget' and link.state in ('funded', 'in_progress', 'done'))
        or (link.support_kind is null and link.state = 'funded'))) as steps
  from plan_item join plan_item_link link on link.plan_item_id = plan_item.id
  group by plan_item.plan_id
) unrecorded
where unrecorded.plan_id = plan_standing.plan_id and unrecorded.steps > 0;
