-- The one filter for each kind: record."<kind>/filtered"(filter) answers its rows. Lists, counts, tiles and exports all read
-- records through it, so they agree. What is worked out from the filter stands in a scalar subquery, so that it is worked
-- out once and not per row. record."<kind>/at"(year) answers those that stood at the end of a fiscal year; today without one.

-- Conditions, one to a line of the result, of what the kind has: a place, a life, a title, fields that filter.
create function api.filter_conditions(in_kind text, in_declared jsonb) returns setof text language plpgsql stable as $$
declare
  place jsonb := nullif(in_declared -> 'lies_at', 'null');
  period jsonb := nullif(in_declared -> 'period', 'null');
  filter jsonb;
begin
  if place ->> 'of' = 'local_authority' then
    return next '(filter -> ''within'' is null or ''L'' || item.local_authority_code = any (
      (select api.authorities_in(api.text_array(filter -> ''within'')))::text[]))';
  elsif place is not null then
    return next format('(filter -> ''within'' is null
      or item.%I = any ((select api.codes_within(api.text_array(filter -> ''within'')))::text[]))', place ->> 'column');
  end if;
  -- who asks what changed is told of what ended, too
  return next format('(filter ? ''since'' or %s)',
    api.standing_condition(in_declared, '(filter ->> ''fiscal_year'')::integer'));
  return next '(filter -> ''since'' is null or item.change_number > (filter ->> ''since'')::bigint)';
  if period is not null then
    return next format('(filter -> ''fiscal_year'' is null or (%s))',
      api.period_condition(in_declared, '(filter ->> ''fiscal_year'')::integer'));
  end if;
  if jsonb_typeof(in_declared -> 'title') = 'array' then
    return next '(filter -> ''q'' is null or item.search_key like any ((select api.key_patterns(filter ->> ''q''))::text[]))';
  end if;
  if (in_declared ->> 'has_position')::boolean then
    -- the index compares a little generously; the edges are exact
    return next '(filter -> ''bbox'' is null
      or (item.position && (select api.filter_box(filter))
        and st_x(item.position) between (select api.filter_edge(filter, 0)) and (select api.filter_edge(filter, 2))
        and st_y(item.position) between (select api.filter_edge(filter, 1)) and (select api.filter_edge(filter, 3)))
      or (item.position is null and item.area_code = any ((select api.codes_in_box(api.filter_box(filter)))::text[])))';
  elsif place ->> 'of' in ('area', 'province') then
    return next format('(filter -> ''bbox'' is null or item.%I = any ((select api.codes_in_box(api.filter_box(filter)))::text[]))',
      place ->> 'column');
  end if;
  for filter in select value from jsonb_array_elements(in_declared -> 'filters') loop
    return next format(case
        when jsonb_typeof(filter -> 'link') = 'object'
          then '(filter -> %1$L is null or item.id in (select link.%4$I from public.%5$I link where link.%6$I = (filter ->> %1$L)::uuid))'
        when filter ->> 'column' is null
          then '(filter -> %1$L is null or item.id in (select record.%3$I(api.text_array(filter -> %1$L))))'
        when filter ->> 'type' = 'uuid' then '(filter -> %1$L is null or item.%2$I = (filter ->> %1$L)::uuid)'
        else '(filter -> %1$L is null or item.%2$I = any ((select api.text_array(filter -> %1$L))::text[]))' end,
      filter ->> 'field', coalesce(filter ->> 'column', ''), in_kind || '/' || (filter ->> 'field'),
      filter -> 'link' ->> 'own', filter -> 'link' ->> 'table', filter -> 'link' ->> 'other');
  end loop;
end $$;

create function api.make_record_filters() returns void language plpgsql as $$
declare
  kind record;
begin
  for kind in select * from api.kinds_in_order() where (declared ->> 'is_public')::boolean loop
    execute format($made$
      create function record."%1$s/filtered"(filter jsonb) returns setof record.%1$I language sql stable as $rows$
        select item.* from record.%1$I item where %2$s
      $rows$;
      create function record."%1$s/at"(in_fiscal_year integer) returns setof record.%1$I language sql stable as $rows$
        select item.* from record.%1$I item where %3$s and %4$s
      $rows$
      $made$, kind.id,
      (select string_agg(condition, ' and ') from api.filter_conditions(kind.id, kind.declared) condition),
      api.standing_condition(kind.declared, 'in_fiscal_year'),
      coalesce('(in_fiscal_year is null or ' || nullif(api.period_condition(kind.declared, 'in_fiscal_year'), '') || ')', 'true'));
  end loop;
end $$;
