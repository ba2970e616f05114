-- A report can change any indicator of its dataset, whatever that depends on.
create function record."area_report/changed"() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  report record;
begin
  for report in execute format(
    'with %s select dataset, array_agg(distinct area_code) as codes from touched group by dataset', api.touched_rows(tg_op))
  loop
    perform api.refresh_indicator(id, units)
    from indicator, lateral (select case declaration ->> 'counted_by'
      when 'province' then api.province_codes(report.codes) else api.shape_codes(report.codes) end as units) unit
    where declaration ->> 'dataset' = report.dataset and units <> '{}';
  end loop;
  return null;
end $$;
