-- The latest quality review of each local authority up to the last day of each fiscal year; no row without one.
create function api.latest_reviews(in_codes text[], in_years integer[])
  returns table (
    code text, fiscal_year integer, id uuid, criteria_version integer, score numeric, valid_until date
  )
  language sql stable
as $$
  select distinct on (local_authority_code, year) local_authority_code, year, quality_review.id,
    quality_review.criteria_version, quality_review.score, quality_review.valid_until
  from unnest(in_codes) asked(code)
  join in_force.quality_review on local_authority_code = asked.code
  join unnest(in_years) year on reviewed_on <= make_date(year, 9, 30)
  order by local_authority_code, year, reviewed_on desc, quality_review.id
$$;
