-- The order of the ladder's rungs and of the states of its steps, and how long plans are in force. When a step counts:
-- records/plan-item-link.sql.

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
