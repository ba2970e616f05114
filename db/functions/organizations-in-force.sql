-- What the indicators on organizations share.

-- One row per tambon and year asked for: organizations of the kind (null: all) that are drawn there, registered by the
-- year's end and not dissolved. Of a district asked for: those on record at the district itself, in none of its tambon. An
-- organization without a date of registration was always there.
create function api.organizations_in_force(in_codes text[], in_years integer[], in_kind text)
  returns table (code text, fiscal_year integer, organizations bigint, members bigint, balance_thb numeric)
  language sql stable
as $$
  with
  placed as (
    select place.code, member_count, fund_balance_thb,
      coalesce(api.fiscal_year_of(registered_on), 0) as first_year,
      api.fiscal_year_of(ended_on) as year_after_last
    from (
      select asked.code, area_placement.area_code
      from unnest(in_codes) asked(code) join area_placement on area_placement.shape_code = asked.code
      union all
      select code, code from unnest(in_codes) asked(code) where length(code) = 4
    ) place
    join organization on organization.area_code = place.area_code
    where in_kind is null or organization.kind = in_kind
  ),
  -- what comes and what goes, by tambon and year
  change as (
    select code, year, sum(sign) as organizations, sum(sign * api.public_count(member_count)) as members,
      sum(sign * fund_balance_thb) as balance_thb
    from placed
    cross join lateral (values (first_year, 1), (year_after_last, -1)) event(year, sign)
    where year is not null
    group by code, year
  )
  select asked.code, asked.year, coalesce(sum(change.organizations), 0)::bigint, sum(change.members)::bigint,
    sum(change.balance_thb)
  from (select code, year from unnest(in_codes) code cross join unnest(in_years) year) asked
  left join change on change.code = asked.code and change.year <= asked.year
  group by asked.code, asked.year
$$;

-- Figures of the organizations of a kind, as an indicator answers them. in_what: number (how many), presence (1 where there is
-- any), members or balance (null where none of them is on record). Where there is no organization the tambon's report
-- decides. The reasons are the indicator's own: counted, not known, none.
create function api.judge_organizations(
  in_codes text[], in_years integer[], in_kind text, in_what text, in_counted text, in_none text, in_not_known text default null
) returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  with
  judged as (
    select found.code, found.fiscal_year, amount,
      case
        when organizations > 0 and amount is not null then in_counted
        when organizations > 0 then in_not_known
        when report.state = 'complete' then in_none
        when report.state = 'not_applicable' then 'not_applicable'
        else 'no_report'
      end as reason
    from api.organizations_in_force(in_codes, in_years, in_kind) found
    cross join lateral (select case in_what when 'number' then organizations::numeric when 'presence' then 1
      when 'members' then members::numeric when 'balance' then balance_thb end as amount) of
    left join in_force.area_report report
      on report.area_code = found.code and report.fiscal_year = found.fiscal_year and report.dataset = 'organization'
  )
  select code, fiscal_year,
    case when reason = in_counted then amount when reason = in_none then 0 end,
    null::numeric,
    case
      when reason = in_counted then 'counted'
      when reason = in_none then 'not_counted'
      when reason = 'not_applicable' then 'not_applicable'
      else 'unknown'
    end,
    reason
  from judged
$$;

-- Each organization on the shapes it serves: those of its tambon, and of a Bangkok district's council each แขวง below. One select
-- and nothing else, so that it is planned where it is asked.
create function api.organizations_by_shape()
  returns table (code text, is_of_district boolean, id uuid, kind text, name_th text, name_en text, registered_on date, ended_on date)
  language sql stable
as $$
  select area_placement.shape_code, organization.area_code <> area_placement.area_code, organization.id, organization.kind,
    organization.name_th, organization.name_en, organization.registered_on, organization.ended_on
  from area_placement
  -- an equality, so that it can be hashed: inside a bulk load the table has no statistics yet
  cross join lateral (values (area_placement.area_code), (left(area_placement.area_code, 4))) served(unit)
  join organization on organization.area_code = served.unit and (organization.kind = 'council' or length(served.unit) = 6)
  where area_placement.shape_code is not null
$$;

-- A council counts from its registration; any other organization without a date was always there.
create function api.organization_has_begun(in_kind text, in_registered_on date, in_day date) returns boolean
  language sql immutable parallel safe
as $$
  select coalesce(in_registered_on <= in_day, in_kind <> 'council')
$$;

-- Each organization in force at the year's end on the shapes it serves.
create function api.organizations_serving(in_fiscal_year integer) returns table (code text, id uuid, kind text)
  language sql stable
as $$
  select distinct code, id, kind from api.organizations_by_shape()
  where api.organization_has_begun(kind, registered_on, make_date(in_fiscal_year, 9, 30))
    and coalesce(ended_on > make_date(in_fiscal_year, 9, 30), true)
$$;

-- The one condition "an organization of the kind is in force at the year's end", with those that meet it; where none does,
-- with those that were dissolved or came later.
create function api.organization_condition(in_condition text, in_code text, in_year integer, in_kind text)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb) language sql stable
as $$
  with
  served as (
    select distinct id, registered_on, make_date(in_year, 9, 30) as last_day, ended_on,
      jsonb_build_object('type', 'organization', 'id', id, 'kind', kind, 'title_th', name_th, 'title_en', name_en) as record
    from api.organizations_by_shape()
    where code = in_code and kind = in_kind
  ),
  judged as (
    select *, api.organization_has_begun(in_kind, registered_on, last_day) as has_begun,
      coalesce(ended_on <= last_day, false) as has_ended
    from served
  ),
  counted as (select count(*) filter (where has_begun and not has_ended) as in_force from judged)
  select in_condition, in_force > 0, in_force::numeric, 1::numeric, coalesce((
    select jsonb_agg(case
        when has_ended then api.falls_short(record, 'dissolved', ended_on)
        when not has_begun and registered_on is null then api.falls_short(record, 'not_registered')
        when not has_begun then api.falls_short(record, 'registered_later', registered_on)
        else record end order by registered_on, id)
    from judged where (has_begun and not has_ended) = (in_force > 0)), '[]')
  from counted
$$;
