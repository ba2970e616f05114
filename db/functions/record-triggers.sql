-- What an edit of any kind of record sets going, in its own transaction: it waits for edits before it, takes its place in
-- their order, brings figures in step and moves the versions that caches are keyed by. All of it is the keeper's work
-- (keeper.sql): whoever edits needs rights on the table alone, and to add records on the sequence record_change.

create function api.before_record_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform api.lock_records();
  return null;
end $$;

create function api.next_revision() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  new.revision := old.revision + 1;
  new.change_number := nextval('record_change');
  new.updated_at := now();
  return new;
end $$;

-- tg_argv: the parent's table and the column that names it.
create function api.take_source_of_parent() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  execute format('select source_id from %I where id = ($1).%I', tg_argv[0], tg_argv[1]) into new.source_id using new;
  return new;
end $$;

-- A pair of a record and what it names, put in or taken out, is an edit of the record: it goes one revision further, unless
-- this very transaction has written it. tg_argv: the kind, and the column of the pair that names the record.
create function api.after_link_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  execute format('with %s update public.%I set updated_at = now() where id in (select %I from touched) and updated_at < now()',
    api.touched_rows(tg_op), tg_argv[0], tg_argv[1]);
  return null;
end $$;

-- tg_argv: the columns of the title.
create function api.set_search_key() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  new.search_key := api.record_key(to_jsonb(new) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[1]);
  return new;
end $$;

-- After a bulk load the planner knows nothing of what came, and takes what stands of a table for a handful: it would read all
-- of it for each place. With the rights of whoever loads: only the owner of a table may look it through, and only he loads so much.
create function api.know_bulk() returns trigger language plpgsql as $$
begin
  if (select count(*) > 1000 from (select from new_row limit 1001) row) then execute format('analyze %s', tg_relid::regclass); end if;
  return null;
end $$;

-- tg_argv: kinds whose figures are touched, as an array, and a query over `touched` (edited-rows.sql) that answers the codes.
create function api.after_record_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  codes text[];
begin
  execute format('with %s select array(%s)', api.touched_rows(tg_op), tg_argv[1]) into codes;
  if codes <> '{}' then perform api.refresh_achievements(tg_argv[0]::text[], codes); end if;
  return null;
end $$;

-- A query over `touched` that answers the places whose figures an edit of the kind can change.
create function api.touched_places(in_kind text, in_declared jsonb) returns text language plpgsql stable as $$
declare
  place jsonb := nullif(in_declared -> 'lies_at', 'null');
  line jsonb := in_declared -> 'line';
  joins text := '';
  child text := 'touched';
  above record;
begin
  if api.record_function(in_kind || '/touches') is not null then
    return format('select record.%I(array(select id from touched))', in_kind || '/touches');
  elsif place is null then
    return 'select ''TH'' from touched limit 1';
  elsif jsonb_typeof(in_declared -> 'place') = 'object' then
    return format('select distinct %I from touched', place ->> 'column');
  end if;
  -- up its line to whoever has the place
  for above in
    select listed.id, declaration, (select part.declaration -> 'parent' ->> 'column' from record_kind part
      where part.id = line ->> (listed.step::integer - 2)) as named_by
    from jsonb_array_elements_text(line) with ordinality listed(id, step) join record_kind on record_kind.id = listed.id
    where step > 1 order by step
  loop
    joins := joins || format(' join %I on %1$I.id = %I.%I', above.id, child, above.named_by);
    child := above.id;
    exit when jsonb_typeof(above.declaration -> 'place') = 'object';
  end loop;
  return format('select distinct %I.%I from touched%s', child, place ->> 'column', joins);
end $$;

-- A query over `touched` that answers the provinces whose answers can tell of the kind's records: where they lie and are drawn, where
-- what they decide about does, and where what names them does.
create function api.touched_provinces(in_kind text, in_declared jsonb) returns text language sql stable as $$
  select concat_ws(' union ',
    case when in_declared -> 'lies_at' ->> 'of' = 'local_authority'
      then format('select province_code from (%s) lying(code) join local_authority using (code)', api.touched_places(in_kind, in_declared))
      else format('select left(unnest(array[code, shape_code]), 2) from (%s) lying(code) left join area_placement on area_code = code',
        api.touched_places(in_kind, in_declared)) end,
    (select string_agg(case when jsonb_typeof(referred -> 'link') = 'object'
        then format('select left(%1$I.%2$I, 2) from touched join %3$I pair on pair.%4$I = touched.id join %1$I on %1$I.id = pair.%5$I',
          namer.id, namer.declaration -> 'place' ->> 'column', referred -> 'link' ->> 'table', referred -> 'link' ->> 'other',
          referred -> 'link' ->> 'own')
        else format('select left(%1$I.%2$I, 2) from touched join %1$I on %1$I.%3$I = touched.id', namer.id,
          namer.declaration -> 'place' ->> 'column', referred ->> 'column') end, ' union ')
      from jsonb_array_elements(in_declared -> 'referred_by') referred
      join record_kind namer on namer.id = referred ->> 'kind' and namer.declaration -> 'place' ->> 'of' = 'area'))
$$;

-- tg_argv: the topics; the kinds whose figures are touched; "with touched as (…)" or nothing, as above; a query over `touched` that
-- answers provinces; whether it lies nowhere; the kind.
create function api.record_versions_moved() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  is_touched boolean;
  is_told_everywhere boolean;
  provinces text[];
begin
  execute format($query$
    with %s
    select * from (
      %s
      select exists (select from touched), array(%s),
        -- with every figure it is told what all of them are made of, and how much of that is made up: a source that came or went
        (select count(*) > 1000 from (select from touched limit 1001) few)
          or exists (select from (select distinct source_id from touched) named where not exists (
            select from %I other where other.source_id = named.source_id and other.id not in (select id from touched)))
    ) told
    $query$, api.touched_rows(tg_op), tg_argv[2], tg_argv[3], tg_argv[5]) into is_touched, provinces, is_told_everywhere;
  if not is_touched then return null; end if;
  -- and of which day the country's are
  is_told_everywhere := is_told_everywhere or tg_argv[1]::text[] && api.dating_kinds();
  provinces := array_remove(array_remove(provinces, 'TH'), null) || case when tg_argv[4]::boolean then '{TH}'::text[] else '{}' end;
  perform api.move_versions(api.at_places(tg_argv[0]::text[], provinces)
    || case when is_told_everywhere then array(
      select unnest(api.at_places(array['coverage', 'coverage ' || id], '{TH}')) from indicator
      where declaration -> 'depends_on' ?| tg_argv[1]::text[]) else '{}' end);
  return null;
end $$;

-- What an edit of a kind's rows, or of the pairs of one of its links, brings in step. @param in_records what puts the records that
-- the pairs are of in the place of the pairs: "with touched as (…)", or nothing
create function api.make_edit_triggers(in_kind text, in_declared jsonb, in_table text, in_records text) returns void
  language plpgsql
as $$
declare
  event text;
  refreshes text[] := array(select jsonb_array_elements_text(in_declared -> 'refreshes'));
  topics text[] := array(
    select unnest(refreshes) as topic union select 'records' union select jsonb_array_elements_text(in_declared -> 'line')
    -- its parts as well: they lie where it lies
    union select id from record_kind where declaration -> 'line' ? in_kind order by topic);
begin
  execute format('create trigger lock_first before insert or update or delete on %I
    for each statement execute function api.before_record_change()', in_table);
  execute format('create trigger know_bulk after insert on %I referencing new table as new_row
    for each statement execute function api.know_bulk()', in_table);
  foreach event in array array['insert', 'update', 'delete'] loop
    if refreshes <> '{}' then
      execute format('create trigger refresh_%1$s after %1$s on %2$I referencing %3$s for each statement execute function %4$s',
        event, in_table, api.edited_rows(event),
        case when api.record_function(in_kind || '/changed') is not null then format('record.%I()', in_kind || '/changed')
          else format('api.after_record_change(%L, %L)', refreshes::text, concat_ws(' ', in_records, api.touched_places(in_kind, in_declared))) end);
    end if;
    execute format('create trigger version_%1$s after %1$s on %2$I referencing %3$s for each statement
        execute function api.record_versions_moved(%4$L, %5$L, %6$L, %7$L, %8$L, %9$L)',
      event, in_table, api.edited_rows(event), topics::text, refreshes::text, in_records, api.touched_provinces(in_kind, in_declared),
      nullif(in_declared -> 'lies_at', 'null') is null, in_kind);
  end loop;
  execute format('create trigger version_truncate after truncate on %I
    for each statement execute function api.move_versions_everywhere(%s)', in_table,
    (select string_agg(quote_literal(topic), ', ') from unnest(topics) topic));
end $$;

create function api.make_record_triggers() returns void language plpgsql as $$
declare
  kind record;
  link record;
  event text;
  title jsonb;
begin
  for kind in select * from api.kinds_in_order() loop
    title := nullif(kind.declared -> 'title', 'null');
    execute format('create trigger set_revision before update on %I
      for each row when (old.* is distinct from new.*) execute function api.next_revision()', kind.id);
    if jsonb_typeof(kind.declared -> 'parent') = 'object' then
      execute format('create trigger set_source before insert on %I for each row when (new.source_id is null)
        execute function api.take_source_of_parent(%L, %L)', kind.id, kind.declared -> 'parent' ->> 'kind',
        kind.declared -> 'parent' ->> 'column');
    end if;
    if title is not null then
      execute format('create trigger set_key before insert or update of %s on %I
        for each row execute function api.set_search_key(%s)',
        (select string_agg(quote_ident(named), ', ') from jsonb_array_elements_text(title) named), kind.id,
        (select string_agg(quote_literal(named), ', ') from jsonb_array_elements_text(title) named));
    end if;
    perform api.make_edit_triggers(kind.id, kind.declared, kind.id, '');
    for link in select * from jsonb_to_recordset(kind.declared -> 'links') listed("table" text, own text) loop
      perform api.make_edit_triggers(kind.id, kind.declared, link."table", format(
        'with touched as (select item.* from public.%I item where item.id in (select %I from touched))', kind.id, link.own));
      foreach event in array array['insert', 'update', 'delete'] loop
        execute format('create trigger revise_%1$s after %1$s on %2$I referencing %3$s for each statement
          execute function api.after_link_change(%4$L, %5$L)', event, link."table", api.edited_rows(event), kind.id, link.own);
      end loop;
    end loop;
  end loop;
end $$;
