-- Target 3.2: the organizations of a local authority's area passed the quality review that is in force on the last day of
-- the fiscal year. Each review is judged by the pass mark of the criteria it was made by.
create function indicator."organization-quality"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  with
  mark as (
    select (criterion ->> 'version')::integer as version, (criterion ->> 'pass_mark')::numeric as pass_mark
    from indicator, jsonb_array_elements(declaration -> 'criteria') criterion
    where id = 'organization-quality'
  ),
  judged as (
    select asked.code, asked.year,
      case
        when latest.score is null then 'not_reviewed'
        when latest.valid_until < make_date(asked.year, 9, 30) then 'review_expired'
        when latest.score >= mark.pass_mark
          then 'review_passed'
        else 'below_pass_mark'
      end as reason
    from (select code, year from unnest(in_codes) code cross join unnest(in_years) year) asked
    left join api.latest_reviews(in_codes, in_years) latest on latest.code = asked.code and latest.fiscal_year = asked.year
    left join mark on mark.version = latest.criteria_version
  )
  select code, year,
    case reason when 'review_passed' then 1 when 'not_reviewed' then null else 0 end,
    null::numeric,
    case reason when 'review_passed' then 'counted' when 'not_reviewed' then 'unknown' else 'not_counted' end,
    reason
  from judged
$$;

create function indicator."organization-quality/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  with
  latest as (select * from api.latest_reviews(array[in_code], array[in_year])),
  criteria as (
    select coalesce(api.criteria_version('organization-quality', (select criteria_version from latest)),
      api.criteria_in_force('organization-quality', in_year)) as used
  ),
  record as (
    select coalesce((
      select jsonb_build_array(case when latest.valid_until >= make_date(in_year, 9, 30) then record
        else api.falls_short(record, 'ran_out', latest.valid_until) end)
      from quality_review join latest on latest.id = quality_review.id
      cross join lateral (select jsonb_build_object('type', 'quality_review', 'id', quality_review.id,
        'title_th', format('%s · %s', reviewer_th, coalesce(evidence, '–')), 'title_en', null) as record) said), '[]') as records
  )
  select * from (
    select 'review_in_force', coalesce(latest.valid_until >= make_date(in_year, 9, 30), false), null::numeric, null::numeric,
      record.records
    from record left join latest on true
  ) review
  union all
  select * from (
    select 'pass_mark', latest.score >= (used ->> 'pass_mark')::numeric, latest.score, (used ->> 'pass_mark')::numeric, '[]'::jsonb
    from criteria left join latest on true
  ) mark
  union all
  -- criteria have no mark of their own: each is said, the whole decides
  select * from (
    select named.criterion, null::boolean, quality_score.score, 100::numeric, '[]'::jsonb
    from criteria
    cross join jsonb_object_keys(used -> 'criteria') named(criterion)
    join latest on true
    join in_force.quality_score on quality_score.quality_review_id = latest.id and quality_score.criterion = named.criterion
  ) scored
$$;
