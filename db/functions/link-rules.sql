-- When a step of the ladder counts, for target 1.1. In one place: the indicator, the plan's own card and what similar tambon
-- did all ask here. `partner_sector` is that of the step's partner; null where none is named, and the rung alone says who.

-- How far up the ladder a rung is: 1 is the community. This order and that of the states are those of the lists of codes
-- (server/src/records/codes/ladder.codes.ts), and stand nowhere else in SQL.
create function api.rung_height(in_rung text) returns integer language sql immutable parallel safe as $$
  select array_position(array['community', 'local_authority', 'district', 'province', 'region', 'central'], in_rung)
$$;

-- The states of a step in order, from what leaves the ladder to its top.
create function api.link_states() returns text[] language sql immutable parallel safe as $$
  select array['declined', 'proposed', 'accepted', 'included', 'funded', 'in_progress', 'done']
$$;

-- How high a state stands: 1 is declined. Null for none.
create function api.state_height(in_state text) returns integer language sql immutable parallel safe as $$
  select array_position(api.link_states(), in_state)
$$;

-- Whether a step has come as far as a state, or further.
create function api.has_reached(link plan_item_link, in_state text) returns boolean language sql immutable parallel safe as $$
  select api.state_height(link.state) >= api.state_height(in_state)
$$;

-- Included in the plan of a state agency or local authority, above the community. Linked needs the evidence as well.
create function api.link_is_included(link plan_item_link, partner_sector text) returns boolean
  language sql immutable parallel safe
as $$
  select api.link_says_included(link) and coalesce(partner_sector, 'state') = 'state'
$$;

create function api.link_is_linked(link plan_item_link, partner_sector text) returns boolean
  language sql immutable parallel safe
as $$
  select api.link_is_included(link, partner_sector) and link.evidence is not null
$$;

-- Included in somebody's plan, an agency's or not.
create function api.link_says_included(link plan_item_link) returns boolean language sql immutable parallel safe as $$
  select link.rung <> 'community' and api.has_reached(link, 'included')
$$;

-- The last fiscal year in which a plan is in force: one that was ended is not in force at the end of the year it ended in.
create function api.last_year_of(item plan) returns integer language sql immutable parallel safe as $$
  select least(item.last_fiscal_year,
    extract(year from item.ended_on)::integer - case when item.ended_on <= make_date(extract(year from item.ended_on)::integer, 9, 30)
      then 1 else 0 end)
$$;

-- An agency or any partner has granted budget, staff or materials; asking for them is not enough, nor is the
-- community's own help. A budget counts by its amount: without one on record nobody can say that it came.
create function api.link_is_supported(link plan_item_link) returns boolean language sql immutable parallel safe as $$
  select (link.rung <> 'community' or link.partner_id is not null) and api.has_reached(link, 'accepted')
    and (link.support_kind in ('staff', 'materials') or (link.support_kind = 'budget' and link.granted_thb > 0))
$$;

-- Budget is recorded as granted, but not how much. A step that is funded without a word of what by is funded by budget.
create function api.link_has_no_amount(link plan_item_link) returns boolean language sql immutable parallel safe as $$
  select link.granted_thb is null and (link.rung <> 'community' or link.partner_id is not null)
    and ((link.support_kind = 'budget' and api.has_reached(link, 'funded'))
      or (link.support_kind is null and link.state = 'funded'))
$$;

-- What was granted, of a sum of amounts on record and the steps without one: nothing, a sum, or (null) not known.
create function api.known_grant(in_sum numeric, in_unrecorded bigint) returns numeric
  language sql immutable parallel safe
as $$
  select case when in_unrecorded > 0 then in_sum else coalesce(in_sum, 0) end
$$;
