-- What an answer says of an indicator, year and level: all figures, their total, and what they stand on.

-- When the figures of these places last changed, and how much behind this indicator's is made up.
create function api.coverage_standing(in_indicator text, in_within text[])
  returns table (boundary_version text, as_of timestamptz, sample_records text) language plpgsql stable rows 1
as $$
#variable_conflict use_column
begin
  return query
    select id,
      api.as_of(array['coverage ' || in_indicator], in_within),
      api.sample_extent(array(select source.id from api.indicator_sources(in_indicator) source))
    from boundary_version where is_current;
end $$;

-- The compact answer for one indicator, year and level, as the text of its JSON: eight thousand numbers are read by nobody here.
-- Null while no boundaries are loaded. Rows come in the order of their codes, and so do all lists.
create function api.coverage_answer(
  in_indicator text, in_fiscal_year integer, in_level text, in_within text[], in_denominator text default null
) returns text language plpgsql stable as $$
#variable_conflict use_column
declare
  kind text;
  per numeric;
  is_of_units boolean;
begin
  select declaration ->> 'kind', (declaration ->> 'per')::numeric, api.is_of_units(declaration ->> 'counted_by', in_level, in_within)
  into kind, per, is_of_units from indicator where id = in_indicator;
  return (
    with
    -- looked up in, not joined: rows stay in their order
    share as materialized (
      select jsonb_object_agg(place_code, value) as of_place from api.target_shares(in_indicator, in_fiscal_year))
    select left(json_build_object(
        'indicator', in_indicator, 'fiscal_year', in_fiscal_year, 'level', in_level, 'within', in_within,
        'boundary_version', standing.boundary_version, 'as_of', standing.as_of, 'source_date', dated.source_date,
        'source_date_of', dated.source_date_of, 'sample_records', standing.sample_records,
        'small_figures_as_of', api.small_figures_as_of(in_indicator, in_fiscal_year, in_within),
        'unplaced', json_build_object('units', coalesce(units_unplaced, 0), 'value', value_unplaced,
          'withheld_below', api.withheld_below(withheld_unplaced)),
        'total', api.coverage_total(in_indicator, in_fiscal_year, in_within, in_denominator))::text, -1)
      || concat(',"codes":[', codes, '],"values":[', "values", '],"numerators":[', numerators, '],"denominators":[', denominators,
        '],"ratios":[', ratios, '],"units":[', units, '],"targets":[', targets, '],"not_applicable":[', not_applicable,
        '],"split":[', split, '],"partly_unknown":[', partly_unknown, '],"withheld":', withheld, '}')
    from api.coverage_standing(in_indicator, in_within) standing, api.source_date(in_indicator, in_fiscal_year) dated, (
      -- all lists and what lies in no place in one go: kept in between, rows would be written and read twice
      select string_agg('"' || code || '"', ',') as codes,
        string_agg(coalesce(value::text, 'null'), ',') filter (where code is not null) as "values",
        string_agg(coalesce(numerator::text, 'null'), ',') filter (where code is not null) as numerators,
        string_agg(coalesce(denominator::text, 'null'), ',') filter (where code is not null) as denominators,
        string_agg(coalesce(ratio::text, 'null'), ',') filter (where code is not null) as ratios,
        string_agg(coalesce(units::text, 'null'), ',') filter (where code is not null) as units,
        string_agg(coalesce(target::text, 'null'), ',') filter (where code is not null) as targets,
        string_agg('"' || code || '"', ',') filter (where units > 0 and not_applicable = units) as not_applicable,
        string_agg('"' || code || '"', ',') filter (where certainty = 'split') as split,
        string_agg('"' || code || '"', ',') filter (where certainty = 'unknown') as partly_unknown,
        coalesce(json_object_agg(code, api.withheld_below(withheld)) filter (where code is not null and withheld > 0), '{}')::text
          as withheld,
        sum(units) filter (where code is null) as units_unplaced,
        sum(value) filter (where code is null) as value_unplaced,
        (sum(withheld) filter (where code is null))::integer as withheld_unplaced
      from (
        -- no unit has a share
        select code, value, numerator, denominator, ratio, units, not_applicable, certainty, withheld, null::numeric as target
        from api.figures_of_units(in_indicator, in_fiscal_year, kind, per) where is_of_units
        union all
        select code, value, numerator, denominator, ratio, units, not_applicable, certainty, withheld, null
        from api.figure_beside_units(in_indicator, in_fiscal_year, kind, per) where is_of_units
        union all
        select code, value, numerator, denominator, ratio, units, not_applicable, certainty, withheld,
          case when not beyond then (of_place ->> code)::numeric end
        from api.coverage_rows(in_indicator, in_fiscal_year, in_level, in_within) cross join share where not is_of_units
      ) row
    ) listed);
end $$;
