-- Keeps table authority_shape: the tambon on the map that local authorities have, as a part of the shape and as an equal
-- part of the authority. A shape with the ground of several registered tambon is divided among them evenly.
create function api.keep_authority_shapes() returns void
  language sql set jit = off
as $$
  with
  -- one row per registered tambon that any authority has, with the shape it is drawn on
  covered as (
    select crosswalk.local_authority_code, area_placement.area_code, area_placement.shape_code,
      case when crosswalk.extent = 'whole' then 1000000000 else (crosswalk.share * 1000000000)::bigint end as part
    from local_authority_area crosswalk
    join area_placement on area_placement.area_code = crosswalk.area_code
    where area_placement.shape_code is not null
  ),
  -- registered tambon per shape: nearly always one
  drawn_on as (select covered.shape_code, count(distinct covered.area_code) as tambon from covered group by covered.shape_code),
  held as (
    select covered.local_authority_code, covered.shape_code,
      case when bool_and(covered.part is not null) then sum(covered.part)::bigint end as part,
      -- what the shape gives to those before, so that the last decimals are given once
      (sum(sum(covered.part)) over (partition by covered.shape_code order by covered.local_authority_code)
        - sum(covered.part))::bigint as before,
      min(drawn_on.tambon) * 1000000000 as whole,
      count(*) over own as pieces,
      row_number() over (own order by covered.shape_code collate "C")::numeric as place
    from covered join drawn_on using (shape_code)
    group by covered.local_authority_code, covered.shape_code
    window own as (partition by covered.local_authority_code)
  ),
  made as materialized (
    select local_authority_code, shape_code, part, whole,
      case when part = whole then 1
        when whole = 1000000000 then part * 0.000000001
        when part is not null then round((before + part)::numeric / whole, 9) - round(before::numeric / whole, 9) end as share,
      pieces,
      case when pieces = 1 then 1 else round(place / pieces, 9) - round((place - 1) / pieces, 9) end as piece
    from held
  ),
  gone as (
    delete from authority_shape where not exists (
      select from made where made.local_authority_code = authority_shape.local_authority_code
        and made.shape_code = authority_shape.shape_code)
  )
  insert into authority_shape (local_authority_code, shape_code, part, whole, share, pieces, piece)
  select * from made
  on conflict (local_authority_code, shape_code) do update set part = excluded.part, whole = excluded.whole,
    share = excluded.share, pieces = excluded.pieces, piece = excluded.piece
  where (authority_shape.part, authority_shape.whole, authority_shape.share, authority_shape.pieces, authority_shape.piece)
    is distinct from (excluded.part, excluded.whole, excluded.share, excluded.pieces, excluded.piece)
$$;

create function api.authority_shapes_changed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform api.keep_authority_shapes();
  return null;
end $$;

create trigger keep_shapes after insert or update or delete or truncate on local_authority_area
  for each statement execute function api.authority_shapes_changed();
create trigger keep_shapes after insert or update or delete or truncate on area_placement
  for each statement execute function api.authority_shapes_changed();

-- what was kept by an earlier rule
select api.keep_authority_shapes();
