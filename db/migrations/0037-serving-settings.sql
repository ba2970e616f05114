-- The role that serves has its settings with it, whoever opens the connection: a pooler lets no startup parameter pass. JIT is for
-- queries of seconds: it takes 200 ms to compile ours of a few.
do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values ('statement_timeout', '10s'), ('jit', 'off')) listed(name, value)
    -- what an administrator chose stays
    where not exists (select from pg_roles, unnest(rolconfig) setting where rolname = 'phuenthi_api' and starts_with(setting, name || '='))
  loop
    execute format('alter role phuenthi_api set %I = %L', wanted.name, wanted.value);
  end loop;
exception
  when insufficient_privilege then
    raise exception 'role phuenthi_api has no settings of its own and this account may not give it any'
      using hint = 'run once as an administrator: ALTER ROLE phuenthi_api SET statement_timeout = ''10s''; ALTER ROLE phuenthi_api SET jit = off;';
  -- a role is every database's: whoever was waited for here was this migration in another one, and has set both
  when unique_violation or internal_error then
    null;
end $$;
