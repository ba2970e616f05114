-- What PostgreSQL lets everybody do in a new database, and nobody who serves has to: large objects, which would be kept for ever;
-- locks that edits and migrations wait for; ending the connections of other servers; lines in the write-ahead log. An account that
-- may not take them away is warned, and they stay as an administrator left them.
do $$
declare
  open_to_all regprocedure;
begin
  for open_to_all in
    select oid from pg_proc
    where has_function_privilege('public', oid, 'execute') and ((pronamespace = 'pg_catalog'::regnamespace
        and (proname ~ '^(lo_|lo(read|write)$|pg_(try_)?advisory_)' or proname in ('pg_terminate_backend', 'pg_logical_emit_message')))
      -- of PostGIS, with the rights of whoever installed it
      or (proname = 'st_estimatedextent' and prosecdef))
  loop
    execute format('revoke execute on function %s from public', open_to_all);
  end loop;
  -- whoever migrates and loads, where that is no superuser
  execute format('grant execute on function pg_advisory_lock(bigint), pg_advisory_xact_lock(bigint), pg_advisory_xact_lock(integer, integer),
    pg_terminate_backend(integer, bigint) to %I', current_user);
end $$;
grant execute on function pg_advisory_xact_lock(bigint), pg_advisory_xact_lock(integer, integer) to phuenthi_keeper;

-- A number that is none, or of no year, would break every answer that has it in it.
alter table target_value
  add constraint target_value__value_is_an_amount check (value <= 1e12),
  add constraint target_value__years_are_ce check (fiscal_year between 1990 and 2200);
alter table target_version
  add constraint target_version__texts_have_a_length check (length(owner) <= 200 and length(note) <= 1000);
