-- When a step of the ladder counts, for target 1.1. In one place: the indicator, the plan's own card and what similar tambon
-- did all ask here, of steps that stand. `partner_sector` is that of the step's partner; null where none is named, and the rung
-- alone says who.

-- Whether a step has come as far as a state, or further.
create function api.has_reached(link in_force.plan_item_link, in_state text) returns boolean language sql immutable parallel safe as $$
  select api.state_height(link.state) >= api.state_height(in_state)
$$;

-- Included in the plan of a state agency or local authority, above the community. Linked needs the evidence as well.
create function api.link_is_included(link in_force.plan_item_link, partner_sector text) returns boolean
  language sql immutable parallel safe
as $$
  select api.link_says_included(link) and coalesce(partner_sector, 'state') = 'state'
$$;

create function api.link_is_linked(link in_force.plan_item_link, partner_sector text) returns boolean
  language sql immutable parallel safe
as $$
  select api.link_is_included(link, partner_sector) and link.evidence is not null
$$;

-- Included in somebody's plan, an agency's or not.
create function api.link_says_included(link in_force.plan_item_link) returns boolean language sql immutable parallel safe as $$
  select link.rung <> 'community' and api.has_reached(link, 'included')
$$;

-- An agency or any partner has granted budget, staff or materials; asking for them is not enough, nor is the
-- community's own help. A budget counts by its amount: without one on record nobody can say that it came.
create function api.link_is_supported(link in_force.plan_item_link) returns boolean language sql immutable parallel safe as $$
  select (link.rung <> 'community' or link.partner_id is not null) and api.has_reached(link, 'accepted')
    and (link.support_kind in ('staff', 'materials') or (link.support_kind = 'budget' and link.granted_thb > 0))
$$;

-- Budget is recorded as granted, but not how much. A step that is funded without a word of what by is funded by budget.
create function api.link_has_no_amount(link in_force.plan_item_link) returns boolean language sql immutable parallel safe as $$
  select link.granted_thb is null and (link.rung <> 'community' or link.partner_id is not null)
    and ((link.support_kind = 'budget' and api.has_reached(link, 'funded'))
      or (link.support_kind is null and link.state = 'funded'))
$$;
