-- Records behind the targets: need for housing, cooperation of provinces, leaders, quality reviews, reported KPIs;
-- and what a planner learns from: model areas and lessons.

alter table housing_project add column tenure text;
alter table housing_project add constraint housing_project__tenure_is_known check (
  tenure in ('own_land', 'cooperative_land', 'long_lease', 'public_land', 'other')
);

create table need_survey (
  id uuid primary key default gen_random_uuid(),
  area_code text not null references area,
  fiscal_year integer not null,
  households_surveyed integer not null,
  households_in_need integer not null,
  evidence text,
  source_id text not null references source,
  constraint need_survey__one_a_year unique (area_code, fiscal_year),
  constraint need_survey__area_is_tambon check (area_code ~ '^[0-9]{6}$'),
  constraint need_survey__years_are_ce check (fiscal_year between 1990 and 2200),
  constraint need_survey__need_is_of_the_surveyed check (households_in_need between 0 and households_surveyed)
);
create index need_survey__source on need_survey (source_id);
comment on table need_survey is 'Households in need of housing (ข้อมูลความเดือดร้อน) that a survey of a tambon found. Sums only: no household is recorded.';

create table cooperation_mechanism (
  id uuid primary key default gen_random_uuid(),
  province_code text not null references area,
  name_th text not null,
  name_en text,
  established_on date not null,
  ended_on date,
  mou_signed_on date,
  mou_until date,
  mou_evidence text,
  work_plan_first_fiscal_year integer,
  work_plan_last_fiscal_year integer,
  work_plan_evidence text,
  source_id text not null references source,
  constraint cooperation_mechanism__province_has_two_digits check (province_code ~ '^[0-9]{2}$'),
  constraint cooperation_mechanism__name_is_not_blank check (btrim(name_th) <> ''),
  constraint cooperation_mechanism__ends_after_it_begins check (ended_on >= established_on),
  constraint cooperation_mechanism__mou_ends_after_it_begins check (mou_until >= mou_signed_on),
  constraint cooperation_mechanism__plan_has_both_years check (
    (work_plan_first_fiscal_year is null) = (work_plan_last_fiscal_year is null)
    and work_plan_last_fiscal_year >= work_plan_first_fiscal_year
  )
);
create unique index cooperation_mechanism__one_per_province on cooperation_mechanism (province_code) where ended_on is null;
create index cooperation_mechanism__province on cooperation_mechanism (province_code);
create index cooperation_mechanism__source on cooperation_mechanism (source_id);
comment on table cooperation_mechanism is 'A province''s cooperation mechanism (กลไกความร่วมมือระดับจังหวัด) with its memorandum and work plan.';

create table cooperation_member (
  id uuid primary key default gen_random_uuid(),
  mechanism_id uuid not null references cooperation_mechanism on delete cascade,
  sector text not null,
  name_th text not null,
  partner_id uuid references partner,
  joined_on date not null,
  left_on date,
  constraint cooperation_member__sector_is_known check (
    sector in ('community', 'state', 'business', 'social_enterprise', 'civil_society', 'academic')
  ),
  constraint cooperation_member__name_is_not_blank check (btrim(name_th) <> ''),
  constraint cooperation_member__leaves_after_joining check (left_on >= joined_on)
);
create index cooperation_member__mechanism on cooperation_member (mechanism_id);
create index cooperation_member__partner on cooperation_member (partner_id);
comment on table cooperation_member is 'A body, not a person, that is a member of a mechanism for its sector.';

create table cooperation_pilot_area (
  id uuid primary key default gen_random_uuid(),
  mechanism_id uuid not null references cooperation_mechanism on delete cascade,
  area_code text not null references area,
  theme text not null,
  started_on date not null,
  ended_on date,
  constraint cooperation_pilot_area__theme_is_known check (
    theme in ('housing', 'farmland', 'welfare', 'disaster', 'landscape', 'economy', 'other')
  ),
  constraint cooperation_pilot_area__ends_after_it_begins check (ended_on >= started_on)
);
create index cooperation_pilot_area__mechanism on cooperation_pilot_area (mechanism_id);
create index cooperation_pilot_area__area on cooperation_pilot_area (area_code);
comment on table cooperation_pilot_area is 'A pilot area (พื้นที่นำร่อง) of a mechanism.';

create table community_declaration (
  id uuid primary key default gen_random_uuid(),
  area_code text not null references area,
  title_th text not null,
  declared_on date not null,
  evidence text,
  source_id text not null references source,
  constraint community_declaration__title_is_not_blank check (btrim(title_th) <> '')
);
create index community_declaration__area on community_declaration (area_code);
create index community_declaration__source on community_declaration (source_id);
comment on table community_declaration is 'A declaration of intent of communities (เจตนารมณ์ชุมชน) in an area of any level.';

create table person (
  id uuid primary key default gen_random_uuid(),
  area_code text not null references area,
  name_th text not null,
  source_id text not null references source,
  constraint person__area_is_tambon check (area_code ~ '^[0-9]{6}$'),
  constraint person__name_is_not_blank check (btrim(name_th) <> '')
);
create index person__area on person (area_code);
create index person__source on person (source_id);
comment on table person is 'A leader. Personal data: phuenthi_api may not read it, and only counts by area ever leave. No telephone number, no national id.';

create table training_result (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  course_th text not null,
  completed_on date not null,
  passed boolean not null
);
create index training_result__person on training_result (person_id);
comment on table training_result is 'A training that a leader went through, passed or not. Personal data, as person.';

create table participation (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references person on delete cascade,
  activity_th text not null,
  took_place_on date not null
);
create index participation__person on participation (person_id);
comment on table participation is 'A part that a leader took in local development. Personal data, as person.';

create table quality_review (
  id uuid primary key default gen_random_uuid(),
  local_authority_code text not null references local_authority,
  criteria_version integer not null,
  fiscal_year integer not null,
  reviewed_on date not null,
  valid_until date not null,
  score numeric(5, 2) not null,
  reviewer_th text not null,
  evidence text,
  source_id text not null references source,
  constraint quality_review__one_a_year unique (local_authority_code, fiscal_year),
  constraint quality_review__years_are_ce check (fiscal_year between 1990 and 2200),
  constraint quality_review__score_is_percent check (score between 0 and 100),
  constraint quality_review__valid_after_review check (valid_until >= reviewed_on)
);
create index quality_review__source on quality_review (source_id);
comment on table quality_review is
  'A round of the quality review (สอบทานคุณภาพ) of the organizations in a local authority''s area. The reviewer is a body, not a person.';

create table quality_score (
  quality_review_id uuid not null references quality_review on delete cascade,
  criterion text not null,
  score numeric(5, 2) not null,
  primary key (quality_review_id, criterion),
  constraint quality_score__is_percent check (score between 0 and 100)
);
comment on table quality_score is 'The score of one criterion of a review, 0–100. The criteria of each version are in the indicator''s declaration.';

create table kpi_report (
  indicator_id text not null references indicator,
  fiscal_year integer not null,
  quarter integer not null,
  numerator numeric not null,
  denominator numeric not null,
  evidence text,
  reported_on date not null,
  source_id text not null references source,
  primary key (indicator_id, fiscal_year, quarter),
  constraint kpi_report__years_are_ce check (fiscal_year between 1990 and 2200),
  constraint kpi_report__quarter_is_one_of_four check (quarter between 1 and 4),
  constraint kpi_report__numbers_make_a_ratio check (numerator >= 0 and denominator > 0)
);
create index kpi_report__source on kpi_report (source_id);
comment on table kpi_report is 'A KPI of the institution as reported for a fiscal year up to the end of a quarter: numerator and denominator, no area.';

create table model_area (
  id uuid primary key default gen_random_uuid(),
  area_code text not null references area,
  theme text not null,
  name_th text not null,
  name_en text,
  since_fiscal_year integer not null,
  organization_id uuid references organization on delete set null,
  source_id text not null references source,
  constraint model_area__theme_is_known check (theme in ('housing', 'farmland', 'welfare', 'disaster', 'landscape')),
  constraint model_area__name_is_not_blank check (btrim(name_th) <> '')
);
create index model_area__area on model_area (area_code);
create index model_area__organization on model_area (organization_id);
create index model_area__source on model_area (source_id);
comment on table model_area is 'A model area (พื้นที่ต้นแบบ) that others can learn from.';

create table lesson (
  id uuid primary key default gen_random_uuid(),
  area_code text not null references area,
  model_area_id uuid references model_area on delete set null,
  title_th text not null,
  summary_th text not null,
  published_on date not null,
  source_id text not null references source,
  constraint lesson__texts_are_not_blank check (btrim(title_th) <> '' and btrim(summary_th) <> '')
);
create index lesson__area on lesson (area_code);
create index lesson__model_area on lesson (model_area_id);
create index lesson__source on lesson (source_id);
comment on table lesson is 'A lesson written down (ถอดบทเรียน) of an area.';

alter table area_report drop constraint area_report__dataset_is_known;
alter table area_report add constraint area_report__dataset_is_known check (
  dataset in ('organization', 'plan', 'housing', 'leader', 'cooperation')
);
comment on table area_report is
  'Says that an area''s records are complete to the end of a fiscal year, so that none means zero and not unknown; or that the dataset does not apply there. Cooperation by province, the rest by tambon.';

-- person, training_result and participation are not in this list, and must never be.
grant select on need_survey, cooperation_mechanism, cooperation_member, cooperation_pilot_area, community_declaration,
  quality_review, quality_score, kpi_report, model_area, lesson to phuenthi_api;
