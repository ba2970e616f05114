-- Keeps `achievement` what the records say. Each indicator is a function indicator."<id>"(codes, years) that answers
-- one row per unit and year; an edit refreshes only the units it touched, in its own transaction.

-- JIT would take longer to compile these few milliseconds than they last.
-- in_codes: of areas, of local authorities, or TH, as the indicator counts.
create function api.refresh_indicator(in_indicator text, in_codes text[]) returns void
  language plpgsql set jit = off
as $$
declare
  counted_by text;
  years integer[];
  sensitive boolean;
begin
  select declaration ->> 'counted_by', (declaration ->> 'sensitive')::boolean,
      array(select value::integer from jsonb_array_elements_text(declaration -> 'fiscal_years') order by 1)
    into counted_by, sensitive, years
    from indicator where id = in_indicator;
  if counted_by = 'local_authority' then
    delete from achievement where indicator_id = in_indicator and local_authority_code = any (in_codes);
  elsif counted_by = 'country' then
    delete from achievement where indicator_id = in_indicator;
  else
    delete from achievement where indicator_id = in_indicator and area_code = any (in_codes);
  end if;
  if sensitive then
    perform api.refresh_sensitive(in_indicator, in_codes, years);
    return;
  end if;
  -- %I quotes the id, which the table's constraint holds to kebab-case words of a file in db/indicators
  execute format(
    'insert into achievement (indicator_id, fiscal_year, area_code, local_authority_code, value, denominator, state, reason)
     select $1, fiscal_year, case when $4 in (''tambon'', ''province'') then code end,
       case when $4 = ''local_authority'' then code end, value, denominator, state, reason
     from indicator.%I($2, $3)', in_indicator)
    using in_indicator, in_codes, years, counted_by;
end $$;

-- Edits of records wait for each other from before their first row on. Two in one tambon would otherwise both write
-- its achievements, and two that touch several tables would lock data_version in different orders.
create function api.lock_records() returns void language sql as $$ select pg_advisory_xact_lock(7436078) $$;

-- The tambon on the map that a record at area_code belongs to: one, or all of a district's.
create function api.shape_codes(in_codes text[]) returns text[] language sql stable as $$
  select coalesce(array_agg(distinct shape_code), '{}')
  from (
    -- a tambon's own records, by key: a bulk load touches the whole country at once
    select area_placement.shape_code
    from unnest(in_codes) touched(code)
    join area_placement on area_placement.area_code = touched.code
    union all
    -- a district's or province's: every tambon below it
    select area_placement.shape_code
    from unnest(in_codes) touched(code)
    join area_placement on area_placement.area_code like touched.code || '%'
    where length(touched.code) < 6
  ) touched_shape
  where shape_code is not null
$$;

-- Local authorities with an area to count, which those over a whole province are not.
create function api.countable_authorities() returns text[] language sql stable as $$
  select coalesce(array_agg(code order by code), '{}') from local_authority
  where kind not in ('provincial_organization', 'bangkok')
$$;

create function api.province_codes(in_codes text[]) returns text[] language sql stable as $$
  select coalesce(array_agg(distinct area_shape.area_code), '{}')
  from unnest(in_codes) touched(code)
  join area_shape on area_shape.area_code = left(touched.code, 2)
  join boundary_version on boundary_version.id = area_shape.boundary_version_id and is_current
$$;

-- After an edit of a table's records: in_codes of areas, or of local authorities where the records are theirs.
create function api.refresh_achievements(in_table text, in_codes text[]) returns void language plpgsql as $$
declare
  touched record;
  units text[];
begin
  for touched in
    select id, declaration ->> 'counted_by' as counted_by from indicator
    where declaration -> 'depends_on' ? in_table
    order by id
  loop
    units := case touched.counted_by
      when 'tambon' then api.shape_codes(in_codes)
      when 'province' then api.province_codes(in_codes)
      when 'local_authority' then (
        select coalesce(array_agg(code), '{}')
        from (select unnest(in_codes) intersect select unnest(api.countable_authorities())) countable(code))
      else array['TH'] end;
    if units <> '{}' then perform api.refresh_indicator(touched.id, units); end if;
  end loop;
end $$;

create function api.refresh_all_achievements() returns void language plpgsql as $$
declare
  tambon text[];
  provinces text[];
begin
  select array_agg(area_code order by area_code) filter (where level = 'tambon'),
      array_agg(area_code order by area_code) filter (where level = 'province')
    into tambon, provinces
    from area_shape where boundary_version_id = (select id from boundary_version where is_current);
  perform api.lock_records();
  delete from achievement;
  delete from small_cell;
  delete from pooled_amount;
  if tambon is null then return; end if;
  perform api.refresh_indicator(id, case declaration ->> 'counted_by'
    when 'tambon' then tambon when 'province' then provinces
    when 'local_authority' then api.countable_authorities() else array['TH'] end)
  from indicator;
end $$;
