-- Every edit bumps its topic's number in the same transaction and tells listening servers after commit.
create function api.bump_version() returns trigger language plpgsql as $$
declare
  bumped bigint;
begin
  -- once per transaction: a cascade over thirty thousand plans would write the row as often
  update data_version set version = version + 1, changed_at = now()
  where topic = tg_argv[0] and xmin <> pg_current_xact_id()::xid
  returning version into bumped;
  if found then perform pg_notify('phuenthi_data', tg_argv[0] || ' ' || bumped); end if;
  return null;
end $$;

create trigger bump after insert or update or delete or truncate on boundary_version
  for each statement execute function api.bump_version('boundary');
create trigger bump after insert or update or delete or truncate on organization
  for each statement execute function api.bump_version('organization');
create trigger bump after insert or update or delete or truncate on plan
  for each statement execute function api.bump_version('plan');
create trigger bump after insert or update or delete or truncate on plan_item
  for each statement execute function api.bump_version('plan');
create trigger bump after insert or update or delete or truncate on plan_item_link
  for each statement execute function api.bump_version('plan');
create trigger bump after insert or update or delete or truncate on achievement
  for each statement execute function api.bump_version('coverage');
create trigger bump after insert or update or delete or truncate on target
  for each statement execute function api.bump_version('coverage');
create trigger bump after insert or update or delete or truncate on indicator
  for each statement execute function api.bump_version('coverage');
