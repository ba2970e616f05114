-- Made of each kind's declaration (table record_kind, from server/src/records): its view, what stands of it, its answers, its
-- filter, its triggers, and the rights of the role that serves. What only SQL can say of a kind is in records/<kind>.sql,
-- which may put columns after those of the view, and gives by name:
--   record."<kind>/figures"(item record.<kind>) → jsonb   computed fields that are no column of the view
--   record."<kind>/more"(item record.<kind>) → jsonb      what one record says beyond its row
--   record."<kind>/<filter>"(in_values text[]) → ids      a filter that is no column of the view
--   record."<kind>/touches"(in_ids uuid[]) → codes        which places' figures an edit touches, where its own place is not it
--   record."<kind>/changed"() → trigger                   where an edit touches figures in another way altogether

create function api.record_function(in_name text) returns regproc language sql stable as $$
  select oid::regproc from pg_proc where pronamespace = 'record'::regnamespace and proname = in_name
$$;

-- Every kind, parents before their parts.
create function api.kinds_in_order() returns table (id text, declared jsonb) language sql stable as $$
  select id, declaration from record_kind order by jsonb_array_length(declaration -> 'line'), id
$$;

-- Of a record called `item`, that it had begun by the end of the fiscal year and was not over: text that %s says the year of.
create function api.period_condition(in_declared jsonb, in_year text) returns text language sql immutable as $$
  select concat_ws(' and ',
    format(case when is_year then 'coalesce(item.%I <= %s, true)' else 'coalesce(item.%I <= make_date(%s, %s), true)' end,
      period ->> 'from', in_year, period ->> 'last_day'),
    case when period ? 'to' then
      format(case when is_year then 'coalesce(item.%I >= %s, true)' else 'coalesce(item.%I >= make_date(%s, %s), true)' end,
        period ->> 'to', in_year, period ->> 'last_day') end)
  from (select in_declared -> 'period' as period, (in_declared -> 'period' ->> 'is_year')::boolean as is_year) declared
  where jsonb_typeof(period) = 'object'
$$;

-- Of a record called `item`, that it stands: one that lasts had not ended by the end of the year, what was stated was never
-- withdrawn.
create function api.standing_condition(in_declared jsonb, in_year text) returns text language sql immutable as $$
  select case when (in_declared ->> 'is_lasting')::boolean then format('api.stands(item.ended_on, %s)', in_year)
    else 'item.ended_on is null' end
$$;

-- Columns of a kind's table that may be told of a single record, as the table has them.
create function api.told_columns(in_kind text, in_declared jsonb) returns setof text language sql stable as $$
  select attname from pg_attribute
  where attrelid = format('public.%I', in_kind)::regclass and attnum > 0 and not attisdropped
    and not in_declared -> 'sensitive' ? attname
  order by attnum
$$;

-- Of these, a count of persons that may be small, of which the row itself is nobody's to read but the keeper's.
create function api.is_small_count(in_declared jsonb, in_column text) returns boolean language sql immutable as $$
  select exists (select from jsonb_array_elements(in_declared -> 'fields') field
    where field ->> 'name' = in_column and (field ->> 'is_small_count')::boolean)
$$;

-- record.<kind>: every row as it may be read, ended ones too, without what is sensitive or small; a part has its parent's place.
-- in_force.<kind>: the rows that stand now, with everything. Neither is read by whoever may not see the kind.
create function api.make_record_views() returns void language plpgsql as $$
declare
  kind record;
  columns text;
  parent jsonb;
begin
  for kind in select * from api.kinds_in_order() loop
    select string_agg(format(case when api.is_small_count(kind.declared, told) then 'api.public_count(item.%1$I) as %1$I' else 'item.%I' end,
        told), ', ')
      into columns from api.told_columns(kind.id, kind.declared) told;
    parent := case when jsonb_typeof(kind.declared -> 'place') = 'null' and jsonb_typeof(kind.declared -> 'lies_at') = 'object'
      then kind.declared -> 'parent' end;
    execute format('create view record.%1$I as select %2$s%3$s from public.%1$I item%4$s', kind.id, columns,
      case when parent is not null then format(', parent.%I', kind.declared -> 'lies_at' ->> 'column') else '' end,
      case when parent is not null then format(' join record.%I parent on parent.id = item.%I', parent ->> 'kind', parent ->> 'column')
        else '' end);
    execute format('create view in_force.%1$I as select item.* from public.%1$I item where %2$s', kind.id,
      api.standing_condition(kind.declared, 'null'));
  end loop;
end $$;

-- Of a lasting record: whether it has not ended by the last day of the fiscal year; without a year, by today.
create function api.stands(in_ended_on date, in_fiscal_year integer) returns boolean language sql stable parallel safe as $$
  select coalesce(in_ended_on > case when in_fiscal_year is null then current_date else make_date(in_fiscal_year, 9, 30) end, true)
$$;

-- "key, value, …" for jsonb_build_object: the fields of a kind that are stored; of many references at once their ids.
create function api.field_pairs(in_declared jsonb) returns text language sql immutable as $$
  select string_agg(format('%L, %s', field ->> 'name', case
      when jsonb_typeof(field -> 'link') = 'object' then format(
        '(select coalesce(jsonb_agg(link.%1$I order by link.%1$I), ''[]'') from public.%2$I link where link.%3$I = item.id)',
        field -> 'link' ->> 'other', field -> 'link' ->> 'table', field -> 'link' ->> 'own')
      when field ->> 'type' = 'amount' then format('trim_scale(item.%I::numeric)', field ->> 'name')
      else format('item.%I', field ->> 'name') end), ', ' order by place)
  from jsonb_array_elements(in_declared -> 'fields') with ordinality listed(field, place)
$$;

-- record."<kind>/row": a record's own words, flat, as exports have them. record."<kind>/item": as lists do, with its path.
-- record."<kind>/detail": one by itself, with the names of what it points to and how many records point to it.
create function api.make_record_answers() returns void language plpgsql as $$
declare
  kind record;
  place jsonb;
  named text;
  related text;
begin
  for kind in select * from api.kinds_in_order() where (declared ->> 'is_public')::boolean loop
    place := nullif(kind.declared -> 'lies_at', 'null');
    execute format($made$
      create function record."%1$s/row"(item record.%1$I) returns jsonb language sql stable as $row$
        select jsonb_build_object('id', item.id%2$s, %3$s)
          || jsonb_build_object('source_id', item.source_id,
            'sample', (select is_sample from source where source.id = item.source_id), 'revision', item.revision,
            'change_number', item.change_number, 'updated_at', item.updated_at, 'ended_on', item.ended_on,
            'end_reason', item.end_reason%4$s%5$s)%6$s
      $row$;
      create function record."%1$s/item"(item record.%1$I) returns jsonb language sql stable as $row$
        select record."%1$s/row"(item)%7$s
      $row$
      $made$,
      kind.id,
      case when jsonb_typeof(kind.declared -> 'parent') = 'object'
        then format(', %L, item.%I', kind.declared -> 'parent' ->> 'column', kind.declared -> 'parent' ->> 'column') else '' end,
      api.field_pairs(kind.declared),
      case when place is not null then format(', %L, item.%I', place ->> 'column', place ->> 'column') else '' end,
      case when (kind.declared ->> 'has_position')::boolean then ', ''position'', case when item.position is not null then
        jsonb_build_array(round(st_x(item.position)::numeric, 6), round(st_y(item.position)::numeric, 6)) end' else '' end,
      case when api.record_function(kind.id || '/figures') is not null
        then format(' || record."%s/figures"(item)', kind.id) else '' end,
      case when place ->> 'of' in ('area', 'province')
        then format(' || jsonb_build_object(''area_path'', api.area_path(item.%I, true))', place ->> 'column') else '' end);

    select string_agg(format(
        case when jsonb_typeof(reference -> 'link') = 'object' then
          '%1$L, (select coalesce(jsonb_agg(%2$s order by named.id), ''[]'') from public.%5$I link
            join record.%3$I named on named.id = link.%7$I where link.%6$I = item.id)'
        else '%1$L, (select %2$s from record.%3$I named where named.id = item.%4$I)' end,
        reference ->> 'named',
        format('jsonb_build_object(''id'', named.id%s)', (select string_agg(format(', %L, named.%I', title, title), '')
          from jsonb_array_elements_text(nullif(reference -> 'title', 'null')) title)),
        reference ->> 'kind', reference ->> 'column',
        reference -> 'link' ->> 'table', reference -> 'link' ->> 'own', reference -> 'link' ->> 'other'), ', ')
      into named from jsonb_array_elements(kind.declared -> 'references') reference;
    select string_agg(format(
        case when jsonb_typeof(referring -> 'link') = 'object' then
          '%1$L, (select count(*) from public.%4$I link join record.%2$I part on part.id = link.%5$I
            where link.%6$I = item.id and part.ended_on is null)'
        else '%1$L, (select count(*) from record.%2$I part where part.%3$I = item.id and part.ended_on is null)' end,
        referring ->> 'collection', referring ->> 'kind', referring ->> 'column',
        referring -> 'link' ->> 'table', referring -> 'link' ->> 'own', referring -> 'link' ->> 'other'), ', ')
      into related from jsonb_array_elements(kind.declared -> 'referred_by') referring;
    execute format($made$
      create function record."%1$s/detail"(in_id uuid) returns jsonb language sql stable as $row$
        select record."%1$s/item"(item) || jsonb_build_object(%2$s)
          || jsonb_build_object('related', jsonb_build_object(%3$s))%4$s
        from record.%1$I item where item.id = in_id
      $row$
      $made$,
      kind.id, coalesce(named, ''), coalesce(related, ''),
      case when api.record_function(kind.id || '/more') is not null then format(' || record."%s/more"(item)', kind.id) else '' end);
  end loop;
end $$;
