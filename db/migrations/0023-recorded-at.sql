-- When records last changed, apart from when answers did: another rule or another version of the program gives other answers
-- from the same records.
alter table data_version add column recorded_at timestamptz not null default now();
update data_version set recorded_at = changed_at;
comment on column data_version.recorded_at is 'When records of the topic last changed: the as_of of figures';
comment on column data_version.changed_at is 'When answers last changed, by records or by another version of the program: the Last-Modified of files';
