-- record."<kind>/lines"(): the rows that the exported question lets through, a line of a feature each (see export.sql), with the
-- names of the places they lie in and, where an indicator is asked for, its coverage of the tambon, province or local
-- authority. A record without a position of its own is drawn at the point of its area; the code says which.

-- What is joined to a row called `item` for its place: joins, columns, and names as pairs of properties.
create function api.place_joins(in_declared jsonb) returns table (joins text, columns text, pairs text, sorted text)
  language sql stable
as $$
  select case of
      when 'area' then '
        left join area tambon on tambon.code = item.area_code and tambon.level = ''tambon''
        left join area district on district.code = left(item.area_code, 4) and district.level = ''district''
        left join area province on province.code = left(item.area_code, 2)
        left join area_placement placement on placement.area_code = item.area_code
        left join area_shape shape on shape.area_code = coalesce(placement.shape_code, item.area_code)
          and shape.boundary_version_id = (select id from boundary_version where is_current)
        left join joined on joined.code = placement.shape_code'
      when 'province' then '
        left join area province on province.code = item.province_code
        left join area_shape shape on shape.area_code = item.province_code
          and shape.boundary_version_id = (select id from boundary_version where is_current)
        left join joined on joined.code = item.province_code'
      when 'local_authority' then '
        left join joined on joined.code = ''L'' || item.local_authority_code'
      else '' end,
    case of
      when 'area' then format(', %s as point, tambon.name_th as tambon_name_th, tambon.name_en as tambon_name_en,
        district.name_th as district_name_th, district.name_en as district_name_en,
        province.name_th as province_name_th, province.name_en as province_name_en, joined.coverage',
        case when (in_declared ->> 'has_position')::boolean then 'item.position' else 'shape.point' end)
      when 'province' then ', shape.point, province.name_th as province_name_th, province.name_en as province_name_en, joined.coverage'
      when 'local_authority' then ', null::geometry as point, joined.coverage'
      else ', null::geometry as point, null::jsonb as coverage' end,
    case of
      when 'area' then '''tambon_name_th'', tambon_name_th, ''tambon_name_en'', tambon_name_en, ''district_name_th'', district_name_th,
        ''district_name_en'', district_name_en, ''province_name_th'', province_name_th, ''province_name_en'', province_name_en'
      when 'province' then '''province_name_th'', province_name_th, ''province_name_en'', province_name_en'
      else '' end,
    concat_ws(', ', 'item.' || (in_declared -> 'lies_at' ->> 'column'), 'item.id')
  from (select in_declared -> 'lies_at' ->> 'of' as of) place
$$;

-- A record's own words with a coverage's beside them: of two that are called alike the coverage's gets a longer name.
create function api.beside(in_row jsonb, in_coverage jsonb) returns jsonb language sql immutable as $$
  select case when in_coverage is null then in_row else in_row || (
    select jsonb_object_agg(case when in_row ? key then 'coverage_' || key else key end, value) from jsonb_each(in_coverage)) end
$$;

create function api.make_record_exports() returns void language plpgsql as $$
declare
  kind record;
begin
  for kind in
    select id, declared, place.* from api.kinds_in_order() cross join lateral api.place_joins(declared) place
    where (declared ->> 'is_public')::boolean
  loop
    execute format($made$
      create function record."%1$s/lines"() returns setof text language sql stable as $lines$
        with
        joined as materialized (select * from api.export_coverage(%6$L, null))
        select api.feature_line(id::text, st_asgeojson(point, 6),
          api.beside(record."%1$s/row"(item) - 'position' || jsonb_build_object(%4$s),
            coalesce(coverage, (select api.without_figures(joined.coverage) from joined limit 1))))
        from (
          select item, item.id%3$s
          from record."%1$s/filtered"((select api.export_request() -> 'filter')) item%2$s
          order by %5$s
        ) listed
      $lines$
      $made$, kind.id, kind.joins, kind.columns, kind.pairs, kind.sorted,
      coalesce(nullif(kind.declared -> 'lies_at' ->> 'of', 'area'), 'tambon'));
  end loop;
end $$;
