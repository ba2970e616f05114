-- What search reads: every place by its folded names, and what people call places.
-- Kept by triggers, and following the folding: db/functions/kept-keys.sql.

create extension if not exists fuzzystrmatch;

create table place_search (
  code text primary key,
  level text not null,
  sort text not null,
  own_th text not null,
  own_en text not null,
  district_th text,
  district_en text,
  province_th text not null,
  province_en text not null,
  names text not null,
  paths text not null,
  near_th text not null,
  near_en text not null,
  constraint place_search__level_is_known check (level in ('region', 'province', 'district', 'tambon', 'local_authority'))
);
create index place_search__names on place_search using gin (names gin_trgm_ops);
create index place_search__paths on place_search using gin (paths gin_trgm_ops);
comment on table place_search is
  'Folded names of the areas on the map, the regions and the local authorities, for search. Derived: rebuilt when one of them changes.';
comment on column place_search.sort is 'What a typed prefix names: the level of an area or region, the kind of a local authority.';
comment on column place_search.paths is
  'Each name with all it lies in, as typed without any space, a bar before each: with and without the district.';

comment on column place_search.near_th is 'Without tone marks, and near_en as it sounds: what a misspelt name is compared with.';

create table place_nickname (
  name text primary key,
  stands_for text not null,
  use text not null,
  reason text not null,
  key text not null unique,
  stands_for_key text not null,
  source_id text not null references source,
  constraint place_nickname__use_is_known check (use in ('anywhere', 'alone')),
  constraint place_nickname__key_is_not_empty check (key <> '' and stands_for_key <> '')
);
create index place_nickname__source on place_nickname (source_id);
comment on table place_nickname is
  'What people call a place, and the official name it stands for. alone: only when nothing else is typed, because official places are called so too. Replaced whole when geo-data/lookups/place-nicknames.csv changes.';

grant select on place_search, place_nickname to phuenthi_api;
