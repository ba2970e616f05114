-- Keeps `achievement` what the records say. Each indicator is a function indicator."<id>"(codes, years) that
-- answers one row per tambon and year; an edit refreshes only the tambon it touched, in its own transaction.

-- JIT would take longer to compile these few milliseconds than they last.
create function api.refresh_indicator(in_indicator text, in_codes text[]) returns void
  language plpgsql set jit = off
as $$
declare
  years integer[] := (
    select array_agg(value::integer order by value::integer)
    from indicator, jsonb_array_elements_text(declaration -> 'fiscal_years')
    where id = in_indicator
  );
begin
  delete from achievement where indicator_id = in_indicator and area_code = any (in_codes);
  -- %I quotes the id, which the table's constraint holds to kebab-case words of a file in db/indicators
  execute format(
    'insert into achievement (indicator_id, fiscal_year, area_code, value, state, reason)
     select $1, fiscal_year, area_code, value, state, reason from indicator.%I($2, $3)', in_indicator)
    using in_indicator, in_codes, years;
end $$;

-- Edits of records wait for each other from before their first row on. Two in one tambon would otherwise both write
-- its achievements, and two that touch several tables would lock data_version in different orders.
create function api.lock_records() returns void language sql as $$ select pg_advisory_xact_lock(7436078) $$;

create function api.before_record_change() returns trigger language plpgsql as $$
begin
  perform api.lock_records();
  return null;
end $$;

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

create function api.refresh_achievements(in_table text, in_codes text[]) returns void language plpgsql as $$
declare
  shapes text[] := api.shape_codes(in_codes);
begin
  if shapes = '{}' then return; end if;
  perform api.refresh_indicator(id, shapes) from indicator where declaration -> 'depends_on' ? in_table;
end $$;

create function api.refresh_all_achievements() returns void language plpgsql as $$
declare
  shapes text[] := (
    select array_agg(area_code order by area_code) from area_shape
    where level = 'tambon' and boundary_version_id = (select id from boundary_version where is_current)
  );
begin
  perform api.lock_records();
  delete from achievement;
  if shapes is null then return; end if;
  perform api.refresh_indicator(id, shapes) from indicator;
end $$;

-- ── triggers: one per table and kind of statement, because a transition table has one source ─────────────

create function api.organization_changed() returns trigger language plpgsql as $$
begin
  perform api.refresh_achievements('organization', array(select distinct area_code from changed_row));
  return null;
end $$;

create function api.plan_changed() returns trigger language plpgsql as $$
begin
  perform api.refresh_achievements('plan', array(select distinct area_code from changed_row));
  return null;
end $$;

create function api.plan_item_changed() returns trigger language plpgsql as $$
begin
  perform api.refresh_achievements('plan', array(
    select distinct plan.area_code from changed_row join plan on plan.id = changed_row.plan_id));
  return null;
end $$;

create function api.plan_item_link_changed() returns trigger language plpgsql as $$
begin
  perform api.refresh_achievements('plan', array(
    select distinct plan.area_code
    from changed_row
    join plan_item on plan_item.id = changed_row.plan_item_id
    join plan on plan.id = plan_item.plan_id));
  return null;
end $$;

create function api.housing_project_changed() returns trigger language plpgsql as $$
begin
  perform api.refresh_achievements('housing_project', array(select distinct area_code from changed_row));
  return null;
end $$;

-- A report can change any indicator of its dataset.
create function api.area_report_changed() returns trigger language plpgsql as $$
begin
  perform api.refresh_achievements(
    case dataset when 'housing' then 'housing_project' else dataset end, array_agg(distinct area_code))
  from changed_row group by dataset;
  return null;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['organization', 'plan', 'plan_item', 'plan_item_link', 'housing_project', 'area_report']
  loop
    execute format('create trigger lock_first before insert or update or delete on %I
      for each statement execute function api.before_record_change()', name);
    execute format('create trigger refresh_insert after insert on %I referencing new table as changed_row
      for each statement execute function api.%I()', name, name || '_changed');
    execute format('create trigger refresh_delete after delete on %I referencing old table as changed_row
      for each statement execute function api.%I()', name, name || '_changed');
    -- an edit may move a record from one tambon to another: both the old and the new rows count
    execute format('create trigger refresh_update_new after update on %I referencing new table as changed_row
      for each statement execute function api.%I()', name, name || '_changed');
    execute format('create trigger refresh_update_old after update on %I referencing old table as changed_row
      for each statement execute function api.%I()', name, name || '_changed');
  end loop;
end $$;
