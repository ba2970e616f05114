-- The last resort of the search reads an index too. Filled with the rest of place_search: db/functions/kept-keys.sql.

alter table place_search
  add column near_names text not null default '',
  add column near_paths text not null default '';
create index place_search__near_names on place_search using gin (near_names gin_trgm_ops);
create index place_search__near_paths on place_search using gin (near_paths gin_trgm_ops);
comment on column place_search.near_names is 'names without tone marks, and near_paths the same of paths: what is searched when nothing matches with them.';
