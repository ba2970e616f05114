-- The lists of an explanation as lines of a table, one per unit, in the order of the lists; with what is said once of
-- the whole in every line, so that a line that is copied elsewhere still says what it is.

create function api.explanation_lines(
  in_indicator text, in_fiscal_year integer, in_place text, in_states text[], in_lang text
) returns table (
  code text, level text, kind text, name text, district text, province text, state text, reason text, reason_text text,
  value numeric, unit text, denominator numeric, withheld_below integer, weight_numerator bigint, weight_denominator bigint,
  indicator text, indicator_title text, fiscal_year integer, boundary_version text, as_of text,
  small_figures_as_of text, source_date date, sources text, licences text, sample_records text
)
language sql stable
as $$
  with
  explained as materialized (
    select api.coverage_explanation(in_indicator, in_fiscal_year, in_place) as answer
  ),
  unit as materialized (
    select listed.place, listed.state, unit.*
    from explained,
      unnest(array['counted', 'not_counted', 'unknown', 'not_applicable']) with ordinality listed(state, place),
      jsonb_to_recordset(answer -> listed.state) unit(
        code text, level text, name_th text, name_en text, weight_numerator bigint, weight_denominator bigint,
        value numeric, denominator numeric, withheld_below integer, reason text, reason_text jsonb)
    where in_states is null or listed.state = any (in_states)
  ),
  -- what is said once of the whole: read from the large answer once, and not per line
  whole as materialized (
    select answer ->> 'boundary_version' as boundary_version, answer ->> 'as_of' as as_of,
      answer ->> 'small_figures_as_of' as small_figures_as_of,
      (answer ->> 'source_date')::date as source_date, answer ->> 'sample_records' as sample_records,
      case in_lang when 'th' then sources_th else sources_en end as sources,
      case in_lang when 'th' then licences_th else licences_en end as licences
    from explained,
      api.table_sources(in_indicator, (select exists (select from unit where level = 'local_authority')))
  )
  select unit.code, unit.level, local_authority.kind, case in_lang when 'th' then unit.name_th else unit.name_en end,
    case in_lang when 'th' then district.name_th else district.name_en end,
    case in_lang when 'th' then province.name_th else province.name_en end,
    unit.state, unit.reason, unit.reason_text ->> in_lang, unit.value, indicator.declaration -> 'unit' ->> in_lang,
    unit.denominator, unit.withheld_below, unit.weight_numerator, unit.weight_denominator,
    in_indicator, indicator.declaration -> 'title' ->> in_lang, in_fiscal_year, whole.boundary_version, whole.as_of,
    whole.small_figures_as_of, whole.source_date, whole.sources, whole.licences, whole.sample_records
  from unit cross join whole
  join indicator on indicator.id = in_indicator
  left join local_authority on unit.code like 'L%' and local_authority.code = substr(unit.code, 2)
  left join area province on province.code = coalesce(local_authority.province_code, left(unit.code, 2))
  left join area district on district.code = left(unit.code, 4) and unit.level in ('district', 'tambon')
  order by unit.place, unit.code
$$;
