-- The order of the ladder's rungs and of the states of its steps. When a step counts: records/plan-item-link.sql.

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
