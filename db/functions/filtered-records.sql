-- The one filter. Lists, counts, tiles and exports all read records through these functions, so they agree.
-- `filter` is the validated query: {within: [codes], kind: […], state: […], fiscal_year, q, bbox: [w, s, e, n]}.
-- What is worked out from the filter stands in a scalar subquery, so that it is worked out once and not per row.

-- Regions as the provinces they have today; the other codes as they are.
create function api.without_regions(in_codes text[]) returns text[] language sql stable as $$
  select coalesce(array_agg(coalesce(province_code, code)), '{}')
  from unnest(in_codes) code
  left join region_province on region_code = code and daterange(valid_from, valid_to, '[]') @> current_date
  where code not like 'R%' or province_code is not null
$$;

-- Every registered code at or below the given ones, and codes without a polygon whose ground is drawn there: what a
-- coverage figure counts for an area is what the lists show for it.
create function api.codes_within(in_codes text[]) returns text[] language sql stable as $$
  with
  asked as materialized (select api.without_regions(in_codes) as codes)
  select coalesce(array_agg(code), '{}') from (
    select code from area, asked
    where code = any (codes) or left(code, 2) = any (codes) or left(code, 4) = any (codes)
    union
    select area_code from area_placement, asked
    where area_code <> shape_code
      and (shape_code = any (codes) or left(shape_code, 2) = any (codes) or left(shape_code, 4) = any (codes))
  ) inside
$$;

create function api.text_array(list jsonb) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(list)
$$;

create function api.filter_box(filter jsonb) returns geometry language sql immutable strict parallel safe as $$
  select st_makeenvelope((filter -> 'bbox' ->> 0)::double precision, (filter -> 'bbox' ->> 1)::double precision,
    (filter -> 'bbox' ->> 2)::double precision, (filter -> 'bbox' ->> 3)::double precision, 4326)
$$;

-- A LIKE pattern that finds the folded text anywhere; everything when nothing is left of it.
create function api.key_pattern(q text) returns text language sql immutable parallel safe as $$
  select '%' || replace(replace(replace(api.fold_text(q), '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;

-- West, south, east or north of the filter's box.
create function api.filter_edge(filter jsonb, edge integer) returns double precision
  language sql immutable strict parallel safe
as $$ select (filter -> 'bbox' ->> edge)::double precision $$;

-- Codes of areas whose representative point lies in the box.
create function api.codes_in_box(box geometry) returns text[] language sql stable as $$
  select coalesce(array_agg(area_code), '{}') from area_shape
  where boundary_version_id = (select id from boundary_version where is_current) and point && box
    and st_x(point) between st_xmin(box) and st_xmax(box) and st_y(point) between st_ymin(box) and st_ymax(box)
$$;

-- Organizations: within, kind, fiscal_year (registered by its end, not dissolved), q, bbox (its position, or the
-- point of its area where it has none).
create function api.filtered_organizations(filter jsonb) returns setof organization language sql stable as $$
  select organization.* from organization
  where (filter -> 'within' is null or area_code = any ((select api.codes_within(api.text_array(filter -> 'within')))::text[]))
    and (filter -> 'kind' is null or kind = any ((select api.text_array(filter -> 'kind'))::text[]))
    and case when filter -> 'fiscal_year' is null
      then dissolved_on is null
      else coalesce(registered_on <= make_date((filter ->> 'fiscal_year')::integer, 9, 30), true)
        and coalesce(dissolved_on > make_date((filter ->> 'fiscal_year')::integer, 9, 30), true) end
    and (filter -> 'q' is null or name_key like (select api.key_pattern(filter ->> 'q')))
    and (filter -> 'bbox' is null
      -- the index compares a little generously; the edges are exact
      or (position && (select api.filter_box(filter))
        and st_x(position) between (select api.filter_edge(filter, 0)) and (select api.filter_edge(filter, 2))
        and st_y(position) between (select api.filter_edge(filter, 1)) and (select api.filter_edge(filter, 3)))
      or (position is null and area_code = any ((select api.codes_in_box(api.filter_box(filter)))::text[])))
$$;

-- Plans: within, state (an item stands there), fiscal_year (in force in it), q, bbox (the point of its tambon).
create function api.filtered_plans(filter jsonb) returns setof plan language sql stable as $$
  select plan.* from plan
  where (filter -> 'within' is null or area_code = any ((select api.codes_within(api.text_array(filter -> 'within')))::text[]))
    and (filter -> 'fiscal_year' is null
      or (filter ->> 'fiscal_year')::integer between first_fiscal_year and last_fiscal_year)
    and (filter -> 'state' is null or exists (
      select from plan_item join plan_item_link on plan_item_link.plan_item_id = plan_item.id
      where plan_item.plan_id = plan.id and plan_item_link.state = any ((select api.text_array(filter -> 'state'))::text[])))
    and (filter -> 'q' is null or title_key like (select api.key_pattern(filter ->> 'q')))
    and (filter -> 'bbox' is null or area_code = any ((select api.codes_in_box(api.filter_box(filter)))::text[]))
$$;

-- Areas on the map: within, q (own name), bbox (representative point).
create function api.filtered_areas(filter jsonb, in_level text) returns setof area_shape language sql stable as $$
  select area_shape.* from area_shape
  join area_search on area_search.area_code = area_shape.area_code
  where area_shape.boundary_version_id = (select id from boundary_version where is_current)
    and area_shape.level = in_level
    and (filter -> 'within' is null
      or area_shape.area_code = any ((select api.codes_within(api.text_array(filter -> 'within')))::text[]))
    and (filter -> 'q' is null or own_th like (select api.key_pattern(filter ->> 'q'))
      or own_en like (select api.key_pattern(filter ->> 'q')))
    and (filter -> 'bbox' is null or area_shape.area_code = any ((select api.codes_in_box(api.filter_box(filter)))::text[]))
$$;
