-- What follows from the boundary in force: where each registered tambon is drawn, what search can find,
-- and every achievement. Called as the last step of a boundary load, in the same transaction.
create function api.refresh_register() returns void language plpgsql as $$
declare
  current_id text := (select id from boundary_version where is_current);
begin
  perform api.lock_records();
  -- Every tambon is placed: on its own shape, on the shape its alias names, or nowhere.
  delete from area_placement;
  insert into area_placement (area_code, shape_code)
  select area.code, coalesce(own.area_code, other.area_code)
  from area
  left join area_shape own on own.boundary_version_id = current_id and own.area_code = area.code
  left join area_alias on area_alias.code = area.code
  left join area_shape other on other.boundary_version_id = current_id and other.area_code = area_alias.shape_code
  where area.level = 'tambon';

  delete from area_search;
  insert into area_search (area_code, level, own_th, own_en, district_th, district_en, province_th, province_en, path_th)
  select area.code, area.level,
    api.fold_text(area.name_th), api.fold_text(area.name_en),
    api.fold_text(district.name_th), api.fold_text(district.name_en),
    api.fold_text(province.name_th), api.fold_text(province.name_en),
    -- as typed without any space: own name and everything above it, with and without the district
    case area.level
      when 'tambon' then api.fold_text(area.name_th || district.name_th || province.name_th)
      else api.fold_text(area.name_th || province.name_th)
    end
  from area_shape
  join area on area.code = area_shape.area_code
  join area province on province.code = left(area.code, 2)
  left join area district on district.code = left(area.code, 4) and length(area.code) >= 4
  where area_shape.boundary_version_id = current_id;

  analyze area, area_shape, area_search, area_placement;
  perform api.refresh_all_achievements();
end $$;
