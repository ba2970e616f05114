-- What the records say by province: of the country, a region or a province one adds up 77 rows and not 8,000.
-- Kept by triggers on achievement: db/functions/achievement-sums.sql, which fills it the first time too.

create table achievement_sum (
  indicator_id text not null references indicator on delete cascade,
  fiscal_year integer not null,
  province_code text not null references area,
  amount numeric,
  set_against numeric,
  divided numeric,
  units integer not null,
  counted integer not null,
  not_counted integer not null,
  unknown integer not null,
  not_applicable integer not null,
  withheld integer not null,
  primary key (indicator_id, fiscal_year, province_code)
);
create index achievement_sum__province on achievement_sum (province_code);
comment on table achievement_sum is 'Achievements added up by indicator, fiscal year and province. Derived: kept by triggers on achievement.';
comment on column achievement_sum.amount is 'All values together; null: none is known.';
comment on column achievement_sum.set_against is 'Denominators of the units whose value is known, and divided the values of those whose denominator is.';
grant select on achievement_sum to phuenthi_api;
