-- Tambon that are like one another, so that one that does not count yet finds five that do. Gower similarity: the mean
-- of up to four parts of equal weight, 0 to 1 each; a part that is not known of one of the two is left out.

-- What tambon are compared by, one row per tambon on the map. Null: nobody knows. That there is no organization is known
-- from a report alone. 1 to 4 persons stay unknown here too: a similarity would give them away.
create function api.tambon_measures(in_fiscal_year integer)
  returns table (
    code text, persons integer, authority_kinds text[], organization_kinds text[], region_code text, point geometry
  )
  language sql stable
as $$
  with
  shape as materialized (
    select area_code as code, area_shape.point from area_shape
    where level = 'tambon' and boundary_version_id = (select id from boundary_version where is_current)
  ),
  authority as (
    select shape_code as code, array_agg(distinct kind order by kind) as kinds
    from local_authority_area
    join area_placement using (area_code)
    join local_authority on local_authority.code = local_authority_code
    where kind not in ('provincial_organization', 'bangkok')
    group by shape_code
  ),
  organized as (
    select serving.code, array_agg(distinct kind order by kind) as kinds
    from api.organizations_serving(in_fiscal_year) serving
    group by serving.code
  )
  select shape.code, nullif(api.public_count(people.persons::integer), 0), authority.kinds,
    coalesce(organized.kinds, case when report.state = 'complete' then '{}'::text[] end), region.region_code, shape.point
  from shape
  left join api.population_of(array(select shape.code from shape), array[in_fiscal_year]) people on people.code = shape.code
  left join authority on authority.code = shape.code
  left join organized on organized.code = shape.code
  left join in_force.area_report report
    on report.area_code = shape.code and report.fiscal_year = in_fiscal_year and report.dataset = 'organization'
  left join api.regions_in(in_fiscal_year) region on region.province_code = left(shape.code, 2)
$$;

-- What two sets have in common, out of all that is in either. Two empty sets are the same.
create function api.jaccard(in_one text[], in_other text[]) returns numeric language sql immutable parallel safe as $$
  select case when in_one = in_other then 1
    else common::numeric / (cardinality(in_one) + cardinality(in_other) - common) end
  from (select count(*) as common from unnest(in_one) item where item = any (in_other)) met
$$;

-- The five tambon most like the one asked for that count in the year by their own figure; of equal ones the nearer. Those
-- of which only one part can be compared come last.
-- Parts are rounded before they are put in order: the answer itself shows why it stands as it does.
create function api.similar_areas(in_indicator text, in_fiscal_year integer, in_code text) returns jsonb
  language sql stable set jit = off
as $$
  with
  measured as materialized (select * from api.tambon_measures(in_fiscal_year)),
  figure as materialized (
    select code, counted, not_counted from api.coverage_rows(in_indicator, in_fiscal_year, 'tambon', null)
  ),
  scale as (select coalesce(nullif(ln(max(persons)) - ln(min(persons)), 0), 1) as span from measured),
  -- one row, and said to be one: taken for thousands, it was looked for anew beside each of the others
  own as (select * from measured where code = in_code limit 1),
  -- materialized, or each part is worked out again wherever it is named
  compared as materialized (
    select other.code, other.point, own.point as own_point,
      round((1 - abs(ln(own.persons) - ln(other.persons)) / span)::numeric, 6) as population,
      round(api.jaccard(own.authority_kinds, other.authority_kinds), 6) as local_authorities,
      round(api.jaccard(own.organization_kinds, other.organization_kinds), 6) as organizations,
      (own.region_code = other.region_code)::integer::numeric as region
    from scale, own, measured other join figure using (code)
    where other.code <> in_code and counted > 0
  ),
  -- the first five and whatever is as similar as the fifth: distances are worked out for these alone
  nearly as materialized (
    select * from (
      -- the same region alone makes nobody very much alike
      select compared.*, similarity, known >= 2 as well_known,
        rank() over (order by known >= 2 desc, similarity desc) as rank
      from compared
      cross join lateral (
        select round((coalesce(population, 0) + coalesce(local_authorities, 0) + coalesce(organizations, 0) + coalesce(region, 0))
            / nullif(count, 0), 6) as similarity, count as known
        from (select num_nonnulls(population, local_authorities, organizations, region) as count) parts) mean
      where known > 0
    ) ranked
    where rank <= 5
  ),
  peer as materialized (
    select nearly.*, st_distance(own_point::geography, point::geography) / 1000 as km
    from nearly order by well_known desc, similarity desc, km, code limit 5
  ),
  described as materialized (
    select code, jsonb_build_object(
      'persons', persons, 'local_authority_kinds', authority_kinds, 'organization_kinds', organization_kinds,
      'region', api.place_ref(region_code)) as measures
    from measured where code in (select in_code union select code from peer)
  )
  select jsonb_build_object(
    'indicator', in_indicator, 'fiscal_year', in_fiscal_year, 'area', api.area_ref(in_code),
    'counts', (select case when counted > 0 then true when not_counted > 0 then false end from figure where code = in_code),
    'boundary_version', standing.boundary_version,
    'as_of', api.as_of('{records,coverage}', null),
    'sample_records', api.sample_extent(array(
      select id from api.record_source_ids(array(select code from described union select left(code, 4) from described)) id
      union select source.id from api.indicator_sources(in_indicator) source)),
    'measures', (select measures from described where code = in_code),
    'items', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'code', code, 'path', api.area_path(code, true), 'similarity', similarity,
        'parts', jsonb_build_object('population', population, 'local_authorities', local_authorities,
          'organizations', organizations, 'region', region),
        'distance_km', round(km::numeric, 1), 'measures', measures, 'work', api.tambon_work(code, in_fiscal_year))
        order by well_known desc, similarity desc, km, code), '[]')
      from peer join described using (code)))
  from api.coverage_standing(in_indicator, null) standing
$$;
