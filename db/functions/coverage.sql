-- Coverage answers, made of kept achievements: one scan of at most 7,500 rows, whatever the level.

-- The areas of one level with their sums. `value` is null when nothing below is known.
create function api.coverage_rows(in_indicator text, in_fiscal_year integer, in_level text, in_within text)
  returns table (
    code text, value numeric, denominator integer, counted integer, not_counted integer, unknown integer,
    not_applicable integer
  )
  language sql stable
as $$
  select left(area_code, case in_level when 'country' then 0 when 'province' then 2 when 'district' then 4 else 6 end),
    sum(value), count(*)::integer,
    count(*) filter (where state = 'counted')::integer,
    count(*) filter (where state = 'not_counted')::integer,
    count(*) filter (where state = 'unknown')::integer,
    count(*) filter (where state = 'not_applicable')::integer
  from achievement
  where indicator_id = in_indicator and fiscal_year = in_fiscal_year
    and (in_within is null or area_code like in_within || '%')
  group by 1
  order by 1
$$;

-- The target that a year works toward, for the country (null) or an area: the next one due, else the last one that
-- was; of its versions the highest.
create function api.target_in_force(in_indicator text, in_area_code text, in_fiscal_year integer)
  returns setof target language sql stable rows 1
as $$
  select * from target
  where indicator_id = in_indicator and area_code is not distinct from in_area_code
  order by fiscal_year < in_fiscal_year, abs(fiscal_year - in_fiscal_year), version desc
  limit 1
$$;

create function api.coverage_total(in_indicator text, in_fiscal_year integer, in_within text)
  returns jsonb language sql stable
as $$
  select jsonb_build_object(
    'value', row.value,
    'denominator', coalesce(row.denominator, 0),
    'denominator_note', jsonb_build_object(
      'th', 'จำนวนตำบลและแขวงที่มีรูปแผนที่ใน ' || boundary_source.title_th,
      'en', 'tambon and khwaeng with a shape in: ' || boundary_source.title_en),
    'ratio', case when indicator.declaration ->> 'kind' = 'coverage' and row.denominator > 0
      then round(row.value / row.denominator, 6) end,
    'target', case when target.id is not null then jsonb_build_object(
      'value', target.value, 'fiscal_year', target.fiscal_year, 'version', target.version,
      'denominator', target.denominator,
      'denominator_note', case when target.denominator is not null then
        jsonb_build_object('th', target.denominator_note_th, 'en', target.denominator_note_en) end,
      'source', jsonb_build_object('id', source.id, 'title_th', source.title_th, 'title_en', source.title_en,
        'publisher', source.publisher)) end,
    'target_ratio', round(row.value / target.value, 6),
    'counted', coalesce(row.counted, 0),
    'not_counted', coalesce(row.not_counted, 0),
    'unknown', coalesce(row.unknown, 0),
    'not_applicable', coalesce(row.not_applicable, 0))
  from indicator
  join boundary_version boundary on boundary.is_current
  join source boundary_source on boundary_source.id = boundary.source_id
  left join api.coverage_rows(in_indicator, in_fiscal_year,
    case coalesce(length(in_within), 0) when 0 then 'country' when 2 then 'province' when 4 then 'district' else 'tambon' end,
    in_within) row on true
  left join api.target_in_force(in_indicator, in_within, in_fiscal_year) target on true
  left join source on source.id = target.source_id
  where indicator.id = in_indicator
$$;

-- When the figures last changed, and whether anything behind them is made up.
create function api.coverage_standing()
  returns table (boundary_version text, as_of timestamptz, sample boolean) language sql stable
as $$
  select id,
    (select max(changed_at) from data_version where topic in ('coverage', 'boundary')),
    exists (select from source where source.is_sample and (
      exists (select from organization where organization.source_id = source.id)
      or exists (select from plan where plan.source_id = source.id)
      or exists (select from housing_project where housing_project.source_id = source.id)))
  from boundary_version where is_current
$$;

-- The compact answer for one indicator, year and level. Null while no boundaries are loaded.
create function api.coverage_answer(in_indicator text, in_fiscal_year integer, in_level text, in_within text)
  returns jsonb language sql stable
as $$
  select jsonb_build_object(
    'indicator', in_indicator, 'fiscal_year', in_fiscal_year, 'level', in_level, 'within', in_within,
    'boundary_version', standing.boundary_version, 'as_of', standing.as_of, 'sample', standing.sample,
    'codes', coalesce(jsonb_agg(row.code order by row.code) filter (where row.code is not null), '[]'),
    'values', coalesce(jsonb_agg(row.value order by row.code) filter (where row.code is not null), '[]'),
    'denominators', coalesce(jsonb_agg(row.denominator order by row.code) filter (where row.code is not null), '[]'),
    'targets', coalesce(jsonb_agg(target.value order by row.code) filter (where row.code is not null), '[]'),
    'not_applicable', coalesce(jsonb_agg(row.code order by row.code)
      filter (where row.not_applicable = row.denominator), '[]'),
    'total', api.coverage_total(in_indicator, in_fiscal_year, in_within))
  from api.coverage_standing() standing
  left join api.coverage_rows(in_indicator, in_fiscal_year, in_level, in_within) row on true
  left join (
    select distinct on (area_code) area_code, value from target
    where indicator_id = in_indicator
    order by area_code, fiscal_year < in_fiscal_year, abs(fiscal_year - in_fiscal_year), version desc
  ) target on target.area_code = row.code
  group by standing.boundary_version, standing.as_of, standing.sample
$$;

-- Every tambon inside the area, in the one list its state names.
create function api.coverage_explanation(in_indicator text, in_fiscal_year integer, in_code text)
  returns jsonb language sql stable
as $$
  with
  listed as (
    select achievement.state, jsonb_agg(jsonb_build_object(
        'code', area.code, 'level', area.level, 'name_th', area.name_th, 'name_en', area.name_en,
        'value', achievement.value, 'reason', achievement.reason,
        'reason_text', case
          when report.reason_th is not null and achievement.state = 'not_applicable'
            then jsonb_build_object('th', report.reason_th, 'en', report.reason_en)
          else indicator.declaration -> 'reasons' -> achievement.reason end)
      order by area.code) as areas
    from achievement
    join indicator on indicator.id = achievement.indicator_id
    join area on area.code = achievement.area_code
    left join area_report report on report.area_code = achievement.area_code
      and report.fiscal_year = achievement.fiscal_year
      and report.dataset = case indicator.declaration -> 'depends_on' ->> 0
        when 'housing_project' then 'housing' else indicator.declaration -> 'depends_on' ->> 0 end
    where achievement.indicator_id = in_indicator and achievement.fiscal_year = in_fiscal_year
      and (in_code is null or achievement.area_code like in_code || '%')
    group by achievement.state
  ),
  whole as (select api.coverage_total(in_indicator, in_fiscal_year, in_code) as total)
  select jsonb_build_object(
    'indicator', indicator.id, 'fiscal_year', in_fiscal_year,
    'area', (select jsonb_build_object('code', code, 'level', level, 'name_th', name_th, 'name_en', name_en)
             from area where code = in_code),
    'boundary_version', standing.boundary_version, 'as_of', standing.as_of, 'sample', standing.sample,
    'rule', indicator.declaration -> 'rule',
    'state', case
      when (total ->> 'counted')::integer > 0 then 'counted'
      when (total ->> 'not_counted')::integer > 0 then 'not_counted'
      when (total ->> 'unknown')::integer > 0 then 'unknown'
      else 'not_applicable' end,
    'total', total,
    'counted', coalesce((select areas from listed where state = 'counted'), '[]'),
    'not_counted', coalesce((select areas from listed where state = 'not_counted'), '[]'),
    'unknown', coalesce((select areas from listed where state = 'unknown'), '[]'),
    'not_applicable', coalesce((select areas from listed where state = 'not_applicable'), '[]'))
  from indicator, whole, api.coverage_standing() standing
  where indicator.id = in_indicator
$$;
