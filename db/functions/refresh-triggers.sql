-- Which units an edit touches, table by table. A statement's rows come as `touched`: those inserted, deleted, or, of an
-- update, both as they were and as they are, since an edit may move a record from one unit to another.

create function api.before_record_change() returns trigger language plpgsql as $$
begin
  perform api.lock_records();
  return null;
end $$;

-- tg_argv: the table as indicators name it in depends_on, and a query that answers the codes touched.
create function api.after_record_change() returns trigger language plpgsql as $$
declare
  codes text[];
begin
  execute format('with touched as (%s) select array(%s)',
    case tg_op when 'UPDATE' then 'table new_row union all table old_row' when 'INSERT' then 'table new_row'
      else 'table old_row' end,
    tg_argv[1]) into codes;
  if codes <> '{}' then perform api.refresh_achievements(tg_argv[0], codes); end if;
  return null;
end $$;

-- A report can change any indicator of its dataset.
create function api.area_report_changed() returns trigger language plpgsql as $$
declare
  report record;
begin
  for report in execute format(
    'with touched as (%s) select dataset, array_agg(distinct area_code) as codes from touched group by dataset',
    case tg_op when 'UPDATE' then 'table new_row union all table old_row' when 'INSERT' then 'table new_row'
      else 'table old_row' end)
  loop
    perform api.refresh_indicator(id, units)
    from indicator, lateral (select case declaration ->> 'counted_by'
      when 'province' then api.province_codes(report.codes) else api.shape_codes(report.codes) end as units) unit
    where declaration ->> 'dataset' = report.dataset and units <> '{}';
  end loop;
  return null;
end $$;

do $$
declare
  watched record;
  call text;
begin
  for watched in
    -- table · its name in depends_on, null for a report · the codes touched
    select * from (values
      ('organization', 'organization', 'select distinct area_code from touched'),
      ('plan', 'plan', 'select distinct area_code from touched'),
      ('plan_item', 'plan', 'select distinct plan.area_code from touched join plan on plan.id = touched.plan_id'),
      ('plan_item_link', 'plan', 'select distinct plan.area_code from touched
        join plan_item on plan_item.id = touched.plan_item_id join plan on plan.id = plan_item.plan_id'),
      -- which sector a partner is of decides whether what it includes is linked
      ('partner', 'plan', 'select distinct plan.area_code from touched join plan_item_link on partner_id = touched.id
        join plan_item on plan_item.id = plan_item_id join plan on plan.id = plan_id'),
      ('housing_project', 'housing_project', 'select distinct area_code from touched'),
      ('need_survey', 'need_survey', 'select distinct area_code from touched'),
      ('population', 'population', 'select distinct area_code from touched'),
      ('cooperation_mechanism', 'cooperation_mechanism', 'select distinct province_code from touched'),
      ('cooperation_member', 'cooperation_mechanism', 'select distinct province_code from touched
        join cooperation_mechanism on cooperation_mechanism.id = touched.mechanism_id'),
      ('cooperation_pilot_area', 'cooperation_mechanism', 'select distinct province_code from touched
        join cooperation_mechanism on cooperation_mechanism.id = touched.mechanism_id'),
      ('community_declaration', 'community_declaration', 'select distinct area_code from touched'),
      ('person', 'person', 'select distinct area_code from touched'),
      ('training_result', 'person', 'select distinct person.area_code from touched
        join person on person.id = touched.person_id'),
      ('participation', 'person', 'select distinct person.area_code from touched
        join person on person.id = touched.person_id'),
      ('quality_review', 'quality_review', 'select distinct local_authority_code from touched'),
      -- a list of authorities that came or went changes whatever is counted by them
      ('local_authority', 'quality_review', 'select code from touched'),
      ('kpi_report', 'kpi_report', 'select ''TH'' from touched limit 1'),
      ('area_report', null, null)
    ) listed(table_name, depends_on, codes)
  loop
    call := case when watched.depends_on is null then 'api.area_report_changed()'
      else format('api.after_record_change(%L, %L)', watched.depends_on, watched.codes) end;
    execute format('create trigger lock_first before insert or update or delete on %I
      for each statement execute function api.before_record_change()', watched.table_name);
    execute format('create trigger refresh_insert after insert on %I referencing new table as new_row
      for each statement execute function %s', watched.table_name, call);
    execute format('create trigger refresh_delete after delete on %I referencing old table as old_row
      for each statement execute function %s', watched.table_name, call);
    execute format('create trigger refresh_update after update on %I referencing new table as new_row old table as old_row
      for each statement execute function %s', watched.table_name, call);
  end loop;
end $$;
