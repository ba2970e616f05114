-- When a step of the ladder counts, for target 1.1. In one place: the indicator and the plan's own card both ask here.

-- Included in an agency's plan. Linked needs the evidence as well.
create function api.link_is_included(link plan_item_link) returns boolean language sql immutable as $$
  select link.rung <> 'community' and link.state in ('included', 'funded', 'in_progress', 'done')
$$;

create function api.link_is_linked(link plan_item_link) returns boolean language sql immutable as $$
  select link.rung <> 'community' and link.state in ('included', 'funded', 'in_progress', 'done')
    and link.evidence is not null
$$;

-- An agency or partner has granted budget, staff or materials; asking for them is not enough, nor is the
-- community's own help.
create function api.link_is_supported(link plan_item_link) returns boolean language sql immutable as $$
  select link.rung <> 'community' and link.state not in ('proposed', 'declined')
    and (link.support_kind in ('staff', 'materials') or (link.support_kind = 'budget' and link.granted_thb > 0))
$$;
