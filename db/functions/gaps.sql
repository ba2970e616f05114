-- Where the most is left to do: the places of a level, ranked. What is left of a place is what it should reach less what
-- it has reached, never below zero. What it should reach is, by `basis`,
--   target: its share in the target version in force;
--   denominator: of a coverage the units that the indicator applies to; of a sum what it is set against, and then only
--     what was reached where both are known.
-- Every figure is one of coverage_rows of the set of places asked within. Of a place that has only a part in it neither
-- its share of a target nor its persons are beside what is left: both are of the whole place.

-- By what a gap may be measured, the default first; empty for a rate, and for a sum that is set against nothing.
create function api.gap_bases(in_indicator text, in_fiscal_year integer, in_level text) returns text[]
  language sql stable
as $$
  select array_remove(array[
    -- shares are of regions and provinces; every place that has units needs one
    case when declaration ->> 'kind' <> 'rate' and in_level in ('region', 'province') then (
      select case when bool_and(share.place_code is not null) then 'target' end
      from api.coverage_rows(in_indicator, in_fiscal_year, in_level, null) row
      left join api.target_shares(in_indicator, in_fiscal_year) share on share.place_code = row.code
      where row.code is not null and row.units > 0) end,
    case when declaration ->> 'kind' = 'coverage'
      or (declaration ->> 'kind' = 'sum' and declaration ->> 'denominator' is not null) then 'denominator' end], null)
  from indicator where id = in_indicator
$$;

-- Registered persons of each place of a level; none of local authorities, which share tambon.
create function api.persons_by_place(in_fiscal_year integer, in_level text) returns table (code text, persons numeric)
  language sql stable
as $$
  select case in_level when 'region' then region.region_code when 'province' then left(tambon.code, 2)
      when 'district' then left(tambon.code, 4) else tambon.code end, sum(tambon.persons)
  from api.population_of(array(select area_code from area_search where level = 'tambon'), array[in_fiscal_year]) tambon
  left join api.regions_in(in_fiscal_year) region on region.province_code = left(tambon.code, 2)
  where in_level <> 'local_authority'
  group by 1
$$;

-- The places of a level, the most left first; of the same, that with the most persons. reached: null where nothing is
-- known, or nothing of it may be; then all is left. unknown: units that nothing is known of. share, cumulative: of what
-- is left in all that are listed.
create function api.gap_rows(in_indicator text, in_fiscal_year integer, in_level text, in_basis text, in_within text[])
  returns table (
    rank bigint, code text, value numeric, withheld_below integer, should numeric, reached numeric, "left" numeric,
    unknown numeric, persons numeric, certainty text, share numeric, cumulative numeric
  )
  language sql stable
as $$
  with
  -- one row per place: what it should reach and has reached
  measured as (
    select row.code, row.value, row.withheld, row.unknown, row.certainty, persons.persons,
      case when in_basis = 'target' then target.value else row.should end as should,
      case when in_basis = 'target' then row.value else row.reached end as reached
    from api.coverage_rows(in_indicator, in_fiscal_year, in_level, in_within) row
    left join api.target_shares(in_indicator, in_fiscal_year) target on target.place_code = row.code and not row.beyond
    left join api.persons_by_place(in_fiscal_year, in_level) persons on persons.code = row.code and not row.beyond
    where row.code is not null
  ),
  -- greatest passes over null
  compared as (
    select measured.*, case when should is not null then greatest(should - coalesce(reached, 0), 0) end as remaining
    from measured
  ),
  ranked as (
    select compared.*,
      row_number() over (order by remaining desc nulls last, compared.persons desc nulls last, compared.code) as place,
      sum(remaining) over () as whole
    from compared
  )
  select place, ranked.code, ranked.value, api.withheld_below(withheld), ranked.should, ranked.reached, remaining,
    ranked.unknown, ranked.persons, ranked.certainty, trim_scale(round(remaining / nullif(whole, 0), 6)),
    case when remaining is not null
      then trim_scale(round(sum(remaining) over (order by place) / nullif(whole, 0), 6)) end
  from ranked
  order by place
$$;

-- What lies in no place of the level for certain: the part of the gap that no row can say.
create function api.gap_unplaced(
  in_indicator text, in_fiscal_year integer, in_level text, in_basis text, in_within text[]
) returns jsonb language sql stable as $$
  with
  -- small figures that are shown only for an area too large for this level
  pooled as (
    select coalesce(sum(amount), 0) as amount from api.placed_pools(in_indicator, in_fiscal_year, in_level, in_within)
    where code is null and in_basis = 'target'
  ),
  summed as (
    select sum(weight) as units, sum(weight) filter (where state = 'unknown') as unknown,
      case when in_basis = 'denominator' then case declaration ->> 'kind'
        when 'coverage' then sum(weight) filter (where state <> 'not_applicable')
        else sum(placed.denominator * weight) filter (where placed.value is not null) end end as should,
      case when in_basis = 'denominator' and declaration ->> 'kind' = 'sum'
        then sum(placed.value * weight) filter (where placed.denominator is not null)
        else sum(placed.value * weight) end as reached,
      sum(withheld)::integer as withheld
    from indicator
    cross join lateral api.placed_units(in_indicator, in_fiscal_year, in_level, in_within) placed
    where id = in_indicator and placed.code is null
    group by declaration
  )
  select jsonb_build_object(
    'units', coalesce(trim_scale(max(units)), 0), 'unknown', coalesce(trim_scale(max(unknown)), 0),
    'should', trim_scale(max(should)),
    'reached', api.known_part(trim_scale(coalesce(max(reached), 0) + (select amount from pooled)), max(withheld)),
    'withheld_below', api.withheld_below(max(withheld)),
    'left', case when max(should) is not null
      then trim_scale(greatest(max(should) - coalesce(max(reached), 0), 0)) end)
  from summed
$$;

-- Null while no boundaries are loaded. As json and not jsonb: seven thousand rows are written once, and read by nobody here.
create function api.gaps_answer(in_indicator text, in_fiscal_year integer, in_level text, in_basis text, in_within text[])
  returns json language sql stable
as $$
  with
  row as materialized (select * from api.gap_rows(in_indicator, in_fiscal_year, in_level, in_basis, in_within)),
  -- a place as a step of a way down
  step as materialized (
    select code, json_build_object('code', code, 'level', level, 'name_th', name_th, 'name_en', name_en) as ref
    from area where level in ('province', 'district')
  ),
  -- with its names, and the way down to it from the province
  listed as (
    select rank, json_build_object(
      'rank', rank, 'code', row.code, 'level', in_level,
      'name_th', coalesce(area.name_th, region.name_th, local_authority.name_th),
      'name_en', coalesce(area.name_en, region.name_en, local_authority.name_en), 'kind', local_authority.kind,
      'path', case when district.code is not null then json_build_array(province.ref, district.ref)
        when province.code is not null then json_build_array(province.ref) else '[]' end,
      'value', value, 'withheld_below', withheld_below, 'should', should, 'reached', reached, 'left', "left",
      'unknown', unknown, 'persons', persons, 'certainty', certainty, 'share', share, 'cumulative', cumulative) as item
    from row
    left join area on area.code = row.code
    left join region on region.code = row.code
    left join local_authority on 'L' || local_authority.code = row.code
    left join step province on province.code = coalesce(local_authority.province_code, left(row.code, 2))
      and province.code <> row.code
    left join step district on district.code = left(row.code, 4) and in_level = 'tambon'
  )
  select json_build_object(
    'indicator', in_indicator, 'fiscal_year', in_fiscal_year, 'level', in_level, 'within', in_within,
    'basis', in_basis, 'bases', api.gap_bases(in_indicator, in_fiscal_year, in_level),
    'boundary_version', standing.boundary_version, 'as_of', standing.as_of,
    'source_date', dated.source_date, 'source_date_of', dated.source_date_of, 'sample_records', standing.sample_records,
    'small_figures_as_of', api.small_figures_as_of(in_indicator, in_fiscal_year, in_within),
    'target', case when in_basis = 'target' then (
      select json_build_object('version', version, 'fiscal_year', fiscal_year, 'value', value, 'owner', owner,
        'source', api.source_line(source_id))
      from api.target_in_force(in_indicator, 'TH', in_fiscal_year)) end,
    'totals', (
      select json_build_object(
        'places', count(*), 'places_left', count(*) filter (where "left" > 0),
        'should', trim_scale(coalesce(sum(should), 0)),
        'reached', trim_scale(coalesce(sum(reached) filter (where should is not null), 0)),
        'beyond', trim_scale(coalesce(sum(greatest(reached - should, 0)), 0)),
        'left', trim_scale(coalesce(sum("left"), 0)),
        'unknown', trim_scale(coalesce(sum(unknown), 0)))
      from row),
    'unplaced', api.gap_unplaced(in_indicator, in_fiscal_year, in_level, in_basis, in_within),
    'items', (select coalesce(json_agg(item order by rank), '[]') from listed))
  from api.coverage_standing(in_indicator, in_within) standing, api.source_date(in_indicator, in_fiscal_year) dated
$$;
