-- "topic version ms-since-1970", as servers hear it.
create function api.version_note(in_version data_version) returns text language sql stable as $$
  select concat_ws(' ', in_version.topic, in_version.version, floor(extract(epoch from in_version.changed_at) * 1000))
$$;

-- Every edit bumps the numbers of its topics in the same transaction and tells listening servers after commit.
create function api.bump_version() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  bumped data_version;
begin
  for bumped in
    -- once per transaction: a cascade over thirty thousand plans would write the row as often
    update data_version set version = version + 1, changed_at = now(), recorded_at = now()
    where topic = any (tg_argv) and xmin <> pg_current_xact_id()::xid
    returning data_version.*
  loop
    perform pg_notify('phuenthi_data', api.version_note(bumped));
  end loop;
  return null;
end $$;

-- Reference data and what is kept from it. Records bump by their declarations (record-triggers.sql).
do $$
declare
  watched record;
begin
  for watched in
    select * from (values
      ('boundary_version', 'boundary'), ('region', 'boundary'), ('region_province', 'boundary'),
      ('local_authority', 'boundary'), ('local_authority_area', 'boundary'), ('place_nickname', 'boundary'),
      ('source', 'boundary'),
      ('achievement', 'coverage'), ('indicator', 'coverage'), ('target_version', 'coverage'), ('denominator', 'coverage')
    ) listed(table_name, topic)
  loop
    execute format('create trigger bump after insert or update or delete or truncate on %I
      for each statement execute function api.bump_version(%L)', watched.table_name, watched.topic);
  end loop;
end $$;
