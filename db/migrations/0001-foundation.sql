-- The register: sources, boundaries, areas, organizations, plans, housing, indicators, targets, achievement.
-- Forward only. Functions and tile layers are not here: they live one to a file and are re-applied whole.

create extension if not exists postgis;
create extension if not exists pg_trgm;

-- Two roles from the first migration on: whoever migrates owns everything; phuenthi_api only serves.
do $$
begin
  if not exists (select from pg_roles where rolname = 'phuenthi_api') then
    create role phuenthi_api nologin;
  end if;
exception when insufficient_privilege then
  raise exception 'role phuenthi_api is missing and this account may not create it'
    using hint = 'run once as an administrator: CREATE ROLE phuenthi_api NOLOGIN;';
end $$;

-- `options=-c role=phuenthi_api` on the connection needs the owner to be a member of the role.
do $$
begin
  if not pg_has_role(current_user, 'phuenthi_api', 'member') then
    execute format('grant phuenthi_api to %I', current_user);
  end if;
end $$;

-- ── provenance ───────────────────────────────────────────────────────────────────────────────────────────

create table source (
  id text primary key,
  title_th text not null,
  title_en text not null,
  publisher text not null,
  licence text not null,
  licence_url text,
  attribution text not null,
  url text,
  sha256 text,
  reference_date date,
  is_sample boolean not null,
  recorded_at timestamptz not null default now(),
  constraint source__id_is_kebab_case check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint source__sha256_is_hex check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table source is 'Where a row came from: publisher, licence, file hash. No imported number without one.';

-- ── areas and their boundaries ───────────────────────────────────────────────────────────────────────────

create table boundary_version (
  id text primary key,
  source_id text not null references source,
  is_sample boolean not null,
  is_current boolean not null default false,
  province_count integer not null,
  district_count integer not null,
  tambon_count integer not null,
  loaded_at timestamptz not null default now(),
  constraint boundary_version__id_is_kebab_case check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
create index boundary_version__source on boundary_version (source_id);
create unique index boundary_version__one_is_current on boundary_version (is_current) where is_current;
comment on table boundary_version is 'One loaded set of lines. Its id is in every area tile URL, so tiles can be cached for ever.';

create table area (
  code text primary key,
  level text not null,
  parent_code text references area,
  name_th text not null,
  name_en text not null,
  source_id text not null references source,
  constraint area__level_is_known check (level in ('province', 'district', 'tambon')),
  constraint area__code_matches_level check (
    code ~ '^[0-9]+$'
    and length(code) = case level when 'province' then 2 when 'district' then 4 else 6 end
  ),
  constraint area__parent_is_prefix check (
    parent_code is not distinct from nullif(left(code, length(code) - 2), '')
  ),
  constraint area__names_are_not_blank check (btrim(name_th) <> '' and btrim(name_en) <> '')
);
create index area__parent on area (parent_code);
create index area__source on area (source_id);
create index area__level on area (level, code);
comment on table area is 'The register of areas by DOPA code. Rows are never deleted: records point here whatever lines are loaded.';

create table area_shape (
  boundary_version_id text not null references boundary_version on delete cascade,
  area_code text not null references area,
  level text not null,
  geom geometry(MultiPolygon, 4326) not null,
  point geometry(Point, 4326) not null,
  bbox double precision[] not null,
  area_m2 double precision not null,
  primary key (boundary_version_id, area_code),
  constraint area_shape__level_is_known check (level in ('province', 'district', 'tambon')),
  constraint area_shape__geom_is_valid check (st_isvalid(geom)),
  constraint area_shape__bbox_has_four_numbers check (array_length(bbox, 1) = 4),
  constraint area_shape__area_is_positive check (area_m2 > 0)
);
create index area_shape__area on area_shape (area_code);
create index area_shape__tambon_geom on area_shape using gist (geom) where level = 'tambon';
create index area_shape__point on area_shape using gist (point);
comment on table area_shape is 'Full-resolution shape of an area in one boundary version. bbox is [west, south, east, north] in degrees.';

create table area_band (
  boundary_version_id text not null references boundary_version on delete cascade,
  area_code text not null references area,
  min_zoom smallint not null,
  geom geometry(MultiPolygon, 4326) not null,
  primary key (boundary_version_id, min_zoom, area_code),
  constraint area_band__zoom_is_possible check (min_zoom between 0 and 22)
);
create index area_band__area on area_band (area_code);
comment on table area_band is 'The same shape simplified by shared arcs, good from min_zoom up to the next band.';

create table area_tile (
  boundary_version_id text not null references boundary_version on delete cascade,
  z smallint not null,
  x integer not null,
  y integer not null,
  data bytea not null,
  primary key (boundary_version_id, z, x, y)
);
alter table area_tile alter column data set storage external;
comment on table area_tile is 'Baked vector tiles of areas, gzip bytes as they go over the wire. A missing row is an empty tile.';

create table area_alias (
  code text primary key,
  shape_code text not null,
  reason_th text not null,
  reason_en text not null,
  source_id text not null references source
);
create index area_alias__source on area_alias (source_id);
comment on table area_alias is 'Codes that have no polygon of their own, and the code whose polygon holds their ground today.';

create table area_placement (
  area_code text primary key references area,
  shape_code text references area
);
create index area_placement__shape on area_placement (shape_code);
comment on table area_placement is 'Where a registered tambon is drawn and counted in the current boundary: itself, its alias, or nowhere (null).';

create table area_search (
  area_code text primary key references area,
  level text not null,
  own_th text not null,
  own_en text not null,
  district_th text,
  district_en text,
  province_th text not null,
  province_en text not null,
  path_th text not null,
  constraint area_search__level_is_known check (level in ('province', 'district', 'tambon'))
);
comment on table area_search is 'Folded names of the areas on the map, for search. Rebuilt with every boundary load.';

-- ── records ──────────────────────────────────────────────────────────────────────────────────────────────

create table partner (
  id uuid primary key default gen_random_uuid(),
  sector text not null,
  rung text,
  name_th text not null,
  name_en text,
  source_id text not null references source,
  constraint partner__sector_is_known check (
    sector in ('state', 'business', 'social_enterprise', 'civil_society', 'academic')
  ),
  constraint partner__rung_is_known check (
    rung in ('local_authority', 'district', 'province', 'region', 'central')
  )
);
create index partner__source on partner (source_id);
comment on table partner is 'An agency or other partner (ภาคี) that includes or supports items of community plans.';

create table organization (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  name_th text not null,
  name_en text,
  name_key text not null,
  area_code text not null references area,
  registered_on date,
  dissolved_on date,
  member_count integer,
  fund_balance_thb numeric(16, 2),
  position geometry(Point, 4326),
  source_id text not null references source,
  updated_at timestamptz not null default now(),
  constraint organization__kind_is_known check (
    kind in ('council', 'welfare_fund', 'savings_group', 'housing_cooperative', 'community_enterprise',
             'network', 'land_group', 'other')
  ),
  constraint organization__name_is_not_blank check (btrim(name_th) <> ''),
  constraint organization__dissolved_after_registered check (dissolved_on >= registered_on),
  -- one point with coordinates on the globe
  constraint organization__position_is_on_earth check (
    st_x(position) between -180 and 180 and st_y(position) between -90 and 90 and not st_isempty(position)
  ),
  constraint organization__members_not_negative check (member_count >= 0),
  constraint organization__balance_not_negative check (fund_balance_thb >= 0)
);
create index organization__area on organization (area_code, kind);
create index organization__source on organization (source_id);
create index organization__position on organization using gist (position);
create index organization__name on organization (name_th collate "th-x-icu", id);
create index organization__name_key on organization using gin (name_key gin_trgm_ops);
create unique index organization__one_council_per_area on organization (area_code)
  where kind = 'council' and dissolved_on is null;
comment on table organization is 'A community organization (องค์กรชุมชน). area_code is its tambon; a Bangkok council has its district (เขต).';

create table plan (
  id uuid primary key default gen_random_uuid(),
  area_code text not null references area,
  organization_id uuid references organization on delete set null,
  title_th text not null,
  title_en text,
  title_key text not null,
  first_fiscal_year integer not null,
  last_fiscal_year integer not null,
  source_id text not null references source,
  updated_at timestamptz not null default now(),
  constraint plan__title_is_not_blank check (btrim(title_th) <> ''),
  constraint plan__years_are_ce check (first_fiscal_year between 1990 and 2200),
  constraint plan__runs_three_to_five_years check (last_fiscal_year - first_fiscal_year + 1 between 3 and 5)
);
create index plan__area on plan (area_code);
create index plan__organization on plan (organization_id);
create index plan__source on plan (source_id);
create index plan__title on plan (title_th collate "th-x-icu", id);
comment on table plan is 'A community development plan (แผนพัฒนาชุมชนท้องถิ่น) of one tambon, 3–5 fiscal years.';

create table plan_item (
  id uuid primary key default gen_random_uuid(),
  plan_id uuid not null references plan on delete cascade,
  item_number integer not null,
  theme text not null,
  title_th text not null,
  asked_thb numeric(16, 2),
  constraint plan_item__number_is_unique unique (plan_id, item_number),
  constraint plan_item__theme_is_known check (theme in ('social', 'economy', 'environment')),
  constraint plan_item__asked_not_negative check (asked_thb >= 0)
);
comment on table plan_item is 'One thing a plan asks for.';

create table plan_item_link (
  id uuid primary key default gen_random_uuid(),
  plan_item_id uuid not null references plan_item on delete cascade,
  rung text not null,
  partner_id uuid references partner,
  fiscal_year integer not null,
  state text not null,
  decline_reason text,
  evidence text,
  support_kind text,
  asked_thb numeric(16, 2),
  granted_thb numeric(16, 2),
  constraint plan_item_link__rung_is_known check (
    rung in ('community', 'local_authority', 'district', 'province', 'region', 'central')
  ),
  constraint plan_item_link__state_is_known check (
    state in ('proposed', 'accepted', 'included', 'funded', 'in_progress', 'done', 'declined')
  ),
  constraint plan_item_link__declined_says_why check (state <> 'declined' or decline_reason is not null),
  constraint plan_item_link__texts_are_not_blank check (btrim(evidence) <> '' and btrim(decline_reason) <> ''),
  constraint plan_item_link__support_is_known check (support_kind in ('budget', 'staff', 'materials')),
  constraint plan_item_link__years_are_ce check (fiscal_year between 1990 and 2200),
  constraint plan_item_link__asked_not_negative check (asked_thb >= 0),
  constraint plan_item_link__granted_not_negative check (granted_thb >= 0)
);
create index plan_item_link__item on plan_item_link (plan_item_id, fiscal_year);
create index plan_item_link__partner on plan_item_link (partner_id);
create index plan_item_link__state on plan_item_link (state, plan_item_id);
comment on table plan_item_link is 'A step of an item up the ladder: rung, state, evidence, baht asked and granted. Several rungs per item.';

create table housing_project (
  id uuid primary key default gen_random_uuid(),
  area_code text not null references area,
  programme text not null,
  name_th text not null,
  fiscal_year integer not null,
  households_planned integer,
  households_approved integer,
  households_built integer,
  households_benefited integer not null,
  budget_thb numeric(16, 2),
  source_id text not null references source,
  updated_at timestamptz not null default now(),
  constraint housing_project__programme_is_known check (
    programme in ('baan_mankong_urban', 'baan_mankong_rural', 'baan_phor_phiang_rural', 'other')
  ),
  constraint housing_project__years_are_ce check (fiscal_year between 1990 and 2200),
  constraint housing_project__households_not_negative check (
    households_planned >= 0 and households_approved >= 0 and households_built >= 0 and households_benefited >= 0
  ),
  -- Figures of 1 to 4 households are personal data. Until small cells are hidden in every answer, they stay out:
  -- with projects of none or at least five, no sum and no difference of sums falls below five.
  constraint housing_project__small_counts_stay_out check (households_benefited not between 1 and 4),
  constraint housing_project__budget_not_negative check (budget_thb >= 0)
);
create index housing_project__area on housing_project (area_code, fiscal_year);
create index housing_project__source on housing_project (source_id);
comment on table housing_project is 'A housing project of one tambon and fiscal year, with households planned to benefited. Sums only: no household is recorded.';

create table area_report (
  area_code text not null references area,
  dataset text not null,
  fiscal_year integer not null,
  state text not null,
  reason_th text,
  reason_en text,
  source_id text not null references source,
  primary key (area_code, dataset, fiscal_year),
  constraint area_report__dataset_is_known check (dataset in ('organization', 'plan', 'housing')),
  constraint area_report__state_is_known check (state in ('complete', 'not_applicable')),
  constraint area_report__not_applicable_says_why check (
    state <> 'not_applicable' or (reason_th is not null and reason_en is not null)
  )
);
create index area_report__source on area_report (source_id);
comment on table area_report is
  'Says that a tambon''s records are complete to the end of a fiscal year, so that none means zero and not unknown; or that the dataset does not apply there.';

-- ── indicators, targets, achievement ─────────────────────────────────────────────────────────────────────

create table indicator (
  id text primary key,
  declaration jsonb not null,
  constraint indicator__id_is_kebab_case check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
comment on table indicator is 'What is declared in db/indicators/<id>.json, kept in step by every migration run.';

create table target (
  id bigint generated always as identity primary key,
  indicator_id text not null references indicator,
  area_code text references area,
  fiscal_year integer not null,
  value numeric not null,
  denominator numeric,
  denominator_note_th text,
  denominator_note_en text,
  version integer not null default 1,
  source_id text not null references source,
  set_at timestamptz not null default now(),
  constraint target__value_is_positive check (value > 0),
  constraint target__denominator_says_what check (
    denominator is null or (denominator_note_th is not null and denominator_note_en is not null)
  )
);
create unique index target__one_per_version on target (indicator_id, coalesce(area_code, ''), fiscal_year, version);
create index target__area on target (area_code);
create index target__source on target (source_id);
comment on table target is 'What should be reached by the end of a fiscal year, by the country (area_code null) or an area. The highest version is in force.';

create table achievement (
  indicator_id text not null references indicator,
  fiscal_year integer not null,
  area_code text not null references area,
  value numeric,
  state text not null,
  reason text not null,
  primary key (indicator_id, fiscal_year, area_code),
  constraint achievement__state_is_known check (state in ('counted', 'not_counted', 'unknown', 'not_applicable')),
  constraint achievement__value_iff_known check ((value is not null) = (state in ('counted', 'not_counted')))
);
create index achievement__area on achievement (area_code);
comment on table achievement is
  'What the records say per indicator, tambon and fiscal year. Kept by triggers in the transaction of the edit; never typed.';

create table data_version (
  topic text primary key,
  version bigint not null default 1,
  changed_at timestamptz not null default now(),
  constraint data_version__topic_is_known check (topic in ('boundary', 'organization', 'plan', 'coverage'))
);
insert into data_version (topic) values ('boundary'), ('organization'), ('plan'), ('coverage');
comment on table data_version is 'A number per topic that grows with every edit. Caches and ETags are keyed by it.';

insert into source (id, title_th, title_en, publisher, licence, attribution, is_sample, reference_date) values
  ('strategy-2560-2564', 'กรอบผลลัพธ์ยุทธศาสตร์ พ.ศ. 2560–2564', 'Strategy results framework, fiscal years 2017–2021',
   'สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)', 'Published document; figures quoted with attribution',
   'CODI strategic plan B.E. 2560–2564', false, '2016-10-01');

-- The serving role needs no tables of its own, not even for a session.
do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;

-- ── rights, each by name ─────────────────────────────────────────────────────────────────────────────────

grant usage on schema public to phuenthi_api;
grant select on source, boundary_version, area, area_shape, area_band, area_tile, area_alias, area_placement,
  area_search, partner, organization, plan, plan_item, plan_item_link, housing_project, area_report,
  indicator, target, achievement, data_version to phuenthi_api;
