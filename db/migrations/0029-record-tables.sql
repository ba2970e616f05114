-- What every table of records has, given to a new one by its migration: a source, a revision, a place in the order of edits, an
-- end with a reason, and of kinds with a title what a search finds it by. Whoever migrates calls it, nobody who serves.
create function add_record_columns(in_table regclass, in_has_title boolean default false) returns void language plpgsql as $$
declare
  named text := (select relname from pg_class where oid = in_table);
begin
  execute format($add$
    alter table %1$s
      add column source_id text not null references source,
      add column revision integer not null default 1,
      add column change_number bigint not null default nextval('record_change'),
      add column ended_on date,
      add column end_reason text,
      add column updated_at timestamptz not null default now(),
      add constraint %2$I check (revision > 0),
      add constraint %3$I check (end_reason is null or (ended_on is not null and btrim(end_reason) <> ''))
    $add$, in_table, named || '__revision_is_positive', named || '__ended_for_a_reason');
  execute format('create index %I on %s (source_id)', named || '__source', in_table);
  execute format('create index %I on %s (change_number)', named || '__change', in_table);
  if in_has_title then
    execute format('alter table %s add column search_key text not null default ''''', in_table);
  end if;
end $$;
revoke execute on function add_record_columns from public;
