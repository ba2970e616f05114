-- Versions by indicator and province: db/functions/versions.sql. From now on a topic's version is the number of the edit that
-- moved it last, and the row `edit` has the last number given.
insert into data_version (topic, version, changed_at, recorded_at)
select 'edit', max(version), max(changed_at), max(recorded_at) from data_version;
grant insert on data_version to phuenthi_keeper;
comment on table data_version is
  'Per topic the number of the edit that changed it last. Caches and ETags are keyed by it; edit has the last number given.';

-- What has no version of its own yet was changed when all of its kind was.
insert into data_version (topic, version, changed_at, recorded_at)
select made.topic, kept.version, kept.changed_at, kept.recorded_at
from (
  select distinct 'coverage', 'coverage ' || indicator_id || place
  from achievement left join local_authority on code = local_authority_code
  cross join lateral unnest(array['', '@' || coalesce(left(area_code, 2), province_code, 'TH')]) place
  union select distinct 'coverage', 'coverage@' || left(area_code, 2) from achievement where area_code is not null
  union select distinct 'records', 'records@' || left(area_code, 2) from achievement where area_code is not null
) made(of, topic)
join data_version kept on kept.topic = made.of;
