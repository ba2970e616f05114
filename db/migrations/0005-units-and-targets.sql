-- What a figure counts may be a tambon, a province, a local authority, or the country itself; and a target is a
-- version with milestones and shares. Both tables are made anew: achievements are worked out again by the first
-- refresh, and the declared targets come back from db/indicators as version 1.

drop table achievement;
create table achievement (
  indicator_id text not null references indicator,
  fiscal_year integer not null,
  area_code text references area,
  local_authority_code text references local_authority on delete cascade,
  unit_code text not null generated always as (coalesce(area_code, 'L' || local_authority_code, 'TH')) stored,
  value numeric,
  denominator numeric,
  state text not null,
  reason text not null,
  primary key (indicator_id, fiscal_year, unit_code),
  constraint achievement__unit_is_one_thing check (num_nonnulls(area_code, local_authority_code) <= 1),
  constraint achievement__state_is_known check (state in ('counted', 'not_counted', 'unknown', 'not_applicable')),
  constraint achievement__value_iff_known check ((value is not null) = (state in ('counted', 'not_counted'))),
  constraint achievement__denominator_not_negative check (denominator >= 0)
);
create index achievement__area on achievement (area_code);
create index achievement__local_authority on achievement (local_authority_code);
comment on table achievement is
  'What the records say per indicator, fiscal year and unit: a tambon, a province, a local authority (L and its code) or the country (TH). Kept by triggers in the transaction of the edit; never typed.';

drop table target;
create table target_version (
  id bigint generated always as identity primary key,
  indicator_id text not null references indicator,
  version integer not null,
  action text not null,
  method text,
  basis text,
  owner text not null,
  note text,
  undoes_version integer,
  denominator_id text references denominator,
  source_id text not null references source,
  set_at timestamptz not null default now(),
  constraint target_version__number_is_unique unique (indicator_id, version),
  constraint target_version__action_is_known check (action in ('declared', 'set', 'shared', 'undone')),
  constraint target_version__method_is_known check (method in ('even', 'proportional', 'by_hand')),
  constraint target_version__basis_is_known check (basis in ('units', 'population', 'need', 'gap')),
  constraint target_version__basis_iff_proportional check ((basis is not null) = (method is not distinct from 'proportional')),
  constraint target_version__undone_says_what check ((action = 'undone') = (undoes_version is not null)),
  constraint target_version__owner_is_not_blank check (btrim(owner) <> '')
);
create index target_version__denominator on target_version (denominator_id);
create index target_version__source on target_version (source_id);
comment on table target_version is
  'A target of an indicator, whole: each change, sharing out and undoing writes a new version, and none is ever changed. The highest is in force.';

create table target_value (
  target_version_id bigint not null references target_version on delete cascade,
  region_code text references region,
  area_code text references area,
  place_code text not null generated always as (coalesce(area_code, region_code, 'TH')) stored,
  fiscal_year integer not null,
  value numeric not null,
  primary key (target_version_id, place_code, fiscal_year),
  constraint target_value__place_is_one_thing check (num_nonnulls(region_code, area_code) <= 1),
  constraint target_value__area_is_province check (area_code ~ '^[0-9]{2}$'),
  constraint target_value__value_not_negative check (value >= 0)
);
create index target_value__region on target_value (region_code);
create index target_value__area on target_value (area_code);
comment on table target_value is
  'What the country (TH), a region or a province should have reached by the end of a fiscal year. Shares add up to their whole, year by year.';

grant select on achievement, target_version, target_value to phuenthi_api;
