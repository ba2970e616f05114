-- Target 1.1: the tambon has a 3–5 year plan in force with an item both linked (included, with evidence, in the plan of a
-- state agency or local authority) and supported (an agency or any partner granted budget, staff or materials) by the end
-- of the year. A tambon counts once. What counts as either: functions/link-rules.sql.
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
    select area_placement.shape_code as code, plan.id, plan.first_fiscal_year, plan.last_fiscal_year
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
    join plan_item on plan_item.plan_id = placed_plan.id
    join plan_item_link link on link.plan_item_id = plan_item.id
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
    left join area_report report
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

create function indicator."plans-linked/conditions"(in_code text, in_year integer)
  returns table (condition text, met boolean, found numeric, wanted numeric, records jsonb)
  language sql stable
as $$
  with
  -- plans in force, with what each item has reached by then
  item as (
    select plan.id as plan_id, plan.title_th as plan_th, plan.title_en as plan_en, plan_item.title_th,
      coalesce(bool_or(api.link_is_linked(link, partner.sector) and link.fiscal_year <= in_year), false) as linked,
      coalesce(bool_or(api.link_is_supported(link) and link.fiscal_year <= in_year), false) as supported
    from area_placement
    join plan on plan.area_code = area_placement.area_code and in_year between first_fiscal_year and last_fiscal_year
    left join plan_item on plan_item.plan_id = plan.id
    left join plan_item_link link on link.plan_item_id = plan_item.id
    left join partner on partner.id = link.partner_id
    where area_placement.shape_code = in_code
    group by plan.id, plan.title_th, plan.title_en, plan_item.id, plan_item.title_th
  ),
  asked(place, condition, met, is_met_by) as (
    select 1, 'plan_in_force', plan_id is not null, item from item
    union all select 2, 'linked', linked, item from item
    union all select 3, 'supported', supported, item from item
    union all select 4, 'both', linked and supported, item from item
  )
  select listed.condition, coalesce(bool_or(asked.met), false), null::numeric, null::numeric,
    coalesce(jsonb_agg(distinct jsonb_build_object('type', 'plan', 'id', (is_met_by).plan_id,
      'title_th', (is_met_by).plan_th || case when listed.place > 1 then ' · ' || (is_met_by).title_th else '' end,
      'title_en', case when listed.place = 1 then (is_met_by).plan_en end)) filter (where asked.met), '[]')
  from (values (1, 'plan_in_force'), (2, 'linked'), (3, 'supported'), (4, 'both')) listed(place, condition)
  left join asked on asked.condition = listed.condition
  group by listed.place, listed.condition
  order by listed.place
$$;
