-- Which units an edit touches. One function per table, because a transition table has one source; the name of the
-- table it tells is the one that indicators name in depends_on, and children tell the name of their parent.

create function api.before_record_change() returns trigger language plpgsql as $$
begin
  perform api.lock_records();
  return null;
end $$;

-- Records that have an area_code of their own.
create function api.area_record_changed() returns trigger language plpgsql as $$
begin
  perform api.refresh_achievements(tg_table_name, array(select distinct area_code from changed_row));
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

create function api.cooperation_mechanism_changed() returns trigger language plpgsql as $$
begin
  perform api.refresh_achievements('cooperation_mechanism', array(select distinct province_code from changed_row));
  return null;
end $$;

create function api.cooperation_part_changed() returns trigger language plpgsql as $$
begin
  perform api.refresh_achievements('cooperation_mechanism', array(
    select distinct province_code from changed_row
    join cooperation_mechanism on cooperation_mechanism.id = changed_row.mechanism_id));
  return null;
end $$;

create function api.person_part_changed() returns trigger language plpgsql as $$
begin
  perform api.refresh_achievements('person', array(
    select distinct person.area_code from changed_row join person on person.id = changed_row.person_id));
  return null;
end $$;

create function api.quality_review_changed() returns trigger language plpgsql as $$
begin
  perform api.refresh_achievements('quality_review', array(select distinct local_authority_code from changed_row));
  return null;
end $$;

create function api.kpi_report_changed() returns trigger language plpgsql as $$
begin
  if exists (select from changed_row) then
    perform api.refresh_achievements('kpi_report', array['TH']);
  end if;
  return null;
end $$;

-- A report can change any indicator of its dataset.
create function api.area_report_changed() returns trigger language plpgsql as $$
declare
  touched record;
begin
  for touched in select dataset, array_agg(distinct area_code) as codes from changed_row group by dataset loop
    perform api.refresh_indicator(id, units)
    from indicator, lateral (select case declaration ->> 'counted_by'
      when 'province' then api.province_codes(touched.codes) else api.shape_codes(touched.codes) end as units) unit
    where declaration ->> 'dataset' = touched.dataset and units <> '{}';
  end loop;
  return null;
end $$;

-- A list of local authorities that came or went changes what is counted by them.
create function api.local_authority_changed() returns trigger language plpgsql as $$
begin
  perform api.refresh_indicator(id, units)
  from indicator, lateral (
    select array(select code from changed_row intersect select unnest(api.countable_authorities())) as units) unit
  where declaration ->> 'counted_by' = 'local_authority' and units <> '{}';
  return null;
end $$;

do $$
declare
  watched record;
begin
  for watched in
    select * from (values
      ('organization', 'area_record_changed'), ('plan', 'area_record_changed'), ('plan_item', 'plan_item_changed'),
      ('plan_item_link', 'plan_item_link_changed'), ('housing_project', 'area_record_changed'),
      ('need_survey', 'area_record_changed'), ('population', 'area_record_changed'),
      ('cooperation_mechanism', 'cooperation_mechanism_changed'), ('cooperation_member', 'cooperation_part_changed'),
      ('cooperation_pilot_area', 'cooperation_part_changed'), ('community_declaration', 'area_record_changed'),
      ('person', 'area_record_changed'), ('training_result', 'person_part_changed'),
      ('participation', 'person_part_changed'), ('quality_review', 'quality_review_changed'),
      ('kpi_report', 'kpi_report_changed'), ('area_report', 'area_report_changed'),
      ('local_authority', 'local_authority_changed')
    ) listed(table_name, function_name)
  loop
    execute format('create trigger lock_first before insert or update or delete on %I
      for each statement execute function api.before_record_change()', watched.table_name);
    execute format('create trigger refresh_insert after insert on %I referencing new table as changed_row
      for each statement execute function api.%I()', watched.table_name, watched.function_name);
    execute format('create trigger refresh_delete after delete on %I referencing old table as changed_row
      for each statement execute function api.%I()', watched.table_name, watched.function_name);
    -- an edit may move a record from one unit to another: both the old and the new rows count
    execute format('create trigger refresh_update_new after update on %I referencing new table as changed_row
      for each statement execute function api.%I()', watched.table_name, watched.function_name);
    execute format('create trigger refresh_update_old after update on %I referencing old table as changed_row
      for each statement execute function api.%I()', watched.table_name, watched.function_name);
  end loop;
end $$;
