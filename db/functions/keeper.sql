-- What must see or write more than whoever sets it going is `security definer`: triggers that keep figures in step, the one way
-- to write a target, what is told of records that nobody may read. All of it belongs to phuenthi_keeper, a role that nobody logs
-- in as and that row-level security binds: where a table has policies, it needs one of its own. Called last of all.
create function api.give_to_keeper() returns void language plpgsql as $$
declare
  given record;
begin
  -- a function's owner must be able to make it where it is
  grant create on schema api, record, in_force, tiles, indicator to phuenthi_keeper;
  for given in
    select oid::regprocedure as name, prorettype = 'trigger'::regtype as is_trigger from pg_proc
    where pronamespace::regnamespace::text in ('api', 'record', 'in_force', 'tiles', 'indicator') and prosecdef
  loop
    -- a trigger takes the text of its query from whoever makes it: nobody may make one beside ours
    execute format('revoke execute on function %s from public', given.name);
    if not given.is_trigger then execute format('grant execute on function %s to phuenthi_api', given.name); end if;
    execute format('alter function %s owner to phuenthi_keeper', given.name);
  end loop;
  revoke create on schema api, record, in_force, tiles, indicator from phuenthi_keeper;
end $$;
