-- Target 1.1: the tambon has a 3–5 year plan in force with an item both linked (included, with evidence, in the plan of a
-- state agency or local authority) and supported (an agency or any partner granted budget, staff or materials) by the end
-- of the year. A tambon counts once. What counts as either: records/plan-item-link.sql.
create function indicator."plans-linked"(in_codes text[], in_years integer[])
  returns table (code text, fiscal_year integer, value numeric, denominator numeric, state text, reason text)
  language sql stable
as $$
  with
  -- one row per tambon and year that was asked for
  cell as (
    select code, year from unnest(in_codes) code cross join unnest(in_years) year
  ),
  -- plans by the shape their tambon is drawn on
  placed_plan as (
    select area_placement.shape_code as code, plan.id, plan.first_fiscal_year,
      api.last_year_of(plan) as last_fiscal_year
    from unnest(in_codes) asked(code)
    join area_placement on area_placement.shape_code = asked.code
    join plan on plan.area_code = area_placement.area_code
  ),
  -- one row per item: the first year in which each condition was met
  item as (
    select placed_plan.code, placed_plan.first_fiscal_year, placed_plan.last_fiscal_year,
      min(link.fiscal_year) filter (where api.link_says_included(link)) as said_included_from,
      min(link.fiscal_year) filter (where api.link_is_included(link, partner.sector)) as included_from,
      min(link.fiscal_year) filter (where api.link_is_linked(link, partner.sector)) as linked_from,
      min(link.fiscal_year) filter (where api.link_is_supported(link)) as supported_from
    from placed_plan
    join in_force.plan_item on plan_item.plan_id = placed_plan.id
    join in_force.plan_item_link link on link.plan_item_id = plan_item.id
    left join partner on partner.id = link.partner_id
    group by placed_plan.code, placed_plan.id, placed_plan.first_fiscal_year, placed_plan.last_fiscal_year, plan_item.id
  ),
  -- tambon and years with a plan on record
  plan_year as (
    select cell.code, cell.year,
      bool_or(cell.year between first_fiscal_year and last_fiscal_year) as in_force,
      bool_or(last_fiscal_year < cell.year) as expired
    from cell
    join placed_plan on placed_plan.code = cell.code
    group by cell.code, cell.year
  ),
  -- tambon and years with an item in a plan in force: what the items reach by then
  item_year as (
    select cell.code, cell.year,
      bool_or(linked_from <= cell.year and supported_from <= cell.year) as both_met,
      bool_or(linked_from <= cell.year) as linked,
      bool_or(supported_from <= cell.year) as supported,
      bool_or(included_from <= cell.year) as included,
      bool_or(said_included_from <= cell.year) as said_included
    from cell
    join item on item.code = cell.code and cell.year between first_fiscal_year and last_fiscal_year
    group by cell.code, cell.year
  ),
  -- the reason, from the first condition that decides
  judged as (
    select code, year,
      case
        when both_met then 'linked_and_supported'
        when in_force and linked and supported then 'linked_and_supported_apart'
        when in_force and linked then 'linked_not_supported'
        when in_force and included then 'included_without_evidence'
        when in_force and said_included then 'included_by_no_agency'
        when in_force and supported then 'supported_not_linked'
        when in_force then 'not_linked'
        when expired then 'plan_expired'
        when report.state = 'complete' then 'no_plan'
        when report.state = 'not_applicable' then 'not_applicable'
        else 'no_report'
      end as reason
    from cell
    left join plan_year using (code, year)
    left join item_year using (code, year)
    left join in_force.area_report report
      on report.area_code = code and report.fiscal_year = year and report.dataset = 'plan'
  )
  select code, year,
    case reason when 'linked_and_supported' then 1 when 'no_report' then null when 'not_applicable' then null else 0 end,
    null::numeric,
    case reason
      when 'linked_and_supported' then 'counted'
      when 'no_report' then 'unknown'
      when 'not_applicable' then 'not_applicable'
      else 'not_counted'
    end,
    reason
  from judged
$$;

-- A condition that is missing names what comes near it: the plan that ran out, the item that lacks evidence.
create function indicator."plans-linked/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  with
  placed as (
    select plan.id, plan.title_th, first_fiscal_year, plan.ended_on, api.last_year_of(plan) as last_fiscal_year,
      jsonb_build_object('type', 'plan', 'id', plan.id, 'title_th', plan.title_th, 'title_en', plan.title_en) as record
    from area_placement join plan using (area_code)
    where area_placement.shape_code = in_code
  ),
  -- items of plans in force, with what each has reached by then
  item as (
    select placed.id as plan_id, plan_item.id,
      jsonb_build_object('type', 'plan', 'id', placed.id, 'title_th', placed.title_th || ' · ' || plan_item.title_th,
        'title_en', null) as record,
      coalesce(bool_or(api.link_says_included(link)), false) as said_included,
      coalesce(bool_or(api.link_is_included(link, partner.sector)), false) as included,
      coalesce(bool_or(api.link_is_linked(link, partner.sector)), false) as linked,
      coalesce(bool_or(link.support_kind is not null and link.partner_id is not null), false) as asked_support,
      coalesce(bool_or(api.link_has_no_amount(link)), false) as no_amount,
      coalesce(bool_or(api.link_is_supported(link)), false) as supported
    from placed
    join in_force.plan_item on plan_item.plan_id = placed.id
    left join in_force.plan_item_link link on link.plan_item_id = plan_item.id and link.fiscal_year <= in_year
    left join partner on partner.id = link.partner_id
    where in_year between first_fiscal_year and last_fiscal_year
    group by placed.id, placed.title_th, plan_item.id, plan_item.title_th
  ),
  asked(place, condition, met, record) as (
    select 1, 'plan_in_force', in_year between first_fiscal_year and last_fiscal_year,
      case when ended_on <= make_date(in_year, 9, 30) then api.falls_short(record, 'ended', ended_on)
        when last_fiscal_year < in_year
          then api.falls_short(record, 'ran_out', in_fiscal_year => last_fiscal_year)
        when first_fiscal_year > in_year
          then api.falls_short(record, 'not_begun', in_fiscal_year => first_fiscal_year)
        else record end
    from placed
    union all
    select 2, 'linked', linked, case when linked then record when included then api.falls_short(record, 'no_evidence')
      when said_included then api.falls_short(record, 'no_agency') end
    from item
    union all
    select 3, 'supported', supported, case when supported then record
      when no_amount then api.falls_short(record, 'no_amount')
      when asked_support then api.falls_short(record, 'not_granted') end
    from item
    union all
    select 4, 'both', linked and supported, case when linked and supported then record
      when linked then api.falls_short(record, 'not_supported')
      when supported then api.falls_short(record, 'not_linked') end
    from item
  ),
  judged as (
    select listed.place, listed.condition, coalesce(bool_or(asked.met), false) as met
    from (values (1, 'plan_in_force'), (2, 'linked'), (3, 'supported'), (4, 'both')) listed(place, condition)
    left join asked on asked.condition = listed.condition
    group by listed.place, listed.condition
  )
  select judged.condition, judged.met, null::numeric, null::numeric, coalesce((
      select jsonb_agg(distinct asked.record) from asked
      where asked.condition = judged.condition and asked.record is not null and asked.met = judged.met), '[]')
  from judged
  order by judged.place
$$;
