-- What the one filter (record-filters.sql) asks of: places and what lies in them, words, boxes, years. `filter` is the validated
-- query: {within: [codes], q, bbox: [w, s, e, n], fiscal_year, and what the kind declares}.
-- What is worked out from the filter stands in a scalar subquery, so that it is worked out once and not per row.

-- Regions as the provinces they have today; the other codes as they are.
create function api.without_regions(in_codes text[]) returns text[] language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg(coalesce(province_code, code)), '{}')
    from unnest(in_codes) code
    left join region_province on region_code = code and daterange(valid_from, valid_to, '[]') @> current_date
    where code not like 'R%' or province_code is not null);
end $$;

-- Areas on the map that local authorities (L and their code) are made of: the tambon that one has in whole or in part, or
-- the province it lies over. None of those whose tambon nobody published, nor of other places.
create function api.authority_parts(in_codes text[]) returns text[] language plpgsql stable as $$
begin
  return (
    select coalesce(array_agg(distinct part), '{}') from (
      select shape_code as part
      from local_authority_area join area_placement using (area_code)
      where local_authority_code in (select substr(code, 2) from unnest(in_codes) code where code like 'L%')
      union all
      select province_code from local_authority
      where code in (select substr(code, 2) from unnest(in_codes) code where code like 'L%')
        and kind in ('provincial_organization', 'bangkok')
    ) held
    where part is not null);
end $$;

-- Districts all of whose tambon are among these: what is recorded at the district (the council of one in Bangkok) is theirs.
create function api.districts_of(in_tambon text[]) returns setof text language sql stable as $$
  select left(area_code, 4)
  from area_search
  where level = 'tambon' and left(area_code, 4) in (select left(code, 4) from unnest(in_tambon) code where length(code) = 6)
  group by left(area_code, 4)
  having bool_and(area_code = any (in_tambon))
$$;

-- Every registered code at or below the given ones, and codes without a polygon whose ground is drawn there: what a
-- coverage figure counts for an area is what the lists show for it. A local authority is the tambon it has: a part of one
-- counts as all of it, since a record says its tambon and no more.
create function api.codes_within(in_codes text[]) returns text[] language plpgsql stable as $$
declare
  parts text[] := api.authority_parts(in_codes);
begin
  return (
    with
    asked as materialized (select unnest(api.without_regions(in_codes) || parts) as code)
    -- between these lie the area and all in it, in the key's own order: before any letter
    select coalesce(array_agg(code), '{}') from (
      select area.code from asked join area on area.code >= asked.code and area.code < asked.code || 'Z'
      union
      select area_code from asked join area_placement on shape_code >= asked.code and shape_code < asked.code || 'Z'
      where area_code <> shape_code
      union
      select district from api.districts_of(parts) district where parts <> '{}'
    ) inside);
end $$;

-- Local authorities (L and their code) in the places of a filter: those asked for, those of a province asked for, and those
-- with a tambon in an area.
create function api.authorities_in(in_within text[]) returns text[] language sql stable as $$
  with
  asked as materialized (select coalesce(array_agg(code), '{}') as areas from unnest(in_within) code where code not like 'L%')
  select coalesce(array_agg(distinct 'L' || code), '{}') from (
    select substr(code, 2) as code from unnest(in_within) code where code like 'L%'
    union all
    select code from local_authority where province_code in (select unnest(api.without_regions(areas)) from asked)
    union all
    select local_authority_code
    from local_authority_area where area_code in (select unnest(api.codes_within(areas)) from asked)
  ) found
$$;

create function api.text_array(list jsonb) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(list)
$$;

create function api.filter_box(filter jsonb) returns geometry language sql immutable strict parallel safe as $$
  select st_makeenvelope((filter -> 'bbox' ->> 0)::double precision, (filter -> 'bbox' ->> 1)::double precision,
    (filter -> 'bbox' ->> 2)::double precision, (filter -> 'bbox' ->> 3)::double precision, 4326)
$$;

-- LIKE patterns that find the folded text anywhere, as typed or by the official name of what people call so; everything
-- when nothing is left of it.
create function api.key_patterns(q text) returns text[] language plpgsql stable as $$
declare
  typed text := api.fold_text(q);
begin
  return array(
    select '%' || replace(replace(replace(key, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    from (
      select typed as key
      union
      select replace(typed, nickname.key, stands_for_key) from place_nickname nickname
      where case use when 'alone' then typed = nickname.key else strpos(typed, nickname.key) > 0 end
    ) meant);
end $$;

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
