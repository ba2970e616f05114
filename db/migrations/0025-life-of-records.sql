-- What every table of records has: an id, how often it was changed, when it ended and why, and its place in the one order of
-- edits that `since` asks after.

-- Drawn by each edit under the lock that edits wait for, so that a number is never seen before a lower one.
create sequence record_change as bigint;

-- What ended is said in one word for all kinds.
alter table organization rename column dissolved_on to ended_on;
alter table organization rename constraint organization__dissolved_after_registered to organization__ends_after_it_begins;
alter table cooperation_member rename column left_on to ended_on;
alter table cooperation_member rename constraint cooperation_member__leaves_after_joining
  to cooperation_member__ends_after_it_begins;

-- What was known by its other columns gets an id; they stay unique among what has not ended (below).
alter table area_report drop constraint area_report_pkey;
alter table kpi_report drop constraint kpi_report_pkey;
alter table quality_score drop constraint quality_score_pkey;
alter table population drop constraint population_pkey;
alter table area_report add column id uuid not null default gen_random_uuid() primary key;
alter table kpi_report add column id uuid not null default gen_random_uuid() primary key;
alter table quality_score add column id uuid not null default gen_random_uuid() primary key;
alter table population add column id uuid not null default gen_random_uuid() primary key;

do $$
declare
  kept text;
begin
  foreach kept in array array[
    'organization', 'plan', 'plan_item', 'plan_item_link', 'housing_project', 'need_survey', 'partner',
    'cooperation_mechanism', 'cooperation_member', 'cooperation_pilot_area', 'community_declaration', 'quality_review',
    'quality_score', 'model_area', 'lesson', 'kpi_report', 'area_report', 'population', 'person', 'training_result',
    'participation']
  loop
    execute format($add$
      alter table %1$I
        add column revision integer not null default 1,
        add column change_number bigint not null default nextval('record_change'),
        add column if not exists ended_on date,
        add column end_reason text,
        add column if not exists updated_at timestamptz not null default now(),
        add constraint %2$I check (revision > 0),
        add constraint %3$I check (end_reason is null or (ended_on is not null and btrim(end_reason) <> ''))
      $add$, kept, kept || '__revision_is_positive', kept || '__ended_for_a_reason');
    execute format('create index %I on %I (change_number)', kept || '__change', kept);
  end loop;
end $$;

-- A part of a record comes from where the record does, unless it says otherwise.
alter table plan_item add column source_id text references source (id);
alter table plan_item_link add column source_id text references source (id);
alter table cooperation_member add column source_id text references source (id);
alter table cooperation_pilot_area add column source_id text references source (id);
alter table quality_score add column source_id text references source (id);
alter table training_result add column source_id text references source (id);
alter table participation add column source_id text references source (id);
update plan_item set source_id = plan.source_id from plan where plan.id = plan_id;
update plan_item_link set source_id = plan_item.source_id from plan_item where plan_item.id = plan_item_id;
update cooperation_member set source_id = mechanism.source_id from cooperation_mechanism mechanism where mechanism.id = mechanism_id;
update cooperation_pilot_area set source_id = mechanism.source_id from cooperation_mechanism mechanism where mechanism.id = mechanism_id;
update quality_score set source_id = review.source_id from quality_review review where review.id = quality_review_id;
update training_result set source_id = person.source_id from person where person.id = person_id;
update participation set source_id = person.source_id from person where person.id = person_id;
alter table plan_item alter column source_id set not null;
alter table plan_item_link alter column source_id set not null;
alter table cooperation_member alter column source_id set not null;
alter table cooperation_pilot_area alter column source_id set not null;
alter table quality_score alter column source_id set not null;
alter table training_result alter column source_id set not null;
alter table participation alter column source_id set not null;
create index plan_item__source on plan_item (source_id);
create index plan_item_link__source on plan_item_link (source_id);
create index cooperation_member__source on cooperation_member (source_id);
create index cooperation_pilot_area__source on cooperation_pilot_area (source_id);
create index quality_score__source on quality_score (source_id);
create index training_result__source on training_result (source_id);
create index participation__source on participation (source_id);

-- One of a kind among what stands: what has ended makes room for its successor.
create unique index area_report__one_per_dataset_and_year on area_report (area_code, dataset, fiscal_year) where ended_on is null;
create unique index kpi_report__one_per_quarter on kpi_report (indicator_id, fiscal_year, quarter) where ended_on is null;
create index kpi_report__indicator on kpi_report (indicator_id);
create unique index quality_score__one_per_criterion on quality_score (quality_review_id, criterion) where ended_on is null;
create index quality_score__review on quality_score (quality_review_id);
create unique index population__one_per_day on population (area_code, reference_date) where ended_on is null;
create index population__area on population (area_code);
alter table need_survey drop constraint need_survey__one_a_year;
create unique index need_survey__one_a_year on need_survey (area_code, fiscal_year) where ended_on is null;
create index need_survey__area on need_survey (area_code);
alter table quality_review drop constraint quality_review__one_a_year;
create unique index quality_review__one_a_year on quality_review (local_authority_code, fiscal_year) where ended_on is null;
create index quality_review__authority on quality_review (local_authority_code);
alter table plan_item drop constraint plan_item__number_is_unique;
create unique index plan_item__number_is_unique on plan_item (plan_id, item_number) where ended_on is null;
create index plan_item__plan on plan_item (plan_id);

-- What a search finds a record by, folded; kept for every kind that has a title.
alter table organization rename column name_key to search_key;
alter table plan rename column title_key to search_key;
alter index organization__name_key rename to organization__search_key;
do $$
declare
  titled text;
begin
  foreach titled in array array['plan_item', 'housing_project', 'partner', 'cooperation_mechanism', 'cooperation_member',
    'community_declaration', 'model_area', 'lesson', 'person']
  loop
    execute format('alter table %I add column search_key text not null default ''''', titled);
  end loop;
end $$;
alter table plan_item_link rename constraint plan_item_link__support_is_known to plan_item_link__support_kind_is_known;

-- What each kind of record declares (server/src/records), kept in step by every migration run.
create table record_kind (
  id text primary key,
  declaration jsonb not null,
  constraint record_kind__id_is_snake_case check (id ~ '^[a-z]+(_[a-z]+)*$')
);
comment on table record_kind is 'What is declared in server/src/records/<kind>.record.ts, kept in step by every migration run.';

-- Topics follow the kinds: each has one, beside boundary, coverage and records, which every edit of a record moves.
alter table data_version drop constraint data_version__topic_is_known;
insert into data_version (topic) values ('records');

grant select on record_kind to phuenthi_api;

-- Codes and their words (server/src/records/codes), for whoever joins them in SQL.
create table code (
  list text not null,
  code text not null,
  place integer not null,
  label_th text not null,
  label_en text not null,
  primary key (list, code)
);
comment on table code is 'Codes and their words, list by list in their order, from server/src/records/codes; kept in step by every migration run.';
grant select on code to phuenthi_api;
