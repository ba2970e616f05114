-- Names are kept folded, so that search never folds a hundred thousand rows.

create function api.record_key(name_th text, name_en text) returns text language sql immutable parallel safe as $$
  select api.fold_text(name_th || coalesce(' ' || name_en, ''))
$$;

create function api.set_nickname_keys() returns trigger language plpgsql as $$
begin
  new.key := api.fold_text(new.name);
  new.stands_for_key := api.fold_text(new.stands_for);
  return new;
end $$;

create trigger set_keys before insert or update of name, stands_for on place_nickname
  for each row execute function api.set_nickname_keys();

-- Areas on the map with what they lie in; theirs are rebuilt by each boundary load.
create function api.fill_area_search() returns void language sql as $$
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
  where area_shape.boundary_version_id = (select id from boundary_version where is_current);
$$;

-- A row of place_search from folded names. `path` is the name with all it lies in, as typed without any space; `item` the
-- place as lists of places say it.
create function api.place_row(code text, level text, sort text, own_th text, own_en text, district_th text, district_en text,
  province_th text, province_en text, path_th text, item jsonb)
  returns setof place_search language sql immutable rows 1
as $$
  select code, level, sort, own_th, own_en, district_th, district_en, province_th, province_en,
    names, paths, left(api.fold_tone(own_th), 60), left(api.fold_roman(own_en), 60), api.fold_tone(names), api.fold_tone(paths),
    concat_ws('|', names, paths, district_th, district_en, own_en || province_en), item::text
  from (select own_th || '|' || own_en as names, '|' || path_th || '|' || own_th || province_th as paths) searched
$$;

-- With what it lies in: of an area those above it, of a local authority its province, of a region nothing.
create function api.place_item(ref jsonb, ancestors jsonb) returns jsonb language sql immutable parallel safe as $$
  select ref || jsonb_build_object('ancestors', ancestors)
$$;

create function api.region_row(item region) returns setof place_search language sql stable rows 1 as $$
  select place.*
  from (select api.fold_text(item.name_th) as own_th, api.fold_text(item.name_en) as own_en offset 0) own
  cross join api.place_row(item.code, 'region', 'region', own_th, own_en, null, null, '', '', own_th,
    api.place_item(api.place_ref(item.code), '[]')) place
$$;

-- Found by its province too; none until that is on the map.
create function api.local_authority_row(item local_authority) returns setof place_search language sql stable rows 1 as $$
  select place.*
  from (select api.fold_text(item.name_th) as own_th, api.fold_text(item.name_en) as own_en offset 0) own
  join area_search province on province.area_code = item.province_code
  cross join api.place_row('L' || item.code, 'local_authority', item.kind, own.own_th, own.own_en, null, null, province.own_th,
    province.own_en, own.own_th || province.own_th,
    api.place_item(api.place_ref('L' || item.code), api.area_path(item.province_code, true))) place
$$;

create function api.fill_place_search() returns void language sql as $$
  delete from place_search;
  insert into place_search
  select place.* from area_search area
  cross join api.place_row(area_code, level, level, own_th, own_en, district_th, district_en, province_th, province_en, path_th,
    api.place_item(api.place_ref(area_code), api.area_path(area_code, false))) place
  union all
  select place.* from region cross join api.region_row(region) place
  union all
  select place.* from local_authority cross join api.local_authority_row(local_authority) place
$$;

create function api.region_renamed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if tg_op <> 'INSERT' then delete from place_search where code = old.code; end if;
  if tg_op <> 'DELETE' then insert into place_search select * from api.region_row(new); end if;
  return null;
end $$;

create function api.local_authority_renamed() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if tg_op <> 'INSERT' then delete from place_search where code = 'L' || old.code; end if;
  if tg_op <> 'DELETE' then insert into place_search select * from api.local_authority_row(new); end if;
  return null;
end $$;

create trigger set_search after insert or delete or update of code, name_th, name_en on region
  for each row execute function api.region_renamed();
create trigger set_search after insert or delete or update of code, kind, name_th, name_en, province_code on local_authority
  for each row execute function api.local_authority_renamed();

-- Of every kind that has a title.
create function api.fill_search_keys() returns void language plpgsql as $$
declare
  kind record;
begin
  for kind in
    select id, declaration -> 'title' ->> 0 as th, declaration -> 'title' ->> 1 as en
    from record_kind where jsonb_typeof(declaration -> 'title') = 'array'
  loop
    execute format('update %1$I set search_key = api.record_key(%2$I, %3$s) where search_key <> api.record_key(%2$I, %3$s)',
      kind.id, kind.th, case when kind.en is null then 'null' else quote_ident(kind.en) end);
  end loop;
end $$;

-- Another folding means other keys, and another way to say an area another line of it. What they were made with is remembered,
-- since making them all takes seconds. Called before the triggers of records stand: a key changes no figure and is no edit.
create function api.refresh_kept_texts() returns void language plpgsql as $$
declare
  folding text := (
    select md5(string_agg(prosrc, '|' order by proname) || (select string_agg(id, ' ' order by id) from record_kind)) from pg_proc
    where pronamespace = 'api'::regnamespace and proname in ('fold_text', 'fold_tone', 'fold_roman', 'record_key',
      'fill_area_search', 'place_row', 'region_row', 'local_authority_row', 'place_item', 'place_ref', 'area_ref', 'area_path',
      'fill_area_features', 'feature_line'));
begin
  if exists (select from schema_migration where path = 'folding' and sha256 = folding) then return; end if;
  perform api.fill_search_keys();
  update place_nickname set key = api.fold_text(name), stands_for_key = api.fold_text(stands_for)
  where key <> api.fold_text(name) or stands_for_key <> api.fold_text(stands_for);
  perform api.fill_area_search();
  perform api.fill_place_search();
  perform api.fill_area_features();
  insert into schema_migration (path, sha256) values ('folding', folding)
  on conflict (path) do update set sha256 = excluded.sha256, applied_at = now();
end $$;
