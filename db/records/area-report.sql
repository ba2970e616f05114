-- A report can change any indicator of its dataset, whatever that depends on.
create function record."area_report/changed"() returns trigger language plpgsql as $$
declare
  report record;
begin
  for report in execute format(
    'with touched as (%s) select dataset, array_agg(distinct area_code) as codes from touched group by dataset',
    case tg_op when 'UPDATE' then 'table new_row union all table old_row' when 'INSERT' then 'table new_row'
      else 'table old_row' end)
  loop
    perform api.know_bulk(tg_relid, cardinality(report.codes));
    perform api.refresh_indicator(id, units)
    from indicator, lateral (select case declaration ->> 'counted_by'
      when 'province' then api.province_codes(report.codes) else api.shape_codes(report.codes) end as units) unit
    where declaration ->> 'dataset' = report.dataset and units <> '{}';
  end loop;
  return null;
end $$;
