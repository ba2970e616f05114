-- A licence may allow use and not handing on. What a source says of that travels with it, so that lists and files of its
-- rows can be refused (the server's setting REDISTRIBUTE_SOURCES).
alter table source add column is_redistributable boolean not null default true;
comment on column source.is_redistributable is
  'false: the licence does not allow its rows to be handed on as a list or a file';
-- loaded before the declaration said so
update source set is_redistributable = false where id = 'local-governments';
