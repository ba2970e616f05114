-- Coverage answers, made of kept achievements: by province of their sums, else one scan of at most 8,000 units.

-- The part of an amount that may be known: nothing where all of it is withheld, which is not zero.
create function api.known_part(in_value numeric, in_withheld integer) returns numeric
  language sql immutable parallel safe
as $$
  select case when in_withheld > 0 then nullif(in_value, 0) else in_value end
$$;

-- A figure is told in these parts. `value` is the figure toward the target: null when nothing below is known, or nothing of it
-- may be. `ratio` divides `numerator` by `denominator`, and is there with both or not at all; of an amount they are the parts
-- that lie where both are known, so that `numerator` may be less than `value`: pools are in no part. What is split comes in
-- parts, and nothing but a ratio is rounded. `withheld`: small figures (1 to 4 each) that are in no value here. `should`: all
-- there is to reach, zero too; `reached`: what is known to be reached of that. Both for gaps and shares.
create type api.figure as (
  value numeric, numerator numeric, denominator numeric, ratio numeric, units numeric, counted numeric, not_counted numeric,
  unknown numeric, not_applicable numeric, certainty text, withheld integer, should numeric, reached numeric
);

-- Sums of units (unit_sums, place_sums) and of the pools with them, as a figure. Without units: of pools alone. Put into the
-- query that asks, where a column that is read thrice is worked out thrice: what is dear comes last.
create function api.figure_of(
  in_kind text, in_per numeric, value numeric, set_against numeric, divided numeric, units numeric, counted numeric,
  not_counted numeric, unknown numeric, not_applicable numeric, part_unknown boolean, is_split boolean, withheld integer,
  in_pooled numeric, in_cells bigint
) returns setof api.figure language sql immutable rows 1 parallel safe
as $$
  select trim_scale(api.known_part(amount, summed.withheld)),
    -- one of them alone says nothing
    trim_scale(case when divisor is not null then parts.reached end),
    trim_scale(case when parts.reached is not null then divisor end),
    trim_scale(round(parts.reached * in_per / divisor, 6)),
    trim_scale(summed.units), trim_scale(coalesce(counted, 0)), trim_scale(coalesce(not_counted, 0)),
    trim_scale(coalesce(unknown, 0)), trim_scale(coalesce(not_applicable, 0)),
    case when part_unknown then 'unknown' when is_split then 'split' else 'exact' end,
    summed.withheld,
    case when in_kind = 'sum' then trim_scale(set_against)
      when in_kind = 'coverage' and summed.units > 0 then trim_scale(summed.units - not_applicable) end,
    trim_scale(parts.reached)
  from (
    select coalesce(units, 0) as units, greatest(coalesce(withheld, 0) - coalesce(in_cells, 0), 0)::integer as withheld,
      case when value is null then in_pooled else value + coalesce(in_pooled, 0) end as amount, withheld as withheld_before_pools
  ) summed
  cross join lateral (
    select case when in_kind = 'coverage' then amount else api.known_part(divided, withheld_before_pools) end as reached,
      nullif(case when in_kind = 'coverage' then summed.units else set_against end, 0) as divisor
  ) parts
$$;

-- A code with its figure. `beyond`: the figure is of the part of the place in the set that was asked within.
create type api.coverage_row as (
  code text, value numeric, numerator numeric, denominator numeric, ratio numeric, units numeric, counted numeric,
  not_counted numeric, unknown numeric, not_applicable numeric, certainty text, withheld integer, should numeric, reached numeric,
  beyond boolean
);

-- The codes of one level with their figures; code null is what belongs to none for certain: over all codes, null included, every
-- column adds up to the country's exactly. in_within: a set of places, null for the whole country.
create function api.coverage_rows(in_indicator text, in_fiscal_year integer, in_level text, in_within text[])
  returns setof api.coverage_row language plpgsql stable
as $$
#variable_conflict use_column
declare
  -- read once, not per row: a declaration is long
  kind text;
  per numeric;
  counted_by text;
begin
  select declaration ->> 'kind', (declaration ->> 'per')::numeric, declaration ->> 'counted_by' into kind, per, counted_by
  from indicator where id = in_indicator;
  if api.is_of_units(counted_by, in_level, in_within) then
    return query
      select * from api.figures_of_units(in_indicator, in_fiscal_year, kind, per)
      union all
      select * from api.figure_beside_units(in_indicator, in_fiscal_year, kind, per);
    return;
  end if;
  return query
    with
    of_units as (select * from api.unit_sums(in_indicator, in_fiscal_year, in_level, in_within)),
    of_pools as (
      select placed.code, sum(amount) as amount, sum(cells) as cells
      from api.placed_pools(in_indicator, in_fiscal_year, in_level, in_within) placed
      group by placed.code
    )
    select placed.code, figure.value, figure.numerator, figure.denominator, figure.ratio, figure.units, figure.counted,
      figure.not_counted, figure.unknown, figure.not_applicable,
      case when figure.certainty = 'exact' and outside is not null then 'split' else figure.certainty end,
      figure.withheld, figure.should, figure.reached, outside is not null
    from of_units
    full join of_pools on coalesce(of_pools.code, '') = coalesce(of_units.code, '')
    cross join lateral (select coalesce(of_units.code, of_pools.code) as code) placed
    cross join lateral api.figure_of(kind, per, of_units.value, set_against, divided, of_units.units, of_units.counted,
      of_units.not_counted, of_units.unknown, of_units.not_applicable, part_unknown, is_split, of_units.withheld,
      of_pools.amount, of_pools.cells) figure
    left join api.reaching_beyond(in_fiscal_year, in_level, in_within) outside on outside = placed.code
    order by placed.code;
end $$;

-- Whether the codes of a level are the units themselves, of the whole country: nothing to place and nothing to add.
create function api.is_of_units(in_counted_by text, in_level text, in_within text[]) returns boolean
  language sql immutable parallel safe
as $$
  select in_within is null and in_level = in_counted_by and in_level in ('tambon', 'local_authority')
$$;

-- Their figures, by key. Put into the query that asks, as a plain select: a column that it leaves out is not worked out.
create function api.figures_of_units(in_indicator text, in_fiscal_year integer, in_kind text, in_per numeric)
  returns setof api.coverage_row language sql stable
as $$
  select unit.unit_code, figure.*, false
  from (
    select * from achievement
    where indicator_id = in_indicator and fiscal_year = in_fiscal_year and (local_authority_code is not null or length(area_code) = 6)
    -- of codes all collations say the same, and this one says it by bytes
    order by unit_code collate "C"
  ) unit
  cross join lateral api.figure_of(in_kind, in_per, unit.value, case when unit.value is not null then unit.denominator end,
    case when unit.denominator is not null then unit.value end, 1, (state = 'counted')::integer, (state = 'not_counted')::integer,
    (state = 'unknown')::integer, (state = 'not_applicable')::integer, false, false, unit.withheld, null, null) figure
$$;

-- What is in none of them: what lies on the district of a tambon, or is only shown added up.
create function api.figure_beside_units(in_indicator text, in_fiscal_year integer, in_kind text, in_per numeric)
  returns setof api.coverage_row language sql stable
as $$
  select null, figure.*, false
  from (
    select sum(value) as value, sum(denominator) filter (where value is not null) as set_against,
      sum(value) filter (where denominator is not null) as divided, count(*) as units,
      count(*) filter (where state = 'counted') as counted, count(*) filter (where state = 'not_counted') as not_counted,
      count(*) filter (where state = 'unknown') as unknown, count(*) filter (where state = 'not_applicable') as not_applicable,
      sum(withheld)::integer as withheld
    from achievement
    where indicator_id = in_indicator and fiscal_year = in_fiscal_year and local_authority_code is null and length(area_code) < 6
  ) placeless
  cross join (
    select sum(amount) as amount, sum(cells) as cells from api.placed_pools(in_indicator, in_fiscal_year, 'tambon', null)
  ) pooled
  cross join lateral api.figure_of(in_kind, in_per, placeless.value, set_against, divided, placeless.units, placeless.counted,
    placeless.not_counted, placeless.unknown, placeless.not_applicable, false, false, placeless.withheld, amount, cells) figure
  where placeless.units > 0 or cells is not null
$$;

-- What the withheld figures of a place stay below, all together: 5 for one of them, 9 for two. Null: none.
create function api.withheld_below(in_withheld integer) returns integer language sql immutable parallel safe as $$
  select case when in_withheld > 0 then in_withheld * 4 + 1 end
$$;

-- The target that a year works toward, of a place: the next one due, else the last one that was.
create function api.target_in_force(in_indicator text, in_place text, in_fiscal_year integer)
  returns table (
    value numeric, fiscal_year integer, version integer, owner text, denominator_id text, source_id text
  )
  language plpgsql stable rows 1
as $$
#variable_conflict use_column
begin
  return query
    select target_value.value, target_value.fiscal_year, version, owner, denominator_id, source_id
    from target_version join target_value on target_value.target_version_id = target_version.id
    where indicator_id = in_indicator and place_code = in_place
      and version = (select max(version) from target_version where indicator_id = in_indicator)
    order by target_value.fiscal_year < in_fiscal_year, abs(target_value.fiscal_year - in_fiscal_year)
    limit 1;
end $$;

-- The same for every place that has a share.
create function api.target_shares(in_indicator text, in_fiscal_year integer)
  returns table (place_code text, value numeric) language sql stable
as $$
  select distinct on (target_value.place_code) target_value.place_code, target_value.value
  from target_version join target_value on target_value.target_version_id = target_version.id
  where indicator_id = in_indicator
    and version = (select max(version) from target_version where indicator_id = in_indicator)
  order by target_value.place_code, fiscal_year < in_fiscal_year, abs(fiscal_year - in_fiscal_year)
$$;

create function api.source_line(in_id text) returns jsonb language sql stable as $$
  select jsonb_build_object('id', id, 'title_th', title_th, 'title_en', title_en,
    'publisher_th', publisher_th, 'publisher_en', publisher_en)
  from source where id = in_id
$$;

-- What a total is divided by, in words: a published row, the units on record, or the indicator's own amounts.
create function api.denominator_ref(in_indicator text, in_id text, in_units numeric) returns jsonb
  language plpgsql stable
as $$
begin
  return (
    select case
      when declaration ->> 'kind' <> 'coverage' then jsonb_build_object(
        'id', 'amount', 'note', declaration -> 'denominator' -> 'title', 'reference_date', null, 'source', null,
        'parts', '[]'::jsonb)
      when in_id = 'units' then jsonb_build_object(
        'id', 'units', 'reference_date', null, 'parts', '[]'::jsonb,
        'note', case declaration ->> 'counted_by'
          when 'local_authority' then jsonb_build_object('th', 'อปท. ที่มีในทะเบียน: ' || register.title_th,
            'en', 'local authorities in the register: ' || register.title_en)
          when 'province' then jsonb_build_object('th', 'จังหวัดตาม ' || boundary.title_th,
            'en', 'provinces of: ' || boundary.title_en)
          else jsonb_build_object('th', 'ตำบลและแขวงตาม ' || boundary.title_th,
            'en', 'tambon and khwaeng of: ' || boundary.title_en) end,
        'source', case declaration ->> 'counted_by' when 'local_authority' then api.source_line(register.id)
          else api.source_line(boundary.id) end)
      else (
        select jsonb_build_object(
          'id', denominator.id, 'reference_date', denominator.reference_date,
          'source', api.source_line(denominator.source_id),
          'note', jsonb_build_object(
            'th', format('%s · %s (ในทะเบียนมี %s)', denominator.title_th, denominator.note_th, to_char(in_units, 'FM999,999,990')),
            'en', format('%s · %s (%s on record here)', denominator.title_en, denominator.note_en, to_char(in_units, 'FM999,999,990'))),
          'parts', coalesce((
            select jsonb_agg(jsonb_build_object('title', jsonb_build_object('th', part.title_th, 'en', part.title_en),
              'value', part.value) order by part.value desc)
            from denominator part where part.part_of = denominator.id), '[]'))
        from denominator where id = in_id)
    end
    from indicator
    join boundary_version on is_current
    join source boundary on boundary.id = boundary_version.source_id
    left join source register on register.id = (select source_id from local_authority limit 1)
    where indicator.id = in_indicator);
end $$;

-- A set without the areas that lie in another place of it.
create function api.without_covered(in_within text[], in_fiscal_year integer) returns text[] language plpgsql stable as $$
begin
  return (
    with
    held as (
      select place, coalesce(province_code, place) as area
      from unnest(in_within) place
      left join api.regions_in(in_fiscal_year) on region_code = place
      where place ~ '^[0-9]' or province_code is not null
    ),
    covered as (
      select asked.place
      from unnest(in_within) asked(place)
      cross join unnest(array[left(asked.place, 2), left(asked.place, 4), asked.place]) around
      join held on held.area = around and held.place <> asked.place
      where asked.place ~ '^[0-9]'
    )
    select array_agg(distinct place order by place) from unnest(in_within) place where place not in (select place from covered));
end $$;

-- A figure by what was published, which the country is divided by in place of its units on record. Null: nothing was.
create function api.against_published(in_published numeric, value numeric, numerator numeric, denominator numeric, ratio numeric)
  returns table (denominator numeric, ratio numeric) language sql immutable rows 1 parallel safe
as $$
  select case when numerator is not null then coalesce(in_published, denominator) end,
    case when in_published is null then ratio else trim_scale(round(value / in_published, 6)) end
$$;

-- The figure of a set of places, explained; null: of the country. A target is of one place, so several have none.
-- in_denominator: one of those the indicator declares, for the country only.
create function api.coverage_total(
  in_indicator text, in_fiscal_year integer, in_within text[], in_denominator text default null
) returns jsonb language plpgsql stable as $$
begin
  return (
    with
    asked as (
      select indicator.id as indicator_id, declaration, declaration ->> 'kind' as kind,
        case when declaration ->> 'kind' <> 'coverage' then 'amount'
          when in_within is not null then 'units'
          else coalesce(in_denominator, declaration -> 'denominators' ->> 0) end as denominator_id
      from indicator where id = in_indicator
    ),
    found as (
      select * from api.coverage_rows(in_indicator, in_fiscal_year, 'country', in_within)
    ),
    -- the row, divided by the denominator that was asked for
    divided as (
      select asked.*, found.value, found.numerator, found.certainty, found.withheld, coalesce(found.units, 0) as units,
        coalesce(found.counted, 0) as counted, coalesce(found.not_counted, 0) as not_counted,
        coalesce(found.unknown, 0) as unknown, coalesce(found.not_applicable, 0) as not_applicable,
        against.denominator, against.ratio
      from asked
      left join found on true
      left join denominator published on published.id = asked.denominator_id
      cross join lateral api.against_published(published.value, found.value, found.numerator, found.denominator, found.ratio) against
    )
    select jsonb_build_object(
      'value', divided.value, 'numerator', divided.numerator, 'denominator', divided.denominator,
      'denominator_source', case when divided.denominator is not null
        then api.denominator_ref(indicator_id, divided.denominator_id, divided.units) end,
      'denominator_choices', case when kind = 'coverage' and in_within is null then (
        select jsonb_agg(jsonb_build_object(
          'id', choice, 'numerator', divided.value,
          'denominator', case when divided.value is not null then coalesce(published.value, divided.units) end,
          'title', case when published.id is null
            then jsonb_build_object('th', 'จำนวนที่มีบนแผนที่และในทะเบียน', 'en', 'What is on the map and in the register')
            else jsonb_build_object('th', published.title_th, 'en', published.title_en) end,
          'ratio', trim_scale(round(divided.value / nullif(coalesce(published.value, divided.units), 0), 6)))
          order by place)
        from jsonb_array_elements_text(declaration -> 'denominators') with ordinality listed(choice, place)
        left join denominator published on published.id = choice) else '[]' end,
      'ratio', divided.ratio, 'units', divided.units, 'counted', divided.counted, 'not_counted', divided.not_counted,
      'unknown', divided.unknown, 'not_applicable', divided.not_applicable,
      'certainty', coalesce(divided.certainty, 'exact'),
      'withheld_below', api.withheld_below(divided.withheld),
      'target', case when target.value is not null then jsonb_build_object(
        'value', target.value, 'fiscal_year', target.fiscal_year, 'version', target.version, 'owner', target.owner,
        'denominator', of_target.value,
        'denominator_note', case when of_target.id is not null then jsonb_build_object(
          'th', of_target.title_th || ' · ' || of_target.note_th, 'en', of_target.title_en || ' · ' || of_target.note_en) end,
        'source', api.source_line(target.source_id)) end,
      'target_ratio', round(case kind when 'rate' then divided.ratio else divided.value end / nullif(target.value, 0), 6))
    from divided
    cross join (select api.without_covered(in_within, in_fiscal_year) as places offset 0) asked_within
    left join api.target_in_force(in_indicator,
      case when in_within is null then 'TH' when cardinality(places) = 1 then places[1] end, in_fiscal_year) target on true
    left join denominator of_target on of_target.id = target.denominator_id);
end $$;

-- How much of what these sources gave is made up: all, some or none of it. None at all is none.
create function api.sample_extent(in_source_ids text[]) returns text language sql stable as $$
  select case when bool_and(is_sample) then 'all' when bool_or(is_sample) then 'some' else 'none' end
  from source where id = any (in_source_ids)
$$;

create function api.indicator_sources(in_indicator text) returns setof source language sql stable as $$
  select found.* from indicator
  cross join lateral api.record_sources(api.text_array(declaration -> 'depends_on')) found
  where indicator.id = in_indicator
$$;

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
      select jsonb_object_agg(place_code, value) as of_place from api.target_shares(in_indicator, in_fiscal_year)),
    row as materialized (
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
    )
    select left(json_build_object(
        'indicator', in_indicator, 'fiscal_year', in_fiscal_year, 'level', in_level, 'within', in_within,
        'boundary_version', standing.boundary_version, 'as_of', standing.as_of, 'source_date', dated.source_date,
        'source_date_of', dated.source_date_of, 'sample_records', standing.sample_records,
        'unplaced', (
          select json_build_object('units', coalesce(sum(units), 0), 'value', sum(value),
            'withheld_below', api.withheld_below(sum(withheld)::integer))
          from row where code is null),
        'total', api.coverage_total(in_indicator, in_fiscal_year, in_within, in_denominator))::text, -1)
      || concat(',"codes":[', codes, '],"values":[', "values", '],"numerators":[', numerators, '],"denominators":[', denominators,
        '],"ratios":[', ratios, '],"units":[', units, '],"targets":[', targets, '],"not_applicable":[', not_applicable,
        '],"split":[', split, '],"partly_unknown":[', partly_unknown, '],"withheld":', withheld, '}')
    from api.coverage_standing(in_indicator, in_within) standing, api.source_date(in_indicator, in_fiscal_year) dated, (
      select string_agg('"' || code || '"', ',') as codes,
        string_agg(coalesce(value::text, 'null'), ',') as "values",
        string_agg(coalesce(numerator::text, 'null'), ',') as numerators,
        string_agg(coalesce(denominator::text, 'null'), ',') as denominators,
        string_agg(coalesce(ratio::text, 'null'), ',') as ratios,
        string_agg(coalesce(units::text, 'null'), ',') as units,
        string_agg(coalesce(target::text, 'null'), ',') as targets,
        string_agg('"' || code || '"', ',') filter (where units > 0 and not_applicable = units) as not_applicable,
        string_agg('"' || code || '"', ',') filter (where certainty = 'split') as split,
        string_agg('"' || code || '"', ',') filter (where certainty = 'unknown') as partly_unknown,
        coalesce(json_object_agg(code, api.withheld_below(withheld)) filter (where withheld > 0), '{}')::text as withheld
      from row where code is not null
    ) listed);
end $$;
