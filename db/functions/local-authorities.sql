-- Local authorities as the API says them, with their crosswalk to tambon.

-- whole: every tambon it has is its alone · part: it shares at least one · province: it lies over a whole province
-- and the authorities in it · unknown: nobody published its tambon
create function api.local_authority_extent(in_code text, in_kind text) returns text language sql stable as $$
  select case
    when in_kind in ('provincial_organization', 'bangkok') then 'province'
    else coalesce((
      select case when bool_or(extent = 'part') then 'part' else 'whole' end
      from local_authority_area where local_authority_code = in_code
      having count(*) > 0), 'unknown')
  end
$$;

create function api.local_authority_item(item local_authority) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'code', 'L' || item.code, 'kind', item.kind, 'name_th', item.name_th, 'name_en', item.name_en,
    'province', api.area_ref(item.province_code),
    'extent', api.local_authority_extent(item.code, item.kind),
    'tambon_count', (select count(*) from local_authority_area where local_authority_code = item.code),
    'valid_from', item.valid_from, 'valid_to', item.valid_to,
    'sample', source.is_sample)
  from source where source.id = item.source_id
$$;

create function api.local_authority_detail(in_code text) returns jsonb language sql stable as $$
  select api.local_authority_item(local_authority) || jsonb_build_object(
    'areas', coalesce((
      select jsonb_agg(jsonb_build_object(
        'path', api.area_path(covered.area_code, true), 'extent', covered.extent, 'share', covered.share,
        'others', (select count(*) - 1 from local_authority_area other where other.area_code = covered.area_code))
        order by covered.area_code)
      from local_authority_area covered where covered.local_authority_code = local_authority.code), '[]'),
    'source', api.source_ref(local_authority.source_id))
  from local_authority where local_authority.code = substr(in_code, 2) and in_code like 'L%'
$$;

-- Of one tambon, those with the whole of it first; empty for other levels.
create function api.local_authorities_of(in_area_code text) returns jsonb language plpgsql stable as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'code', 'L' || local_authority.code, 'kind', local_authority.kind, 'name_th', local_authority.name_th,
      'name_en', local_authority.name_en, 'extent', covered.extent, 'share', covered.share, 'sample', source.is_sample)
      order by covered.extent desc, local_authority.code), '[]')
    from local_authority_area covered
    join local_authority on local_authority.code = covered.local_authority_code
    join source on source.id = local_authority.source_id
    where covered.area_code = in_area_code);
end $$;

-- What local authorities asked within stand for: the tambon that each has alone, those it has a part of, or neither where
-- nobody published them. Of one over a province the province, as its name says.
create function api.authorities_taken(in_within text[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'code', 'L' || local_authority.code, 'kind', kind, 'name_th', local_authority.name_th, 'name_en', local_authority.name_en,
    'extent', api.local_authority_extent(local_authority.code, kind),
    'whole', coalesce(held.own, '[]'), 'part', coalesce(held.shared, '[]')) order by local_authority.code), '[]')
  from local_authority
  left join lateral (
    select jsonb_agg(area_code order by area_code) filter (where extent = 'whole') as own,
      jsonb_agg(area_code order by area_code) filter (where extent = 'part') as shared
    from local_authority_area where local_authority_code = local_authority.code
  ) held on true
  where 'L' || local_authority.code = any (in_within)
$$;

-- One page, in code order or best match first, how many there are in all, and what a query that finds none may have meant.
-- Those within are authorities_in; in a box when the point of one of its tambon is.
create function api.list_local_authorities(
  in_within text[], in_kinds text[], in_extents text[], in_q text, in_box double precision[], in_limit integer,
  in_offset integer
) returns table (items jsonb, total bigint, suggestions jsonb) language sql stable as $$
  with
  -- best match first where something is asked for
  named as materialized (
    select substr(code, 2) as code, row_number() over (order by score, name collate "th-x-icu", code) as place
    from api.named_places(in_q, '{local_authority}') where in_q is not null
  ),
  found as materialized (
    select local_authority.code, coalesce(place, 0) as place
    from local_authority left join named using (code)
    where (in_kinds is null or kind = any (in_kinds))
      and (in_extents is null or api.local_authority_extent(code, kind) = any (in_extents))
      and (in_within is null or 'L' || code in (select unnest(api.authorities_in(in_within))))
      and (in_q is null or place is not null)
      and (in_box is null or code in (
        select local_authority_code from authority_shape
        where shape_code = any ((select api.codes_in_box(st_makeenvelope(in_box[1], in_box[2], in_box[3], in_box[4], 4326)))::text[])))
  ),
  page as (select code, place from found order by place, code limit in_limit offset in_offset)
  select
    coalesce((select jsonb_agg(api.local_authority_item(local_authority) order by place, code)
      from page join local_authority using (code)), '[]'),
    (select count(*) from found),
    coalesce((
      select jsonb_agg(api.local_authority_item(local_authority) order by near.place)
      from (select substr(code, 2) as code, row_number() over () as place
        from api.near_places(in_q, '{local_authority}', null, 5)
        where in_q is not null and not exists (select from found)) near
      join local_authority using (code)), '[]')
$$;
