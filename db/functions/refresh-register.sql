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

  perform api.fill_area_search();
  perform api.fill_place_search();
  perform api.fill_area_features();

  analyze area, area_shape, area_search, area_placement, place_search, area_feature;
  perform api.refresh_all_achievements();
end $$;
