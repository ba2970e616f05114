-- Search by several words goes to an index by all of them at once, and what it finds is written already.
-- Filled with the rest of place_search: db/functions/kept-keys.sql.

alter table place_search
  add column all_names text not null default '',
  add column item text not null default '';
create index place_search__all_names on place_search using gin (all_names gin_trgm_ops);
comment on column place_search.all_names is 'Its names and those of what it lies in: every word of a query is somewhere in it.';
comment on column place_search.item is 'The place with what it lies in, as JSON text: what a list of places says of it.';
