-- Local authorities (อปท.) as a register of their own beside tambon, with a dated crosswalk to them.

create table local_authority (
  code text primary key,
  kind text not null,
  name_th text not null,
  name_en text not null,
  province_code text not null references area,
  valid_from date,
  valid_to date,
  source_id text not null references source,
  constraint local_authority__code_is_digits check (code ~ '^[0-9]{2,8}$'),
  constraint local_authority__kind_is_known check (
    kind in ('provincial_organization', 'city_municipality', 'town_municipality', 'subdistrict_municipality',
             'municipality', 'subdistrict_organization', 'bangkok', 'bangkok_district', 'pattaya')
  ),
  constraint local_authority__name_is_not_blank check (btrim(name_th) <> '' and btrim(name_en) <> ''),
  constraint local_authority__province_has_two_digits check (province_code ~ '^[0-9]{2}$'),
  constraint local_authority__ends_after_it_begins check (valid_to >= valid_from)
);
create index local_authority__province on local_authority (province_code, kind);
create index local_authority__source on local_authority (source_id);
comment on table local_authority is
  'A local authority (องค์กรปกครองส่วนท้องถิ่น, อปท.), and each Bangkok district (เขต), which takes that place in Bangkok. Kind municipality: the source does not say which rank.';

create table local_authority_area (
  local_authority_code text not null references local_authority on delete cascade,
  area_code text not null references area,
  extent text not null,
  share numeric,
  valid_from date,
  valid_to date,
  source_id text not null references source,
  primary key (local_authority_code, area_code),
  constraint local_authority_area__area_is_tambon check (area_code ~ '^[0-9]{6}$'),
  constraint local_authority_area__extent_is_known check (extent in ('whole', 'part')),
  constraint local_authority_area__share_is_a_part check (
    (share > 0 and share < 1 and extent = 'part') or share is null
  ),
  constraint local_authority_area__ends_after_it_begins check (valid_to >= valid_from)
);
create index local_authority_area__area on local_authority_area (area_code);
create index local_authority_area__source on local_authority_area (source_id);
comment on table local_authority_area is
  'The crosswalk: this authority has the whole tambon, or a part of it. share is the known part, null when nobody published it.';

grant select on local_authority, local_authority_area to phuenthi_api;
