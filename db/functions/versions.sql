-- Versions that caches and ETags are keyed by. A topic is what answers are made of: boundary (areas and reference data), a kind of
-- record ("plan") or all of them ("records"), an indicator's figures ("coverage plans-linked") or all figures ("coverage"). Alone it
-- moves with every edit; of a province ("plan@50") with edits there, and @TH with what is felt everywhere.
-- A version is the number of the edit that moved it last: drawn once a transaction from the row `edit`, which the next edit waits
-- for, so that no number is seen before a lower one.

create function api.at_places(in_topics text[], in_places text[]) returns text[] language sql immutable as $$
  select array(
    select topic from unnest(in_topics) topic
    union select topic || '@' || place from unnest(in_topics) topic, unnest(in_places) place)
$$;

-- What an answer of these topics is made of that is of these places: null, or a place that is in no one province, is everywhere.
-- server/src/data-version.ts says the same of an answer that it keeps.
create function api.topics_of(in_topics text[], in_within text[]) returns text[] language sql immutable as $$
  select case when in_within is null or exists (select from unnest(in_within) place where place !~ '^[0-9]') then in_topics
    else array(select topic || '@' || place from unnest(in_topics) topic,
      (select 'TH' union select left(code, 2) from unnest(in_within) code) listed(place)) end
$$;

-- When something of these last changed.
create function api.as_of(in_topics text[], in_within text[]) returns timestamptz language sql stable as $$
  select max(recorded_at) from data_version where topic = 'boundary' or topic = any (api.topics_of(in_topics, in_within))
$$;

-- In the transaction of the edit. A note after commit has servers read which topics moved: what it says itself is not believed,
-- for anybody may send one. in_is_erasure: nobody may be given once more what was made before it.
create function api.move_versions(in_topics text[], in_is_erasure boolean default false) returns void language plpgsql as $$
declare
  edit data_version;
begin
  -- the time of the edit and not of its transaction's beginning, which may lie before an edit that is in force already
  update data_version set version = version + 1, changed_at = clock_timestamp(), recorded_at = clock_timestamp()
  where topic = 'edit' and xmin <> pg_current_xact_id()::xid;
  select * into edit from data_version where topic = 'edit';
  insert into data_version as kept (topic, version, changed_at, recorded_at)
  select distinct topic, edit.version, edit.changed_at, edit.recorded_at
  from unnest(in_topics || case when in_is_erasure then '{erasure}'::text[] end) topic
  on conflict (topic) do update
    set version = excluded.version, changed_at = excluded.changed_at, recorded_at = excluded.recorded_at
    where kept.version <> excluded.version;
  -- a server of an earlier release, beside this one while it is replaced, takes the line: read everything
  if found then
    perform pg_notify('phuenthi_data',
      concat(edit.version, ' ', floor(extract(epoch from edit.changed_at) * 1000), case when in_is_erasure then ' erasure' end, e'\n*'));
  end if;
end $$;

-- tg_argv: the topics, wherever it was.
create function api.move_versions_everywhere() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform api.move_versions(api.at_places(tg_argv, '{TH}'));
  return null;
end $$;

-- Reference data. Records move versions by their declarations (record-triggers.sql).
do $$
declare
  watched text;
begin
  foreach watched in array array['boundary_version', 'region', 'region_province', 'local_authority', 'local_authority_area',
    'place_nickname', 'source', 'indicator', 'denominator']
  loop
    execute format('create trigger version after insert or update or delete or truncate on %I
      for each statement execute function api.move_versions_everywhere(''boundary'')', watched);
  end loop;
end $$;

-- Figures that are kept: a row's indicator, and the province whose answers can have it in them. What is of no one province, as a
-- region's sum of small cells, is in the country's answers alone.
create function api.move_coverage(in_indicators text[], in_provinces text[]) returns void language sql as $$
  select api.move_versions(array_agg(topic))
  from (
    select distinct unnest(api.at_places(array['coverage', 'coverage ' || indicator], array_remove(array[province], null))) as topic
    from unnest(in_indicators, in_provinces) touched(indicator, province)
  ) listed
  having count(*) > 0
$$;

create function api.pooled_amount_changed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  -- they are in the figures of what adds to their indicator too
  execute format('with %s select api.move_coverage(array_agg(indicator.id), array_agg(left(area_code, 2)))
      from (select distinct indicator_id, area_code from touched) pool join indicator on indicator_id = any (api.indicators_in(indicator.id))',
    api.touched_rows(tg_op));
  return null;
end $$;

-- A target is everybody's: shares are of a whole.
create function api.target_changed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  execute format('with %s select api.move_coverage(array_agg(indicator_id), array_agg(''TH''::text)) from touched',
    api.touched_rows(tg_op));
  return null;
end $$;

do $$
declare
  watched record;
begin
  for watched in
    select * from (values ('pooled_amount', 'pooled_amount_changed'), ('target_version', 'target_changed')) listed(table_name, changed),
      unnest(array['insert', 'update', 'delete']) event
  loop
    execute format('create trigger version_%1$s after %1$s on %2$I referencing %3$s for each statement execute function api.%4$I()',
      watched.event, watched.table_name, api.edited_rows(watched.event), watched.changed);
  end loop;
end $$;
