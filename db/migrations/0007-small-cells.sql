-- Figures of 1 to 4 households or persons never leave the system, alone or by subtraction: what an indicator adds in
-- a tambon and year is either shown there, or goes into a sum with other small ones for the area around them.

create table small_cell (
  indicator_id text not null references indicator on delete cascade,
  fiscal_year integer not null,
  area_code text not null references area,
  amount integer not null,
  primary key (indicator_id, fiscal_year, area_code),
  constraint small_cell__is_small check (amount between 1 and 4)
);
create index small_cell__area on small_cell (area_code);
comment on table small_cell is
  'What one fiscal year adds in one tambon where that is 1 to 4 households or persons. Personal data: phuenthi_api may not read it.';

create table pooled_amount (
  indicator_id text not null references indicator on delete cascade,
  fiscal_year integer not null,
  area_code text references area,
  region_code text references region,
  place_code text not null generated always as (coalesce(area_code, region_code, 'TH')) stored,
  amount integer not null,
  cells integer not null,
  primary key (indicator_id, fiscal_year, place_code),
  constraint pooled_amount__place_is_one_thing check (num_nonnulls(area_code, region_code) <= 1),
  -- several cells, and none of them known from the sum: it is not the least or the most that they can add up to
  constraint pooled_amount__hides_each_cell check (cells >= 2 and amount >= 5 and amount > cells and amount < 4 * cells)
);
create index pooled_amount__area on pooled_amount (area_code);
create index pooled_amount__region on pooled_amount (region_code);
comment on table pooled_amount is
  'Small cells of one fiscal year added up for the smallest area around them whose sum hides each: a district, else a province, a region, the country. Each cell is in one sum.';

alter table achievement add column withheld integer not null default 0;
comment on column achievement.withheld is 'Years so far whose small figure is not in value. Each stands for 1 to 4.';

alter table housing_project drop constraint housing_project__small_counts_stay_out;

-- The serving role sees that there is a project or a survey, and never how many households.
revoke select on housing_project from phuenthi_api;
grant select (id, area_code, programme, tenure, name_th, fiscal_year, budget_thb, source_id, updated_at)
  on housing_project to phuenthi_api;
revoke select on need_survey from phuenthi_api;
grant select (id, area_code, fiscal_year, evidence, source_id) on need_survey to phuenthi_api;

grant select on pooled_amount to phuenthi_api;
