-- tiles.<collection>(z, x, y, filter): the layer of each kind whose records have a position, points with the one filter. Below zoom 11
-- neighbours are one point. What is drawn otherwise is a file of tiles/. Its declaration is its comment, as theirs
-- (tile-layers.sql).

create function api.make_record_tiles() returns void language plpgsql as $$
declare
  kind record;
begin
  for kind in
    -- its names in Thai and, where it has one, in English: a record without the other is called by the first in both
    select id, declared ->> 'collection' as layer, declared ->> 'many' as title, declared ->> 'variant' as variant,
      named.names, named.told, named.listed, named.first_of, named.of_one
    from api.kinds_in_order()
    cross join lateral (
      select array_agg(name) as names,
        string_agg(case when at = 1 then format(', item.%I', name)
          else format(', coalesce(item.%1$I, item.%2$I) as %1$I', name, declared -> 'title' ->> 0) end, '') as told,
        string_agg(format(', %I', name), '') as listed,
        string_agg(format(', min(%1$I) as %1$I', name), '') as first_of,
        string_agg(format(', case when count = 1 then %1$I end as %1$I', name), '') as of_one
      from jsonb_array_elements_text(nullif(declared -> 'title', 'null')) with ordinality title(name, at)) named
    where (declared ->> 'is_public')::boolean and (declared ->> 'has_position')::boolean
  loop
    execute format($made$
      create function tiles.%1$I(z integer, x integer, y integer, filter jsonb) returns bytea language sql stable as $tile$
        with
        -- no buffer: a map draws circles over the tile's edge anyhow, and would count a neighbour's points twice
        tile as (select st_tileenvelope(z, x, y) as square),
        found as (
          select item.id%2$s%9$s, source.is_sample, st_transform(item.position, 3857) as geom
          from tile, record.%6$I(filter) item
          join source on source.id = item.source_id
          where item.position && st_transform(tile.square, 4326)
        ),
        -- the index compares boxes a little generously
        inside as (select found.* from found, tile where api.is_in_square(geom, square)),
        cell as (
          select count(*)::integer as count%4$s,
            api.sample_word(bool_and(is_sample), bool_or(is_sample)) as sample_records,
            min(id::text) as id%5$s,
            st_makepoint(avg(st_x(geom)), avg(st_y(geom))) as geom
          from inside, tile
          where z < 11
          group by api.tile_cell(geom, square)
        ),
        drawn as (
          select count%2$s, sample_records, case when count = 1 then id end as id%7$s, st_setsrid(geom, 3857) as geom
          from cell
          union all
          select 1%2$s, api.sample_word(is_sample, is_sample), id::text%3$s, geom from inside where z >= 11
        ),
        placed as (
          select count%2$s, sample_records, id%3$s, st_asmvtgeom(drawn.geom, tile.square, 4096, 0, true) as geom from drawn, tile
        )
        -- in an order of their own, not of the table's: the same records are the same bytes in every database
        select st_asmvt(placed, %8$L, 4096, 'geom' order by id collate "C", geom, count) from placed
      $tile$
      $made$,
      kind.layer,
      coalesce(format(', %I', kind.variant), ''), coalesce(kind.listed, ''),
      coalesce(format(', mode() within group (order by %1$I) as %1$I', kind.variant), ''),
      coalesce(kind.first_of, ''),
      kind.id || '/filtered',
      coalesce(kind.of_one, ''),
      kind.layer, coalesce(kind.told, ''));
    execute format('comment on function tiles.%I is %L', kind.layer, api.point_layer(kind.id, kind.title, kind.variant, kind.names));
  end loop;
end $$;

-- What such a layer says of itself. in_names: of its names, null for none.
create function api.point_layer(in_kind text, in_title text, in_variant text, in_names text[]) returns jsonb language sql immutable as $$
  select jsonb_build_object(
    'title', in_title,
    'description', format('Below zoom 11 neighbours are one point: count says how many, %sthese are there where count is 1 alone: '
      || '%s. From zoom 11 every record is a point of its own, with all of them, and count is 1. sample_records says how many of '
      || 'them are made up, not real: all, some or none.', in_variant || ' the most frequent ' || in_variant || ', and ',
      array_to_string(of_one, ', ')),
    'kind', in_kind, 'minzoom', 0, 'maxzoom', 14,
    'fields', (select jsonb_object_agg(field, 'String') from unnest(of_one || 'sample_records'::text || in_variant) field
      where field is not null) || '{"count": "Number"}',
    'fields_minzoom', (select jsonb_object_agg(field, 11) from unnest(of_one) field))
  from (select 'id'::text || coalesce(in_names, '{}') as of_one) named
$$;
