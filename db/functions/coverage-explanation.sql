-- Why a figure is what it is: every unit of the place in the one list its state names; of a single unit, each
-- condition of the rule with the records that meet it.

-- A record that does not meet its condition, and why not: a code, which the page puts into words, with the day or the
-- fiscal year that decides.
create function api.falls_short(in_record jsonb, in_why text, in_on date default null, in_fiscal_year integer default null)
  returns jsonb language sql immutable parallel safe
as $$
  select in_record || jsonb_build_object('falls_short',
    jsonb_build_object('why', in_why, 'on', in_on, 'fiscal_year', in_fiscal_year))
$$;

-- One record as the list of a condition; an empty list for none.
create function api.listed(in_record jsonb) returns jsonb language sql immutable parallel safe as $$
  select case when in_record is null then '[]' else jsonb_build_array(in_record) end
$$;

-- Conditions of one unit, from the indicator's own function where it has one.
create function api.unit_conditions(in_indicator text, in_fiscal_year integer, in_unit text) returns jsonb
  language plpgsql stable
as $$
declare
  conditions jsonb;
begin
  if to_regproc(format('indicator.%I', in_indicator || '/conditions')) is null then return '[]'; end if;
  execute format(
    $query$
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', condition, 'text', declaration -> 'conditions' -> condition, 'met', met, 'found', found, 'wanted', wanted,
        'records', coalesce(records, '[]'))), '[]')
      from indicator, indicator.%I($1, $2)
      where id = $3
    $query$, in_indicator || '/conditions')
    into conditions using ltrim(in_unit, 'L'), in_fiscal_year, in_indicator;
  return conditions;
end $$;

-- Why a unit is in its state, in words: of what lies outside the indicator's scope as its own report says it.
create function api.reason_text(in_reasons jsonb, in_state text, in_reason text, in_own_th text, in_own_en text)
  returns jsonb language sql immutable parallel safe
as $$
  select case when in_state = 'not_applicable' and in_own_th is not null
    then jsonb_build_object('th', in_own_th, 'en', in_own_en)
    else in_reasons -> in_reason end
$$;

create function api.coverage_explanation(in_indicator text, in_fiscal_year integer, in_place text)
  returns jsonb language plpgsql stable
as $$
begin
  return (
    with
    unit as materialized (
      select * from api.placed_units(in_indicator, in_fiscal_year, 'country', api.set_of(in_place)) where weight > 0
    ),
    -- a declaration is long, and would be unpacked for every unit
    declared as materialized (
      select declaration -> 'reasons' as reasons, declaration ->> 'dataset' as dataset from indicator where id = in_indicator
    ),
    listed as (
      select unit.state, jsonb_agg(jsonb_build_object(
          'code', unit.unit_code, 'level', api.place_level(unit.unit_code),
          'name_th', coalesce(area.name_th, local_authority.name_th, 'ประเทศไทย'),
          'name_en', coalesce(area.name_en, local_authority.name_en, 'Thailand'),
          'weight_numerator', unit.weight_numerator, 'weight_denominator', unit.weight_denominator,
          'value', api.known_part(unit.value, unit.withheld),
          -- what the value is divided by, where both are known
          'denominator', case when api.known_part(unit.value, unit.withheld) is not null then unit.denominator end,
          'withheld_below', api.withheld_below(unit.withheld), 'reason', unit.reason,
          'reason_text', api.reason_text(reasons, unit.state, unit.reason, report.reason_th, report.reason_en))
          -- a name alone does not say that it is an authority's
          || case when local_authority.kind is null then '{}' else jsonb_build_object('kind', local_authority.kind) end
        order by unit.unit_code) as units
      from unit
      cross join declared
      -- by key, as most places have few units: the planner, who expects hundreds, would read all areas and authorities
      left join lateral (select * from area where code = unit.unit_code offset 0) area on true
      left join lateral (
        select * from local_authority where unit.unit_code like 'L%' and code = substr(unit.unit_code, 2) offset 0) local_authority on true
      left join in_force.area_report report on report.area_code = unit.unit_code and report.fiscal_year = in_fiscal_year
        and report.dataset = declared.dataset
      group by unit.state
    ),
    -- once, not wherever something is read of it
    whole as materialized (select api.coverage_total(in_indicator, in_fiscal_year, api.set_of(in_place)) as total),
    -- the criteria in force in the year
    criteria as (
      select criterion from indicator, jsonb_array_elements(declaration -> 'criteria') criterion
      where id = in_indicator and (criterion ->> 'from_fiscal_year')::integer <= in_fiscal_year
      order by (criterion ->> 'version')::integer desc limit 1
    )
    select jsonb_build_object(
      'indicator', indicator.id, 'fiscal_year', in_fiscal_year, 'area', api.place_ref(in_place),
      'boundary_version', standing.boundary_version, 'as_of', standing.as_of, 'source_date', dated.source_date,
      'source_date_of', dated.source_date_of, 'sample_records', standing.sample_records,
      'small_figures_as_of', api.small_figures_as_of(in_indicator, in_fiscal_year, api.set_of(in_place)),
      'rule', declaration -> 'rule',
      'criteria', (select jsonb_build_object('version', criterion -> 'version', 'note', criterion -> 'note') from criteria),
      'sources', coalesce((
        select jsonb_agg(api.source_line(source.id) || jsonb_build_object('is_sample', source.is_sample) order by source.id)
        from api.indicator_sources(in_indicator) source), '[]'),
      'state', case
        when (total ->> 'counted')::numeric > 0 then 'counted'
        when (total ->> 'not_counted')::numeric > 0 then 'not_counted'
        when (total ->> 'unknown')::numeric > 0 then 'unknown'
        else 'not_applicable' end,
      'total', total,
      'conditions', case when (select count(*) from unit) = 1 and declaration ->> 'counted_by' = api.place_level(in_place)
        then api.unit_conditions(in_indicator, in_fiscal_year, in_place) else '[]' end,
      'counted', coalesce((select units from listed where state = 'counted'), '[]'),
      'not_counted', coalesce((select units from listed where state = 'not_counted'), '[]'),
      'unknown', coalesce((select units from listed where state = 'unknown'), '[]'),
      'not_applicable', coalesce((select units from listed where state = 'not_applicable'), '[]'))
    from indicator, whole, api.coverage_standing(in_indicator, array[in_place]) standing, api.source_date(in_indicator, in_fiscal_year) dated
    where indicator.id = in_indicator);
end $$;
