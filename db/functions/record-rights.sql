-- What the declarations of the kinds say of rights, of codes, of sources and of how the register stands.

-- The role that serves reads what anybody may see, and of a kind with sensitive or small numbers all else by column; the one that keeps
-- figures in step reads everything. None of it is granted by a migration.
create function api.make_record_rights() returns void language plpgsql as $$
declare
  kind record;
  columns text;
  told_of integer;
  link text;
begin
  for kind in select * from api.kinds_in_order() loop
    execute format('revoke all on public.%I from phuenthi_api', kind.id);
    execute format('grant select on public.%1$I, record.%1$I, in_force.%1$I to phuenthi_keeper', kind.id);
    for link in select value ->> 'table' from jsonb_array_elements(kind.declared -> 'links') loop
      execute format('revoke all on public.%I from phuenthi_api', link);
      execute format('grant select on public.%I to phuenthi_keeper', link);
      -- pairs are part of the record: one more is a revision of it
      execute format('grant update (updated_at) on public.%I to phuenthi_keeper', kind.id);
      if (kind.declared ->> 'is_public')::boolean then
        execute format('grant select on public.%I to phuenthi_api', link);
      end if;
    end loop;
    continue when not (kind.declared ->> 'is_public')::boolean;
    execute format('grant select on record.%I to phuenthi_api', kind.id);
    select string_agg(quote_ident(told), ', '), count(*) into columns, told_of from api.told_columns(kind.id, kind.declared) told
      where not api.is_small_count(kind.declared, told);
    if told_of = (select count(*) from pg_attribute where attrelid = format('public.%I', kind.id)::regclass and attnum > 0 and not attisdropped) then
      execute format('grant select on public.%1$I, in_force.%1$I to phuenthi_api', kind.id);
    else
      execute format('grant select (%2$s) on public.%1$I, in_force.%1$I to phuenthi_api', kind.id, columns);
    end if;
  end loop;
end $$;

-- A column of codes takes those of its list: a code that is still in use cannot go. A record lies at areas of its kind's levels.
create function api.make_column_checks() returns void language plpgsql as $$
declare
  kind record;
  coded jsonb;
begin
  for kind in select * from api.kinds_in_order() loop
    for coded in select value from jsonb_array_elements(kind.declared -> 'codes') loop
      execute format('alter table public.%1$I drop constraint if exists %2$I,
          add constraint %2$I check (%3$I = any (%4$L::text[]))',
        kind.id, format('%s__%s_is_known', kind.id, coded ->> 'column'), coded ->> 'column',
        array(select jsonb_array_elements_text(coded -> 'codes')));
    end loop;
    continue when kind.declared -> 'place' ->> 'of' is distinct from 'area';
    execute format('alter table public.%1$I drop constraint if exists %2$I,
        add constraint %2$I check (length(area_code) = any (%3$L::integer[]))',
      kind.id, kind.id || '__lies_at_a_level_of_its_kind',
      (select array_agg(case level when 'province' then 2 when 'district' then 4 else 6 end order by level)
        from jsonb_array_elements_text(kind.declared -> 'place' -> 'levels') level));
  end loop;
end $$;

-- api.record_sources(kinds): the sources that records of these kinds and of their parts name. As the keeper: it tells of a
-- source, never of a person. By index alone: the planner expects a match at once, and of a source without records would read
-- the whole table. Its price for that would call JIT. Planned once: a plan of all kinds takes far longer than their answer.
-- api.record_source_ids(codes): where what anybody may see at these codes comes from.
create function api.make_record_sources() returns void language plpgsql as $$
begin
  execute format($made$
    create function api.record_sources(in_kinds text[]) returns setof source
      language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set jit = off
        set plan_cache_mode = force_generic_plan
    as $found$ begin return query select * from source where %s; end $found$
    $made$,
    (select string_agg(format('(%L::text[] && in_kinds and exists (select from %I where source_id = source.id))',
        array(select jsonb_array_elements_text(declared -> 'line'))::text, id), ' or ' order by id)
      from api.kinds_in_order()));
  execute format($made$
    create function api.record_source_ids(in_codes text[]) returns setof text language plpgsql stable as $found$
    begin
      -- of a few places by their records; of many, all that name a source are read sooner than looked for place by place
      if cardinality(in_codes) < 1000 then
        return query select distinct named.source_id from unnest(in_codes) asked(code) cross join lateral (%1$s) named;
      else
        return query select distinct named.source_id from (select distinct code from unnest(in_codes) code) asked join (%2$s) named using (code);
      end if;
    end $found$
    $made$,
    (select string_agg(one || format(' where %s = asked.code', code_column), ' union all ') from api.records_with_sources()),
    (select string_agg(one, ' union all ') from api.records_with_sources()));
end $$;

-- Whatever lies at a code and names a source, as a question, and by which column.
create function api.records_with_sources() returns table (one text, code_column text) language sql stable as $$
  select format('select source_id, %1$s as code from %2$s', code_column, source_table), code_column
  from (
    values ('area', 'area.code'), ('local_authority_area', 'area_code')
    union all
    select case when declared -> 'place' ->> 'of' = 'local_authority'
        then format('(select %1$I.source_id, area_code from %1$I join local_authority_area using (local_authority_code)) %1$I', id)
        else quote_ident(id) end,
      case when declared -> 'place' ->> 'of' = 'local_authority' then 'area_code' else quote_ident(declared -> 'place' ->> 'column') end
    from api.kinds_in_order()
    where (declared ->> 'is_public')::boolean and jsonb_typeof(declared -> 'place') = 'object'
  ) listed(source_table, code_column)
$$;

-- api.record_counts(codes, year): how many records of each kind that have names lie at these areas, as they stood at the end of the
-- year. What has none says something about an area: reports of completeness alone are as many as all others together.
create function api.make_record_counts() returns void language plpgsql as $$
begin
  execute format($made$
    create function api.record_counts(in_codes text[], in_fiscal_year integer) returns jsonb language plpgsql stable as $counted$
    begin
      return (
        with inside as materialized (select code from unnest(in_codes) code)
        select jsonb_build_object(%s));
    end $counted$
    $made$,
    (select string_agg(format('%1$L, (select count(*) from record.%2$I(in_fiscal_year) join inside on code = area_code)', id, id || '/at'),
        ', ' order by id)
      from api.kinds_in_order()
      where (declared ->> 'is_public')::boolean and declared -> 'place' ->> 'of' = 'area'
        and jsonb_typeof(declared -> 'title') = 'array'));
end $$;

-- api.kinds_standing(): of each kind how many records stand, when one last changed, and where they and their parts come from.
-- As the keeper: of a kind that nobody may see it tells that it is kept, and no number.
create function api.make_kinds_standing() returns void language plpgsql as $$
begin
  execute format($made$
    create function api.kinds_standing() returns table (kind text, count bigint, updated_at timestamptz, sources jsonb, sample_records text)
      language sql stable security definer set search_path = public, pg_temp
    as $found$
      select standing.*, named.*
      from (%s) standing, lateral (select coalesce(jsonb_agg(api.source_ref(id) order by id), '[]'), api.sample_extent(array_agg(id))
        from api.record_sources(array[standing.kind])) named
    $found$
    $made$,
    (select string_agg(format('select %1$L::text as kind, %2$s as count, (select updated_at from %1$I order by change_number desc limit 1)',
        id, case when (declared ->> 'is_public')::boolean then format('(select count(*) from record."%s/at"(null))', id)
          else 'null::bigint' end), ' union all ')
      from api.kinds_in_order()));
end $$;
