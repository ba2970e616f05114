-- Made by npm run db:schema. Read it; never edit it.

CREATE SEQUENCE public.record_change
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.cooperation_member (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    mechanism_id uuid NOT NULL,
    sector text NOT NULL,
    name_th text NOT NULL,
    partner_id uuid,
    joined_on date NOT NULL,
    ended_on date,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    source_id text NOT NULL,
    search_key text DEFAULT ''::text NOT NULL,
    CONSTRAINT cooperation_member__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT cooperation_member__ends_after_it_begins CHECK ((ended_on >= joined_on)),
    CONSTRAINT cooperation_member__name_is_not_blank CHECK ((btrim(name_th) <> ''::text)),
    CONSTRAINT cooperation_member__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT cooperation_member__sector_is_known CHECK ((sector = ANY ('{community,state,business,social_enterprise,civil_society,academic}'::text[])))
);

COMMENT ON TABLE public.cooperation_member IS 'A body, not a person, that is a member of a mechanism for its sector.';

CREATE TABLE public.area_feature (
    area_code text NOT NULL COLLATE pg_catalog."C",
    level text NOT NULL,
    point public.geometry(Point,4326) NOT NULL,
    line text NOT NULL,
    CONSTRAINT area_feature__level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'tambon'::text])))
);
ALTER TABLE ONLY public.area_feature ALTER COLUMN line SET STORAGE EXTERNAL;

COMMENT ON TABLE public.area_feature IS 'Areas on the map as GeoJSON features with six decimals, some 0.1 m. Rebuilt with every boundary load.';

CREATE TABLE public.plan_item_link (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    plan_item_id uuid NOT NULL,
    rung text NOT NULL,
    partner_id uuid,
    fiscal_year integer NOT NULL,
    state text NOT NULL,
    decline_reason text,
    evidence text,
    support_kind text,
    asked_thb numeric(16,2),
    granted_thb numeric(16,2),
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    source_id text NOT NULL,
    CONSTRAINT plan_item_link__asked_not_negative CHECK ((asked_thb >= (0)::numeric)),
    CONSTRAINT plan_item_link__declined_says_why CHECK (((state <> 'declined'::text) OR (decline_reason IS NOT NULL))),
    CONSTRAINT plan_item_link__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT plan_item_link__granted_not_negative CHECK ((granted_thb >= (0)::numeric)),
    CONSTRAINT plan_item_link__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT plan_item_link__rung_is_known CHECK ((rung = ANY ('{community,local_authority,district,province,region,central}'::text[]))),
    CONSTRAINT plan_item_link__state_is_known CHECK ((state = ANY ('{proposed,accepted,included,funded,in_progress,done,declined}'::text[]))),
    CONSTRAINT plan_item_link__support_kind_is_known CHECK ((support_kind = ANY ('{budget,staff,materials}'::text[]))),
    CONSTRAINT plan_item_link__texts_are_not_blank CHECK (((btrim(evidence) <> ''::text) AND (btrim(decline_reason) <> ''::text))),
    CONSTRAINT plan_item_link__years_are_ce CHECK (((fiscal_year >= 1990) AND (fiscal_year <= 2200)))
);

COMMENT ON TABLE public.plan_item_link IS 'A step of an item up the ladder: rung, state, evidence, baht asked and granted. Several rungs per item.';

CREATE TABLE public.source (
    id text NOT NULL,
    title_th text NOT NULL,
    title_en text NOT NULL,
    publisher_en text NOT NULL,
    licence_en text NOT NULL,
    licence_url text,
    attribution text NOT NULL,
    url text,
    sha256 text,
    reference_date date,
    is_sample boolean NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    is_redistributable boolean DEFAULT true NOT NULL,
    publisher_th text NOT NULL,
    licence_th text NOT NULL,
    CONSTRAINT source__id_is_kebab_case CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT source__sha256_is_hex CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

COMMENT ON TABLE public.source IS 'Where a row came from: publisher, licence, file hash. No imported number without one.';

COMMENT ON COLUMN public.source.is_redistributable IS 'false: the licence does not allow its rows to be handed on as a list or a file';

CREATE TABLE public.plan (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    area_code text NOT NULL,
    organization_id uuid,
    title_th text NOT NULL,
    title_en text,
    search_key text NOT NULL,
    first_fiscal_year integer NOT NULL,
    last_fiscal_year integer NOT NULL,
    source_id text NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    CONSTRAINT plan__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT plan__lies_at_a_level_of_its_kind CHECK ((length(area_code) = ANY ('{6}'::integer[]))),
    CONSTRAINT plan__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT plan__runs_three_to_five_years CHECK (((((last_fiscal_year - first_fiscal_year) + 1) >= 3) AND (((last_fiscal_year - first_fiscal_year) + 1) <= 5))),
    CONSTRAINT plan__title_is_not_blank CHECK ((btrim(title_th) <> ''::text)),
    CONSTRAINT plan__years_are_ce CHECK (((first_fiscal_year >= 1990) AND (first_fiscal_year <= 2200)))
);

COMMENT ON TABLE public.plan IS 'A community development plan (แผนพัฒนาชุมชนท้องถิ่น) of one tambon, 3–5 fiscal years.';

CREATE TABLE public.local_authority (
    code text NOT NULL,
    kind text NOT NULL,
    name_th text NOT NULL,
    name_en text NOT NULL,
    province_code text NOT NULL,
    valid_from date,
    valid_to date,
    source_id text NOT NULL,
    CONSTRAINT local_authority__code_is_digits CHECK ((code ~ '^[0-9]{2,8}$'::text)),
    CONSTRAINT local_authority__ends_after_it_begins CHECK ((valid_to >= valid_from)),
    CONSTRAINT local_authority__kind_is_known CHECK ((kind = ANY (ARRAY['provincial_organization'::text, 'city_municipality'::text, 'town_municipality'::text, 'subdistrict_municipality'::text, 'municipality'::text, 'subdistrict_organization'::text, 'bangkok'::text, 'bangkok_district'::text, 'pattaya'::text]))),
    CONSTRAINT local_authority__name_is_not_blank CHECK (((btrim(name_th) <> ''::text) AND (btrim(name_en) <> ''::text))),
    CONSTRAINT local_authority__province_has_two_digits CHECK ((province_code ~ '^[0-9]{2}$'::text))
);

COMMENT ON TABLE public.local_authority IS 'A local authority (องค์กรปกครองส่วนท้องถิ่น, อปท.), and each Bangkok district (เขต), which takes that place in Bangkok. Kind municipality: the source does not say which rank.';

CREATE TABLE public.place_search (
    code text NOT NULL,
    level text NOT NULL,
    sort text NOT NULL,
    own_th text NOT NULL,
    own_en text NOT NULL,
    district_th text,
    district_en text,
    province_th text NOT NULL,
    province_en text NOT NULL,
    names text NOT NULL,
    paths text NOT NULL,
    near_th text NOT NULL,
    near_en text NOT NULL,
    near_names text DEFAULT ''::text NOT NULL,
    near_paths text DEFAULT ''::text NOT NULL,
    all_names text DEFAULT ''::text NOT NULL,
    item text DEFAULT ''::text NOT NULL,
    CONSTRAINT place_search__level_is_known CHECK ((level = ANY (ARRAY['region'::text, 'province'::text, 'district'::text, 'tambon'::text, 'local_authority'::text])))
);

COMMENT ON TABLE public.place_search IS 'Folded names of the areas on the map, the regions and the local authorities, for search. Derived: rebuilt when one of them changes.';

COMMENT ON COLUMN public.place_search.sort IS 'What a typed prefix names: the level of an area or region, the kind of a local authority.';

COMMENT ON COLUMN public.place_search.paths IS 'Each name with all it lies in, as typed without any space, a bar before each: with and without the district.';

COMMENT ON COLUMN public.place_search.near_th IS 'Without tone marks, and near_en as it sounds: what a misspelt name is compared with.';

COMMENT ON COLUMN public.place_search.near_names IS 'names without tone marks, and near_paths the same of paths: what is searched when nothing matches with them.';

COMMENT ON COLUMN public.place_search.all_names IS 'Its names and those of what it lies in: every word of a query is somewhere in it.';

COMMENT ON COLUMN public.place_search.item IS 'The place with what it lies in, as JSON text: what a list of places says of it.';

CREATE TABLE public.region (
    code text NOT NULL,
    name_th text NOT NULL,
    name_en text NOT NULL,
    source_id text NOT NULL,
    CONSTRAINT region__code_is_r_and_digits CHECK ((code ~ '^R[0-9]{1,2}$'::text)),
    CONSTRAINT region__names_are_not_blank CHECK (((btrim(name_th) <> ''::text) AND (btrim(name_en) <> ''::text)))
);

COMMENT ON TABLE public.region IS 'A region (ภาค) as an office of the institution covers it. Which provinces it has is dated, in region_province.';

CREATE TABLE public.target_version (
    id bigint NOT NULL,
    indicator_id text NOT NULL,
    version integer NOT NULL,
    action text NOT NULL,
    method text,
    basis text,
    owner text NOT NULL,
    note text,
    undoes_version integer,
    denominator_id text,
    source_id text NOT NULL,
    set_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT target_version__action_is_known CHECK ((action = ANY (ARRAY['declared'::text, 'set'::text, 'shared'::text, 'undone'::text]))),
    CONSTRAINT target_version__basis_iff_proportional CHECK (((basis IS NOT NULL) = (NOT (method IS DISTINCT FROM 'proportional'::text)))),
    CONSTRAINT target_version__basis_is_known CHECK ((basis = ANY (ARRAY['units'::text, 'population'::text, 'need'::text, 'gap'::text]))),
    CONSTRAINT target_version__method_is_known CHECK ((method = ANY (ARRAY['even'::text, 'proportional'::text, 'by_hand'::text]))),
    CONSTRAINT target_version__owner_is_not_blank CHECK ((btrim(owner) <> ''::text)),
    CONSTRAINT target_version__texts_have_a_length CHECK (((length(owner) <= 200) AND (length(note) <= 1000))),
    CONSTRAINT target_version__undone_says_what CHECK (((action = 'undone'::text) = (undoes_version IS NOT NULL)))
);

COMMENT ON TABLE public.target_version IS 'A target of an indicator, whole: each change, sharing out and undoing writes a new version, and none is ever changed. The highest is in force.';

CREATE FUNCTION public.add_record_columns(in_table regclass, in_has_title boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql
    AS $_$
declare
  named text := (select relname from pg_class where oid = in_table);
begin
  execute format($add$
    alter table %1$s
      add column source_id text not null references source,
      add column revision integer not null default 1,
      add column change_number bigint not null default nextval('record_change'),
      add column ended_on date,
      add column end_reason text,
      add column updated_at timestamptz not null default now(),
      add constraint %2$I check (revision > 0),
      add constraint %3$I check (end_reason is null or (ended_on is not null and btrim(end_reason) <> ''))
    $add$, in_table, named || '__revision_is_positive', named || '__ended_for_a_reason');
  execute format('create index %I on %s (source_id)', named || '__source', in_table);
  execute format('create index %I on %s (change_number)', named || '__change', in_table);
  if in_has_title then
    execute format('alter table %s add column search_key text not null default ''''', in_table);
  end if;
end $_$;

CREATE TABLE public.area_report (
    area_code text NOT NULL,
    dataset text NOT NULL,
    fiscal_year integer NOT NULL,
    state text NOT NULL,
    reason_th text,
    reason_en text,
    source_id text NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT area_report__dataset_is_known CHECK ((dataset = ANY ('{organization,plan,housing,leader,cooperation}'::text[]))),
    CONSTRAINT area_report__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT area_report__lies_at_a_level_of_its_kind CHECK ((length(area_code) = ANY ('{2,6}'::integer[]))),
    CONSTRAINT area_report__not_applicable_says_why CHECK (((state <> 'not_applicable'::text) OR ((reason_th IS NOT NULL) AND (reason_en IS NOT NULL)))),
    CONSTRAINT area_report__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT area_report__state_is_known CHECK ((state = ANY ('{complete,not_applicable}'::text[])))
);

COMMENT ON TABLE public.area_report IS 'Says that an area''s records are complete to the end of a fiscal year, so that none means zero and not unknown; or that the dataset does not apply there. Cooperation by province, the rest by tambon.';

CREATE TABLE public.assembly (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    area_code text NOT NULL,
    theme text NOT NULL,
    name_th text NOT NULL,
    name_en text,
    held_on date NOT NULL,
    resolutions_th text,
    source_id text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    search_key text DEFAULT ''::text NOT NULL,
    CONSTRAINT assembly__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT assembly__lies_at_a_level_of_its_kind CHECK ((length(area_code) = ANY ('{2,6}'::integer[]))),
    CONSTRAINT assembly__name_is_not_blank CHECK ((btrim(name_th) <> ''::text)),
    CONSTRAINT assembly__resolutions_are_not_blank CHECK ((btrim(resolutions_th) <> ''::text)),
    CONSTRAINT assembly__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT assembly__theme_is_known CHECK ((theme = ANY ('{housing,farmland,welfare,disaster,landscape,economy,other}'::text[])))
);

COMMENT ON TABLE public.assembly IS 'An assembly (สมัชชา) of a province or a tambon, and what it resolved.';

CREATE TABLE public.community_declaration (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    area_code text NOT NULL,
    title_th text NOT NULL,
    declared_on date NOT NULL,
    evidence text,
    source_id text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    search_key text DEFAULT ''::text NOT NULL,
    CONSTRAINT community_declaration__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT community_declaration__lies_at_a_level_of_its_kind CHECK ((length(area_code) = ANY ('{4,2,6}'::integer[]))),
    CONSTRAINT community_declaration__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT community_declaration__title_is_not_blank CHECK ((btrim(title_th) <> ''::text))
);

COMMENT ON TABLE public.community_declaration IS 'A declaration of intent of communities (เจตนารมณ์ชุมชน) in an area of any level.';

CREATE TABLE public.cooperation_mechanism (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    province_code text NOT NULL,
    name_th text NOT NULL,
    name_en text,
    established_on date NOT NULL,
    ended_on date,
    mou_signed_on date,
    mou_until date,
    mou_evidence text,
    work_plan_first_fiscal_year integer,
    work_plan_last_fiscal_year integer,
    work_plan_evidence text,
    source_id text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    search_key text DEFAULT ''::text NOT NULL,
    CONSTRAINT cooperation_mechanism__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT cooperation_mechanism__ends_after_it_begins CHECK ((ended_on >= established_on)),
    CONSTRAINT cooperation_mechanism__mou_ends_after_it_begins CHECK ((mou_until >= mou_signed_on)),
    CONSTRAINT cooperation_mechanism__name_is_not_blank CHECK ((btrim(name_th) <> ''::text)),
    CONSTRAINT cooperation_mechanism__plan_has_both_years CHECK ((((work_plan_first_fiscal_year IS NULL) = (work_plan_last_fiscal_year IS NULL)) AND (work_plan_last_fiscal_year >= work_plan_first_fiscal_year))),
    CONSTRAINT cooperation_mechanism__province_has_two_digits CHECK ((province_code ~ '^[0-9]{2}$'::text)),
    CONSTRAINT cooperation_mechanism__revision_is_positive CHECK ((revision > 0))
);

COMMENT ON TABLE public.cooperation_mechanism IS 'A province''s cooperation mechanism (กลไกความร่วมมือระดับจังหวัด) with its memorandum and work plan.';

CREATE TABLE public.cooperation_pilot_area (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    mechanism_id uuid NOT NULL,
    area_code text NOT NULL,
    theme text NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    source_id text NOT NULL,
    CONSTRAINT cooperation_pilot_area__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT cooperation_pilot_area__ends_after_it_begins CHECK ((ended_on >= started_on)),
    CONSTRAINT cooperation_pilot_area__lies_at_a_level_of_its_kind CHECK ((length(area_code) = ANY ('{4,6}'::integer[]))),
    CONSTRAINT cooperation_pilot_area__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT cooperation_pilot_area__theme_is_known CHECK ((theme = ANY ('{housing,farmland,welfare,disaster,landscape,economy,other}'::text[])))
);

COMMENT ON TABLE public.cooperation_pilot_area IS 'A pilot area (พื้นที่นำร่อง) of a mechanism.';

CREATE TABLE public.housing_project (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    area_code text NOT NULL,
    programme text NOT NULL,
    name_th text NOT NULL,
    fiscal_year integer NOT NULL,
    households_planned integer,
    households_approved integer,
    households_built integer,
    households_benefited integer NOT NULL,
    budget_thb numeric(16,2),
    source_id text NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    tenure text,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    search_key text DEFAULT ''::text NOT NULL,
    CONSTRAINT housing_project__budget_not_negative CHECK ((budget_thb >= (0)::numeric)),
    CONSTRAINT housing_project__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT housing_project__households_not_negative CHECK (((households_planned >= 0) AND (households_approved >= 0) AND (households_built >= 0) AND (households_benefited >= 0))),
    CONSTRAINT housing_project__lies_at_a_level_of_its_kind CHECK ((length(area_code) = ANY ('{6}'::integer[]))),
    CONSTRAINT housing_project__programme_is_known CHECK ((programme = ANY ('{baan_mankong_urban,baan_mankong_rural,baan_phor_phiang_rural,other}'::text[]))),
    CONSTRAINT housing_project__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT housing_project__tenure_is_known CHECK ((tenure = ANY ('{own_land,cooperative_land,long_lease,public_land,other}'::text[]))),
    CONSTRAINT housing_project__years_are_ce CHECK (((fiscal_year >= 1990) AND (fiscal_year <= 2200)))
);

COMMENT ON TABLE public.housing_project IS 'A housing project of one tambon and fiscal year, with households planned to benefited. Sums only: no household is recorded.';

CREATE TABLE public.kpi_report (
    indicator_id text NOT NULL,
    fiscal_year integer NOT NULL,
    quarter integer NOT NULL,
    numerator numeric NOT NULL,
    denominator numeric NOT NULL,
    evidence text,
    reported_on date NOT NULL,
    source_id text NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT kpi_report__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT kpi_report__numbers_make_a_ratio CHECK (((numerator >= (0)::numeric) AND (denominator > (0)::numeric))),
    CONSTRAINT kpi_report__quarter_is_one_of_four CHECK (((quarter >= 1) AND (quarter <= 4))),
    CONSTRAINT kpi_report__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT kpi_report__years_are_ce CHECK (((fiscal_year >= 1990) AND (fiscal_year <= 2200)))
);

COMMENT ON TABLE public.kpi_report IS 'A KPI of the institution as reported for a fiscal year up to the end of a quarter: numerator and denominator, no area.';

CREATE TABLE public.lesson (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    area_code text NOT NULL,
    model_area_id uuid,
    title_th text NOT NULL,
    summary_th text NOT NULL,
    published_on date NOT NULL,
    source_id text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    search_key text DEFAULT ''::text NOT NULL,
    CONSTRAINT lesson__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT lesson__lies_at_a_level_of_its_kind CHECK ((length(area_code) = ANY ('{6}'::integer[]))),
    CONSTRAINT lesson__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT lesson__texts_are_not_blank CHECK (((btrim(title_th) <> ''::text) AND (btrim(summary_th) <> ''::text)))
);

COMMENT ON TABLE public.lesson IS 'A lesson written down (ถอดบทเรียน) of an area.';

CREATE TABLE public.model_area (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    area_code text NOT NULL,
    theme text NOT NULL,
    name_th text NOT NULL,
    name_en text,
    since_fiscal_year integer NOT NULL,
    organization_id uuid,
    source_id text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    search_key text DEFAULT ''::text NOT NULL,
    CONSTRAINT model_area__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT model_area__lies_at_a_level_of_its_kind CHECK ((length(area_code) = ANY ('{6}'::integer[]))),
    CONSTRAINT model_area__name_is_not_blank CHECK ((btrim(name_th) <> ''::text)),
    CONSTRAINT model_area__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT model_area__theme_is_known CHECK ((theme = ANY ('{housing,farmland,welfare,disaster,landscape}'::text[])))
);

COMMENT ON TABLE public.model_area IS 'A model area (พื้นที่ต้นแบบ) that others can learn from.';

CREATE TABLE public.need_survey (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    area_code text NOT NULL,
    fiscal_year integer NOT NULL,
    households_surveyed integer NOT NULL,
    households_in_need integer NOT NULL,
    evidence text,
    source_id text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT need_survey__area_is_tambon CHECK ((area_code ~ '^[0-9]{6}$'::text)),
    CONSTRAINT need_survey__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT need_survey__lies_at_a_level_of_its_kind CHECK ((length(area_code) = ANY ('{6}'::integer[]))),
    CONSTRAINT need_survey__need_is_of_the_surveyed CHECK (((households_in_need >= 0) AND (households_in_need <= households_surveyed))),
    CONSTRAINT need_survey__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT need_survey__years_are_ce CHECK (((fiscal_year >= 1990) AND (fiscal_year <= 2200)))
);

COMMENT ON TABLE public.need_survey IS 'Households in need of housing (ข้อมูลความเดือดร้อน) that a survey of a tambon found. Sums only: no household is recorded.';

CREATE TABLE public.organization (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    kind text NOT NULL,
    name_th text NOT NULL,
    name_en text,
    search_key text NOT NULL,
    area_code text NOT NULL,
    registered_on date,
    ended_on date,
    member_count integer,
    fund_balance_thb numeric(16,2),
    "position" public.geometry(Point,4326),
    source_id text NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    end_reason text,
    office_address text,
    CONSTRAINT organization__balance_not_negative CHECK ((fund_balance_thb >= (0)::numeric)),
    CONSTRAINT organization__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT organization__ends_after_it_begins CHECK ((ended_on >= registered_on)),
    CONSTRAINT organization__kind_is_known CHECK ((kind = ANY ('{council,welfare_fund,savings_group,housing_cooperative,community_enterprise,network,land_group,other}'::text[]))),
    CONSTRAINT organization__lies_at_a_level_of_its_kind CHECK ((length(area_code) = ANY ('{4,6}'::integer[]))),
    CONSTRAINT organization__members_not_negative CHECK ((member_count >= 0)),
    CONSTRAINT organization__name_is_not_blank CHECK ((btrim(name_th) <> ''::text)),
    CONSTRAINT organization__office_address_is_not_blank CHECK ((btrim(office_address) <> ''::text)),
    CONSTRAINT organization__position_is_on_earth CHECK ((((public.st_x("position") >= ('-180'::integer)::double precision) AND (public.st_x("position") <= (180)::double precision)) AND ((public.st_y("position") >= ('-90'::integer)::double precision) AND (public.st_y("position") <= (90)::double precision)) AND (NOT public.st_isempty("position")))),
    CONSTRAINT organization__revision_is_positive CHECK ((revision > 0))
);

COMMENT ON TABLE public.organization IS 'A community organization (องค์กรชุมชน). area_code is its tambon; a Bangkok council has its district (เขต).';

CREATE TABLE public.partner (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    sector text NOT NULL,
    rung text,
    name_th text NOT NULL,
    name_en text,
    source_id text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    search_key text DEFAULT ''::text NOT NULL,
    CONSTRAINT partner__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT partner__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT partner__rung_is_known CHECK ((rung = ANY ('{local_authority,district,province,region,central}'::text[]))),
    CONSTRAINT partner__sector_is_known CHECK ((sector = ANY ('{state,business,social_enterprise,civil_society,academic}'::text[])))
);

COMMENT ON TABLE public.partner IS 'An agency or other partner (ภาคี) that includes or supports items of community plans.';

CREATE TABLE public.plan_standing (
    plan_id uuid NOT NULL,
    best_state text,
    granted_thb numeric(18,2),
    unrecorded_grants integer DEFAULT 0 NOT NULL,
    CONSTRAINT plan_standing__granted_not_negative CHECK ((granted_thb >= (0)::numeric)),
    CONSTRAINT plan_standing__state_is_known CHECK ((best_state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'included'::text, 'funded'::text, 'in_progress'::text, 'done'::text, 'declined'::text]))),
    CONSTRAINT plan_standing__unknown_only_if_unrecorded CHECK (((granted_thb IS NOT NULL) OR (unrecorded_grants > 0)))
);

COMMENT ON TABLE public.plan_standing IS 'Derived by triggers: the furthest state that any item of a plan has reached (null: none was proposed), and baht granted to all of them.';

COMMENT ON COLUMN public.plan_standing.granted_thb IS 'Baht on record, of all items; null where budget was granted and no amount is on record';

COMMENT ON COLUMN public.plan_standing.unrecorded_grants IS 'Steps whose budget was granted without an amount on record';

CREATE TABLE public.plan_item (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    plan_id uuid NOT NULL,
    item_number integer NOT NULL,
    theme text NOT NULL,
    title_th text NOT NULL,
    asked_thb numeric(16,2),
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    source_id text NOT NULL,
    search_key text DEFAULT ''::text NOT NULL,
    CONSTRAINT plan_item__asked_not_negative CHECK ((asked_thb >= (0)::numeric)),
    CONSTRAINT plan_item__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT plan_item__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT plan_item__theme_is_known CHECK ((theme = ANY ('{social,economy,environment}'::text[])))
);

COMMENT ON TABLE public.plan_item IS 'One thing a plan asks for.';

CREATE TABLE public.population (
    area_code text NOT NULL,
    reference_date date NOT NULL,
    persons integer NOT NULL,
    households integer,
    source_id text NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT population__area_is_tambon CHECK ((area_code ~ '^[0-9]{6}$'::text)),
    CONSTRAINT population__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT population__lies_at_a_level_of_its_kind CHECK ((length(area_code) = ANY ('{6}'::integer[]))),
    CONSTRAINT population__persons_not_negative CHECK (((persons >= 0) AND (households >= 0))),
    CONSTRAINT population__revision_is_positive CHECK ((revision > 0))
);

COMMENT ON TABLE public.population IS 'Registered persons and households of a tambon on a day, as published. Larger areas are sums.';

CREATE TABLE public.quality_review (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    local_authority_code text NOT NULL,
    criteria_version integer NOT NULL,
    fiscal_year integer NOT NULL,
    reviewed_on date NOT NULL,
    valid_until date NOT NULL,
    score numeric(5,2) NOT NULL,
    reviewer_th text NOT NULL,
    evidence text,
    source_id text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT quality_review__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT quality_review__revision_is_positive CHECK ((revision > 0)),
    CONSTRAINT quality_review__score_is_percent CHECK (((score >= (0)::numeric) AND (score <= (100)::numeric))),
    CONSTRAINT quality_review__valid_after_review CHECK ((valid_until >= reviewed_on)),
    CONSTRAINT quality_review__years_are_ce CHECK (((fiscal_year >= 1990) AND (fiscal_year <= 2200)))
);

COMMENT ON TABLE public.quality_review IS 'A round of the quality review (สอบทานคุณภาพ) of the organizations in a local authority''s area. The reviewer is a body, not a person.';

CREATE TABLE public.quality_score (
    quality_review_id uuid NOT NULL,
    criterion text NOT NULL,
    score numeric(5,2) NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    source_id text NOT NULL,
    CONSTRAINT quality_score__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT quality_score__is_percent CHECK (((score >= (0)::numeric) AND (score <= (100)::numeric))),
    CONSTRAINT quality_score__revision_is_positive CHECK ((revision > 0))
);

COMMENT ON TABLE public.quality_score IS 'The score of one criterion of a review, 0–100. The criteria of each version are in the indicator''s declaration.';

CREATE TABLE public.participation (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    person_id uuid NOT NULL,
    activity_th text NOT NULL,
    took_place_on date NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    source_id text NOT NULL,
    CONSTRAINT participation__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT participation__revision_is_positive CHECK ((revision > 0))
);

COMMENT ON TABLE public.participation IS 'A part that a leader took in local development. Personal data, as person.';

CREATE TABLE public.person (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    area_code text NOT NULL,
    name_th text NOT NULL,
    source_id text NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    search_key text DEFAULT ''::text NOT NULL,
    CONSTRAINT person__area_is_tambon CHECK ((area_code ~ '^[0-9]{6}$'::text)),
    CONSTRAINT person__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT person__lies_at_a_level_of_its_kind CHECK ((length(area_code) = ANY ('{6}'::integer[]))),
    CONSTRAINT person__name_is_not_blank CHECK ((btrim(name_th) <> ''::text)),
    CONSTRAINT person__revision_is_positive CHECK ((revision > 0))
);

COMMENT ON TABLE public.person IS 'A leader. Personal data: phuenthi_api may not read it, and only counts by area ever leave. No telephone number, no national id.';

CREATE TABLE public.training_result (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    person_id uuid NOT NULL,
    course_th text NOT NULL,
    completed_on date NOT NULL,
    passed boolean NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    change_number bigint DEFAULT nextval('public.record_change'::regclass) NOT NULL,
    ended_on date,
    end_reason text,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    source_id text NOT NULL,
    CONSTRAINT training_result__ended_for_a_reason CHECK (((end_reason IS NULL) OR ((ended_on IS NOT NULL) AND (btrim(end_reason) <> ''::text)))),
    CONSTRAINT training_result__revision_is_positive CHECK ((revision > 0))
);

COMMENT ON TABLE public.training_result IS 'A training that a leader went through, passed or not. Personal data, as person.';

CREATE TABLE public.achievement (
    indicator_id text NOT NULL,
    fiscal_year integer NOT NULL,
    area_code text,
    local_authority_code text,
    unit_code text GENERATED ALWAYS AS (COALESCE(area_code, ('L'::text || local_authority_code), 'TH'::text)) STORED NOT NULL,
    value numeric,
    denominator numeric,
    state text NOT NULL,
    reason text NOT NULL,
    withheld integer DEFAULT 0 NOT NULL,
    CONSTRAINT achievement__denominator_not_negative CHECK ((denominator >= (0)::numeric)),
    CONSTRAINT achievement__state_is_known CHECK ((state = ANY (ARRAY['counted'::text, 'not_counted'::text, 'unknown'::text, 'not_applicable'::text]))),
    CONSTRAINT achievement__unit_is_one_thing CHECK ((num_nonnulls(area_code, local_authority_code) <= 1)),
    CONSTRAINT achievement__value_iff_known CHECK (((value IS NOT NULL) = (state = ANY (ARRAY['counted'::text, 'not_counted'::text]))))
);

COMMENT ON TABLE public.achievement IS 'What the records say per indicator, fiscal year and unit: a tambon, a province, a local authority (L and its code) or the country (TH). Kept by triggers in the transaction of the edit; never typed.';

COMMENT ON COLUMN public.achievement.withheld IS 'Years so far whose small figure is not in value. Each stands for 1 to 4.';

CREATE TABLE public.achievement_sum (
    indicator_id text NOT NULL,
    fiscal_year integer NOT NULL,
    province_code text NOT NULL,
    amount numeric,
    set_against numeric,
    divided numeric,
    units integer NOT NULL,
    counted integer NOT NULL,
    not_counted integer NOT NULL,
    unknown integer NOT NULL,
    not_applicable integer NOT NULL,
    withheld integer NOT NULL
);

COMMENT ON TABLE public.achievement_sum IS 'Achievements added up by indicator, fiscal year and province. Derived: kept by triggers on achievement.';

COMMENT ON COLUMN public.achievement_sum.amount IS 'All values together; null: none is known.';

COMMENT ON COLUMN public.achievement_sum.set_against IS 'Denominators of the units whose value is known, and divided the values of those whose denominator is.';

CREATE TABLE public.area (
    code text NOT NULL,
    level text NOT NULL,
    parent_code text,
    name_th text NOT NULL,
    name_en text NOT NULL,
    source_id text NOT NULL,
    CONSTRAINT area__code_matches_level CHECK (((code ~ '^[0-9]+$'::text) AND (length(code) =
CASE level
    WHEN 'province'::text THEN 2
    WHEN 'district'::text THEN 4
    ELSE 6
END))),
    CONSTRAINT area__level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'tambon'::text]))),
    CONSTRAINT area__names_are_not_blank CHECK (((btrim(name_th) <> ''::text) AND (btrim(name_en) <> ''::text))),
    CONSTRAINT area__parent_is_prefix CHECK ((NOT (parent_code IS DISTINCT FROM NULLIF("left"(code, (length(code) - 2)), ''::text))))
);

COMMENT ON TABLE public.area IS 'The register of areas by DOPA code. Rows are never deleted: records point here whatever lines are loaded.';

CREATE TABLE public.area_alias (
    code text NOT NULL,
    shape_code text NOT NULL,
    reason_th text NOT NULL,
    reason_en text NOT NULL,
    source_id text NOT NULL
);

COMMENT ON TABLE public.area_alias IS 'Codes that have no polygon of their own, and the code whose polygon holds their ground today.';

CREATE TABLE public.area_band (
    boundary_version_id text NOT NULL,
    area_code text NOT NULL,
    min_zoom smallint NOT NULL,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    CONSTRAINT area_band__zoom_is_possible CHECK (((min_zoom >= 0) AND (min_zoom <= 22)))
);

COMMENT ON TABLE public.area_band IS 'The same shape simplified by shared arcs, good from min_zoom up to the next band.';

CREATE TABLE public.area_placement (
    area_code text NOT NULL,
    shape_code text
);

COMMENT ON TABLE public.area_placement IS 'Where a registered tambon is drawn and counted in the current boundary: itself, its alias, or nowhere (null).';

CREATE TABLE public.area_search (
    area_code text NOT NULL,
    level text NOT NULL,
    own_th text NOT NULL,
    own_en text NOT NULL,
    district_th text,
    district_en text,
    province_th text NOT NULL,
    province_en text NOT NULL,
    path_th text NOT NULL,
    CONSTRAINT area_search__level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'tambon'::text])))
);

COMMENT ON TABLE public.area_search IS 'Folded names of the areas on the map, for search. Rebuilt with every boundary load.';

CREATE TABLE public.area_shape (
    boundary_version_id text NOT NULL,
    area_code text NOT NULL,
    level text NOT NULL,
    geom public.geometry(MultiPolygon,4326) NOT NULL,
    point public.geometry(Point,4326) NOT NULL,
    bbox double precision[] NOT NULL,
    area_m2 double precision NOT NULL,
    CONSTRAINT area_shape__area_is_positive CHECK ((area_m2 > (0)::double precision)),
    CONSTRAINT area_shape__bbox_has_four_numbers CHECK ((array_length(bbox, 1) = 4)),
    CONSTRAINT area_shape__geom_is_valid CHECK (public.st_isvalid(geom)),
    CONSTRAINT area_shape__level_is_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'tambon'::text])))
);

COMMENT ON TABLE public.area_shape IS 'Full-resolution shape of an area in one boundary version. bbox is [west, south, east, north] in degrees.';

CREATE TABLE public.area_tile (
    boundary_version_id text NOT NULL,
    z smallint NOT NULL,
    x integer NOT NULL,
    y integer NOT NULL,
    data bytea NOT NULL
);
ALTER TABLE ONLY public.area_tile ALTER COLUMN data SET STORAGE EXTERNAL;

COMMENT ON TABLE public.area_tile IS 'Baked vector tiles of areas, gzip bytes as they go over the wire. A missing row is an empty tile.';

CREATE TABLE public.assembly_partner (
    assembly_id uuid NOT NULL,
    partner_id uuid NOT NULL
);

COMMENT ON TABLE public.assembly_partner IS 'A partner that was present at an assembly.';

CREATE TABLE public.authority_shape (
    local_authority_code text NOT NULL,
    shape_code text NOT NULL,
    part bigint,
    whole bigint NOT NULL,
    share numeric,
    pieces bigint NOT NULL,
    piece numeric NOT NULL,
    CONSTRAINT authority_shape__part_is_of_whole CHECK (((part >= 0) AND (part <= whole))),
    CONSTRAINT authority_shape__share_with_part CHECK (((share IS NULL) = (part IS NULL)))
);

COMMENT ON TABLE public.authority_shape IS 'The tambon on the map that a local authority has, kept from local_authority_area and area_placement (db/functions/authority-shapes.sql).';

COMMENT ON COLUMN public.authority_shape.part IS 'Of the shape, in billionths of a registered tambon; null where nobody published the part';

COMMENT ON COLUMN public.authority_shape.whole IS 'What the part is of: a billion, or as many more as the shape has registered tambon';

COMMENT ON COLUMN public.authority_shape.share IS 'The part as a weight: the weights of one shape add up exactly';

COMMENT ON COLUMN public.authority_shape.pieces IS 'Shapes that the authority has: each is one of so many equal parts of it';

COMMENT ON COLUMN public.authority_shape.piece IS 'The equal part as a weight: the weights of one authority make exactly 1';

CREATE TABLE public.boundary_version (
    id text NOT NULL,
    source_id text NOT NULL,
    is_sample boolean NOT NULL,
    is_current boolean DEFAULT false NOT NULL,
    province_count integer NOT NULL,
    district_count integer NOT NULL,
    tambon_count integer NOT NULL,
    loaded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT boundary_version__id_is_kebab_case CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);

COMMENT ON TABLE public.boundary_version IS 'One loaded set of lines. Its id is in every area tile URL, so tiles can be cached for ever.';

CREATE TABLE public.code (
    list text NOT NULL,
    code text NOT NULL,
    place integer NOT NULL,
    label_th text NOT NULL,
    label_en text NOT NULL
);

COMMENT ON TABLE public.code IS 'Codes and their words, list by list in their order, from server/src/records/codes; kept in step by every migration run.';

CREATE TABLE public.data_version (
    topic text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL
);

COMMENT ON TABLE public.data_version IS 'Per topic the number of the edit that changed it last. Caches and ETags are keyed by it; edit has the last number given.';

COMMENT ON COLUMN public.data_version.changed_at IS 'When answers last changed, by records or by another version of the program: the Last-Modified of files';

COMMENT ON COLUMN public.data_version.recorded_at IS 'When records of the topic last changed: the as_of of figures';

CREATE TABLE public.denominator (
    id text NOT NULL,
    unit text NOT NULL,
    value numeric NOT NULL,
    title_th text NOT NULL,
    title_en text NOT NULL,
    note_th text NOT NULL,
    note_en text NOT NULL,
    part_of text,
    reference_date date,
    source_id text NOT NULL,
    CONSTRAINT denominator__id_is_kebab_case CHECK (((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (id <> 'units'::text))),
    CONSTRAINT denominator__unit_is_known CHECK ((unit = ANY (ARRAY['tambon'::text, 'province'::text, 'local_authority'::text]))),
    CONSTRAINT denominator__value_is_positive CHECK ((value > (0)::numeric))
);

COMMENT ON TABLE public.denominator IS 'A published number of all units that a figure may be divided by, and why it is not the number on the map. Parts add up to their whole.';

CREATE TABLE public.indicator (
    id text NOT NULL,
    declaration jsonb NOT NULL,
    CONSTRAINT indicator__id_is_kebab_case CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
);

COMMENT ON TABLE public.indicator IS 'What is declared in db/indicators/<id>.json, kept in step by every migration run.';

CREATE TABLE public.local_authority_area (
    local_authority_code text NOT NULL,
    area_code text NOT NULL,
    extent text NOT NULL,
    share numeric,
    valid_from date,
    valid_to date,
    source_id text NOT NULL,
    CONSTRAINT local_authority_area__area_is_tambon CHECK ((area_code ~ '^[0-9]{6}$'::text)),
    CONSTRAINT local_authority_area__ends_after_it_begins CHECK ((valid_to >= valid_from)),
    CONSTRAINT local_authority_area__extent_is_known CHECK ((extent = ANY (ARRAY['whole'::text, 'part'::text]))),
    CONSTRAINT local_authority_area__share_is_a_part CHECK ((((share > (0)::numeric) AND (share < (1)::numeric) AND (extent = 'part'::text)) OR (share IS NULL)))
);

COMMENT ON TABLE public.local_authority_area IS 'The crosswalk: this authority has the whole tambon, or a part of it. share is the known part, null when nobody published it.';

CREATE TABLE public.place_nickname (
    name text NOT NULL,
    stands_for text NOT NULL,
    use text NOT NULL,
    reason text NOT NULL,
    key text NOT NULL,
    stands_for_key text NOT NULL,
    source_id text NOT NULL,
    CONSTRAINT place_nickname__key_is_not_empty CHECK (((key <> ''::text) AND (stands_for_key <> ''::text))),
    CONSTRAINT place_nickname__use_is_known CHECK ((use = ANY (ARRAY['anywhere'::text, 'alone'::text])))
);

COMMENT ON TABLE public.place_nickname IS 'What people call a place, and the official name it stands for. alone: only when nothing else is typed, because official places are called so too. Replaced whole when geo-data/lookups/place-nicknames.csv changes.';

CREATE TABLE public.pooled_amount (
    indicator_id text NOT NULL,
    fiscal_year integer NOT NULL,
    area_code text,
    region_code text,
    place_code text GENERATED ALWAYS AS (COALESCE(area_code, region_code, 'TH'::text)) STORED NOT NULL,
    amount integer NOT NULL,
    cells integer NOT NULL,
    standing integer NOT NULL,
    batched_at timestamp with time zone NOT NULL,
    is_told boolean GENERATED ALWAYS AS (((2 * standing) >= cells)) STORED NOT NULL,
    CONSTRAINT pooled_amount__hides_each_cell CHECK (((cells >= 10) AND ((amount >= (cells + ((cells + 4) / 5))) AND (amount <= ((4 * cells) - ((cells + 4) / 5)))))),
    CONSTRAINT pooled_amount__place_is_one_thing CHECK ((num_nonnulls(area_code, region_code) <= 1))
);

COMMENT ON TABLE public.pooled_amount IS 'Small cells of one fiscal year added up for the smallest area around them that has enough of them: a district, else a province, a region, the country. Each cell is in one sum at most. The sum is kept off its least and its most by 2.';

COMMENT ON COLUMN public.pooled_amount.standing IS 'How many of its cells are small figures to this day';

COMMENT ON COLUMN public.pooled_amount.batched_at IS 'When it last took in what had changed';

COMMENT ON COLUMN public.pooled_amount.is_told IS 'Whether figures have it: not while most of its cells are gone. When they are back it is told as it was.';

CREATE TABLE public.record_kind (
    id text NOT NULL,
    declaration jsonb NOT NULL,
    CONSTRAINT record_kind__id_is_snake_case CHECK ((id ~ '^[a-z]+(_[a-z]+)*$'::text))
);

COMMENT ON TABLE public.record_kind IS 'What is declared in server/src/records/<kind>.record.ts, kept in step by every migration run.';

CREATE TABLE public.region_province (
    id bigint NOT NULL,
    region_code text NOT NULL,
    province_code text NOT NULL,
    valid_from date,
    valid_to date,
    source_id text NOT NULL,
    CONSTRAINT region_province__ends_after_it_begins CHECK ((valid_to >= valid_from)),
    CONSTRAINT region_province__province_has_two_digits CHECK ((province_code ~ '^[0-9]{2}$'::text))
);

COMMENT ON TABLE public.region_province IS 'A province belongs to a region from one day to another; open ends are null. A figure takes the grouping of its fiscal year''s last day.';

ALTER TABLE public.region_province ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.region_province_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.schema_migration (
    path text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.small_cell (
    indicator_id text NOT NULL,
    fiscal_year integer NOT NULL,
    area_code text NOT NULL,
    amount integer NOT NULL,
    told integer DEFAULT 0 NOT NULL,
    pool text,
    ever_told integer DEFAULT 0 NOT NULL,
    CONSTRAINT small_cell__ever_told_are_amounts CHECK ((((ever_told >= 0) AND (ever_told <= 30)) AND ((ever_told & 1) = 0))),
    CONSTRAINT small_cell__is_or_was CHECK (((amount > 0) OR (ever_told > 0))),
    CONSTRAINT small_cell__is_small CHECK ((((amount >= 0) AND (amount <= 4)) AND ((told >= 0) AND (told <= 4)))),
    CONSTRAINT small_cell__is_told_in_a_pool CHECK ((((told > 0) = (pool IS NOT NULL)) AND ((told = 0) OR ((ever_told & (1 << told)) > 0))))
);

COMMENT ON TABLE public.small_cell IS 'What one fiscal year adds in one tambon where that is 1 to 4 households or persons. Personal data: phuenthi_api may not read it.';

COMMENT ON COLUMN public.small_cell.amount IS 'What the records say; 0 where that is no small figure any more';

COMMENT ON COLUMN public.small_cell.told IS 'What the sum that it is in has of it; 0 where it waits for ten';

COMMENT ON COLUMN public.small_cell.pool IS 'The place whose sum has it';

COMMENT ON COLUMN public.small_cell.ever_told IS 'Every amount that a sum ever had of it, as bits (1 << amount): the same again is nothing new';

CREATE TABLE public.target_value (
    target_version_id bigint NOT NULL,
    region_code text,
    area_code text,
    place_code text GENERATED ALWAYS AS (COALESCE(area_code, region_code, 'TH'::text)) STORED NOT NULL,
    fiscal_year integer NOT NULL,
    value numeric NOT NULL,
    CONSTRAINT target_value__area_is_province CHECK ((area_code ~ '^[0-9]{2}$'::text)),
    CONSTRAINT target_value__place_is_one_thing CHECK ((num_nonnulls(region_code, area_code) <= 1)),
    CONSTRAINT target_value__value_is_an_amount CHECK ((value <= '1000000000000'::numeric)),
    CONSTRAINT target_value__value_not_negative CHECK ((value >= (0)::numeric)),
    CONSTRAINT target_value__years_are_ce CHECK (((fiscal_year >= 1990) AND (fiscal_year <= 2200)))
);

COMMENT ON TABLE public.target_value IS 'What the country (TH), a region or a province should have reached by the end of a fiscal year. Shares add up to their whole, year by year.';

ALTER TABLE public.target_version ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.target_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.achievement
    ADD CONSTRAINT achievement_pkey PRIMARY KEY (indicator_id, fiscal_year, unit_code);

ALTER TABLE ONLY public.achievement_sum
    ADD CONSTRAINT achievement_sum_pkey PRIMARY KEY (indicator_id, fiscal_year, province_code);

ALTER TABLE ONLY public.area_alias
    ADD CONSTRAINT area_alias_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.area_band
    ADD CONSTRAINT area_band_pkey PRIMARY KEY (boundary_version_id, min_zoom, area_code);

ALTER TABLE ONLY public.area_feature
    ADD CONSTRAINT area_feature_pkey PRIMARY KEY (area_code);

ALTER TABLE ONLY public.area
    ADD CONSTRAINT area_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.area_placement
    ADD CONSTRAINT area_placement_pkey PRIMARY KEY (area_code);

ALTER TABLE ONLY public.area_report
    ADD CONSTRAINT area_report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.area_search
    ADD CONSTRAINT area_search_pkey PRIMARY KEY (area_code);

ALTER TABLE ONLY public.area_shape
    ADD CONSTRAINT area_shape_pkey PRIMARY KEY (boundary_version_id, area_code);

ALTER TABLE ONLY public.area_tile
    ADD CONSTRAINT area_tile_pkey PRIMARY KEY (boundary_version_id, z, x, y);

ALTER TABLE ONLY public.assembly_partner
    ADD CONSTRAINT assembly_partner_pkey PRIMARY KEY (assembly_id, partner_id);

ALTER TABLE ONLY public.assembly
    ADD CONSTRAINT assembly_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.authority_shape
    ADD CONSTRAINT authority_shape_pkey PRIMARY KEY (local_authority_code, shape_code);

ALTER TABLE ONLY public.boundary_version
    ADD CONSTRAINT boundary_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.code
    ADD CONSTRAINT code_pkey PRIMARY KEY (list, code);

ALTER TABLE ONLY public.community_declaration
    ADD CONSTRAINT community_declaration_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cooperation_mechanism
    ADD CONSTRAINT cooperation_mechanism_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cooperation_member
    ADD CONSTRAINT cooperation_member_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.cooperation_pilot_area
    ADD CONSTRAINT cooperation_pilot_area_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.data_version
    ADD CONSTRAINT data_version_pkey PRIMARY KEY (topic);

ALTER TABLE ONLY public.denominator
    ADD CONSTRAINT denominator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.housing_project
    ADD CONSTRAINT housing_project_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicator
    ADD CONSTRAINT indicator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kpi_report
    ADD CONSTRAINT kpi_report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.lesson
    ADD CONSTRAINT lesson_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.local_authority_area
    ADD CONSTRAINT local_authority_area_pkey PRIMARY KEY (local_authority_code, area_code);

ALTER TABLE ONLY public.local_authority
    ADD CONSTRAINT local_authority_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.model_area
    ADD CONSTRAINT model_area_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.need_survey
    ADD CONSTRAINT need_survey_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organization
    ADD CONSTRAINT organization_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.partner
    ADD CONSTRAINT partner_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.place_nickname
    ADD CONSTRAINT place_nickname_key_key UNIQUE (key);

ALTER TABLE ONLY public.place_nickname
    ADD CONSTRAINT place_nickname_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.place_search
    ADD CONSTRAINT place_search_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.plan_item_link
    ADD CONSTRAINT plan_item_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT plan_item_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plan_standing
    ADD CONSTRAINT plan_standing_pkey PRIMARY KEY (plan_id);

ALTER TABLE ONLY public.pooled_amount
    ADD CONSTRAINT pooled_amount_pkey PRIMARY KEY (indicator_id, fiscal_year, place_code);

ALTER TABLE ONLY public.population
    ADD CONSTRAINT population_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.quality_review
    ADD CONSTRAINT quality_review_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.quality_score
    ADD CONSTRAINT quality_score_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.record_kind
    ADD CONSTRAINT record_kind_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.region
    ADD CONSTRAINT region_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.region_province
    ADD CONSTRAINT region_province__one_region_at_a_time EXCLUDE USING gist (province_code WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&);

ALTER TABLE ONLY public.region_province
    ADD CONSTRAINT region_province_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (path);

ALTER TABLE ONLY public.small_cell
    ADD CONSTRAINT small_cell_pkey PRIMARY KEY (indicator_id, fiscal_year, area_code);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.target_value
    ADD CONSTRAINT target_value_pkey PRIMARY KEY (target_version_id, place_code, fiscal_year);

ALTER TABLE ONLY public.target_version
    ADD CONSTRAINT target_version__number_is_unique UNIQUE (indicator_id, version);

ALTER TABLE ONLY public.target_version
    ADD CONSTRAINT target_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.training_result
    ADD CONSTRAINT training_result_pkey PRIMARY KEY (id);

CREATE INDEX achievement__area ON public.achievement USING btree (area_code);

CREATE INDEX achievement__beside_units ON public.achievement USING btree (indicator_id, fiscal_year) WHERE ((local_authority_code IS NULL) AND (length(area_code) < 6));

CREATE INDEX achievement__local_authority ON public.achievement USING btree (local_authority_code);

CREATE INDEX achievement_sum__province ON public.achievement_sum USING btree (province_code);

CREATE INDEX area__level ON public.area USING btree (level, code);

CREATE INDEX area__parent ON public.area USING btree (parent_code);

CREATE INDEX area__source ON public.area USING btree (source_id);

CREATE INDEX area_alias__source ON public.area_alias USING btree (source_id);

CREATE INDEX area_band__area ON public.area_band USING btree (area_code);

CREATE INDEX area_feature__level_area_code ON public.area_feature USING btree (level, area_code);

CREATE INDEX area_placement__shape ON public.area_placement USING btree (shape_code);

CREATE INDEX area_report__area ON public.area_report USING btree (area_code);

CREATE INDEX area_report__change ON public.area_report USING btree (change_number);

CREATE UNIQUE INDEX area_report__one_per_dataset_and_year ON public.area_report USING btree (area_code, dataset, fiscal_year) WHERE (ended_on IS NULL);

CREATE INDEX area_report__source ON public.area_report USING btree (source_id);

CREATE INDEX area_shape__area ON public.area_shape USING btree (area_code);

CREATE INDEX area_shape__point ON public.area_shape USING gist (point);

CREATE INDEX area_shape__tambon_geom ON public.area_shape USING gist (geom) WHERE (level = 'tambon'::text);

CREATE INDEX assembly__area ON public.assembly USING btree (area_code);

CREATE INDEX assembly__change ON public.assembly USING btree (change_number);

CREATE INDEX assembly__source ON public.assembly USING btree (source_id);

CREATE INDEX assembly_partner__partner ON public.assembly_partner USING btree (partner_id);

CREATE INDEX authority_shape__shape ON public.authority_shape USING btree (shape_code);

CREATE UNIQUE INDEX boundary_version__one_is_current ON public.boundary_version USING btree (is_current) WHERE is_current;

CREATE INDEX boundary_version__source ON public.boundary_version USING btree (source_id);

CREATE INDEX community_declaration__area ON public.community_declaration USING btree (area_code);

CREATE INDEX community_declaration__change ON public.community_declaration USING btree (change_number);

CREATE INDEX community_declaration__source ON public.community_declaration USING btree (source_id);

CREATE INDEX cooperation_mechanism__change ON public.cooperation_mechanism USING btree (change_number);

CREATE UNIQUE INDEX cooperation_mechanism__one_per_province ON public.cooperation_mechanism USING btree (province_code) WHERE (ended_on IS NULL);

CREATE INDEX cooperation_mechanism__province ON public.cooperation_mechanism USING btree (province_code);

CREATE INDEX cooperation_mechanism__source ON public.cooperation_mechanism USING btree (source_id);

CREATE INDEX cooperation_member__change ON public.cooperation_member USING btree (change_number);

CREATE INDEX cooperation_member__mechanism ON public.cooperation_member USING btree (mechanism_id);

CREATE INDEX cooperation_member__partner ON public.cooperation_member USING btree (partner_id);

CREATE INDEX cooperation_member__source ON public.cooperation_member USING btree (source_id);

CREATE INDEX cooperation_pilot_area__area ON public.cooperation_pilot_area USING btree (area_code);

CREATE INDEX cooperation_pilot_area__change ON public.cooperation_pilot_area USING btree (change_number);

CREATE INDEX cooperation_pilot_area__mechanism ON public.cooperation_pilot_area USING btree (mechanism_id);

CREATE INDEX cooperation_pilot_area__source ON public.cooperation_pilot_area USING btree (source_id);

CREATE INDEX denominator__part_of ON public.denominator USING btree (part_of);

CREATE INDEX denominator__source ON public.denominator USING btree (source_id);

CREATE INDEX housing_project__area ON public.housing_project USING btree (area_code, fiscal_year);

CREATE INDEX housing_project__change ON public.housing_project USING btree (change_number);

CREATE INDEX housing_project__source ON public.housing_project USING btree (source_id);

CREATE INDEX kpi_report__change ON public.kpi_report USING btree (change_number);

CREATE INDEX kpi_report__indicator ON public.kpi_report USING btree (indicator_id);

CREATE UNIQUE INDEX kpi_report__one_per_quarter ON public.kpi_report USING btree (indicator_id, fiscal_year, quarter) WHERE (ended_on IS NULL);

CREATE INDEX kpi_report__source ON public.kpi_report USING btree (source_id);

CREATE INDEX lesson__area ON public.lesson USING btree (area_code);

CREATE INDEX lesson__change ON public.lesson USING btree (change_number);

CREATE INDEX lesson__model_area ON public.lesson USING btree (model_area_id);

CREATE INDEX lesson__source ON public.lesson USING btree (source_id);

CREATE INDEX local_authority__province ON public.local_authority USING btree (province_code, kind);

CREATE INDEX local_authority__source ON public.local_authority USING btree (source_id);

CREATE INDEX local_authority_area__area ON public.local_authority_area USING btree (area_code);

CREATE INDEX local_authority_area__source ON public.local_authority_area USING btree (source_id);

CREATE INDEX model_area__area ON public.model_area USING btree (area_code);

CREATE INDEX model_area__change ON public.model_area USING btree (change_number);

CREATE INDEX model_area__organization ON public.model_area USING btree (organization_id);

CREATE INDEX model_area__source ON public.model_area USING btree (source_id);

CREATE INDEX need_survey__area ON public.need_survey USING btree (area_code);

CREATE INDEX need_survey__change ON public.need_survey USING btree (change_number);

CREATE UNIQUE INDEX need_survey__one_a_year ON public.need_survey USING btree (area_code, fiscal_year) WHERE (ended_on IS NULL);

CREATE INDEX need_survey__source ON public.need_survey USING btree (source_id);

CREATE INDEX need_survey__year ON public.need_survey USING btree (fiscal_year) WHERE (ended_on IS NULL);

CREATE INDEX organization__area ON public.organization USING btree (area_code, kind);

CREATE INDEX organization__change ON public.organization USING btree (change_number);

CREATE INDEX organization__name ON public.organization USING btree (name_th COLLATE "th-x-icu", id);

CREATE UNIQUE INDEX organization__one_council_per_area ON public.organization USING btree (area_code) WHERE ((kind = 'council'::text) AND (ended_on IS NULL));

CREATE INDEX organization__position ON public.organization USING gist ("position");

CREATE INDEX organization__search_key ON public.organization USING gin (search_key public.gin_trgm_ops);

CREATE INDEX organization__source ON public.organization USING btree (source_id);

CREATE INDEX participation__change ON public.participation USING btree (change_number);

CREATE INDEX participation__person ON public.participation USING btree (person_id);

CREATE INDEX participation__source ON public.participation USING btree (source_id);

CREATE INDEX partner__change ON public.partner USING btree (change_number);

CREATE INDEX partner__source ON public.partner USING btree (source_id);

CREATE INDEX person__area ON public.person USING btree (area_code);

CREATE INDEX person__change ON public.person USING btree (change_number);

CREATE INDEX person__source ON public.person USING btree (source_id);

CREATE INDEX place_nickname__source ON public.place_nickname USING btree (source_id);

CREATE INDEX place_search__all_names ON public.place_search USING gin (all_names public.gin_trgm_ops);

CREATE INDEX place_search__names ON public.place_search USING gin (names public.gin_trgm_ops);

CREATE INDEX place_search__near_names ON public.place_search USING gin (near_names public.gin_trgm_ops);

CREATE INDEX place_search__near_paths ON public.place_search USING gin (near_paths public.gin_trgm_ops);

CREATE INDEX place_search__paths ON public.place_search USING gin (paths public.gin_trgm_ops);

CREATE INDEX plan__area ON public.plan USING btree (area_code);

CREATE INDEX plan__change ON public.plan USING btree (change_number);

CREATE INDEX plan__organization ON public.plan USING btree (organization_id);

CREATE INDEX plan__source ON public.plan USING btree (source_id);

CREATE INDEX plan__title ON public.plan USING btree (title_th COLLATE "th-x-icu", id);

CREATE INDEX plan_item__change ON public.plan_item USING btree (change_number);

CREATE UNIQUE INDEX plan_item__number_is_unique ON public.plan_item USING btree (plan_id, item_number) WHERE (ended_on IS NULL);

CREATE INDEX plan_item__plan ON public.plan_item USING btree (plan_id);

CREATE INDEX plan_item__source ON public.plan_item USING btree (source_id);

CREATE INDEX plan_item_link__change ON public.plan_item_link USING btree (change_number);

CREATE INDEX plan_item_link__item ON public.plan_item_link USING btree (plan_item_id, fiscal_year);

CREATE INDEX plan_item_link__partner ON public.plan_item_link USING btree (partner_id);

CREATE INDEX plan_item_link__source ON public.plan_item_link USING btree (source_id);

CREATE INDEX plan_item_link__state ON public.plan_item_link USING btree (state, plan_item_id);

CREATE INDEX pooled_amount__area ON public.pooled_amount USING btree (area_code);

CREATE INDEX pooled_amount__region ON public.pooled_amount USING btree (region_code);

CREATE INDEX population__area ON public.population USING btree (area_code);

CREATE INDEX population__change ON public.population USING btree (change_number);

CREATE INDEX population__day ON public.population USING btree (reference_date) WHERE (ended_on IS NULL);

CREATE UNIQUE INDEX population__one_per_day ON public.population USING btree (area_code, reference_date) WHERE (ended_on IS NULL);

CREATE INDEX population__source ON public.population USING btree (source_id);

CREATE INDEX quality_review__authority ON public.quality_review USING btree (local_authority_code);

CREATE INDEX quality_review__change ON public.quality_review USING btree (change_number);

CREATE INDEX quality_review__day ON public.quality_review USING btree (reviewed_on) WHERE (ended_on IS NULL);

CREATE UNIQUE INDEX quality_review__one_a_year ON public.quality_review USING btree (local_authority_code, fiscal_year) WHERE (ended_on IS NULL);

CREATE INDEX quality_review__source ON public.quality_review USING btree (source_id);

CREATE INDEX quality_score__change ON public.quality_score USING btree (change_number);

CREATE UNIQUE INDEX quality_score__one_per_criterion ON public.quality_score USING btree (quality_review_id, criterion) WHERE (ended_on IS NULL);

CREATE INDEX quality_score__review ON public.quality_score USING btree (quality_review_id);

CREATE INDEX quality_score__source ON public.quality_score USING btree (source_id);

CREATE INDEX region__source ON public.region USING btree (source_id);

CREATE INDEX region_province__region ON public.region_province USING btree (region_code);

CREATE INDEX region_province__source ON public.region_province USING btree (source_id);

CREATE INDEX small_cell__area ON public.small_cell USING btree (area_code);

CREATE INDEX small_cell__waits ON public.small_cell USING btree (indicator_id, fiscal_year) WHERE (amount <> told);

CREATE INDEX target_value__area ON public.target_value USING btree (area_code);

CREATE INDEX target_value__region ON public.target_value USING btree (region_code);

CREATE INDEX target_version__denominator ON public.target_version USING btree (denominator_id);

CREATE INDEX target_version__source ON public.target_version USING btree (source_id);

CREATE INDEX training_result__change ON public.training_result USING btree (change_number);

CREATE INDEX training_result__person ON public.training_result USING btree (person_id);

CREATE INDEX training_result__source ON public.training_result USING btree (source_id);

CREATE TRIGGER add_up AFTER UPDATE OF province_code ON public.local_authority FOR EACH STATEMENT EXECUTE FUNCTION api.add_up_authorities();

CREATE TRIGGER add_up_delete AFTER DELETE ON public.achievement REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.achievements_changed();

CREATE TRIGGER add_up_insert AFTER INSERT ON public.achievement REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.achievements_changed();

CREATE TRIGGER add_up_update AFTER UPDATE ON public.achievement REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.achievements_changed();

CREATE TRIGGER keep_shapes AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.area_placement FOR EACH STATEMENT EXECUTE FUNCTION api.authority_shapes_changed();

CREATE TRIGGER keep_shapes AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.local_authority_area FOR EACH STATEMENT EXECUTE FUNCTION api.authority_shapes_changed();

CREATE TRIGGER know_bulk AFTER INSERT ON public.area_report REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.assembly REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.assembly_partner REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.community_declaration REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.cooperation_mechanism REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.cooperation_member REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.cooperation_pilot_area REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.housing_project REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.kpi_report REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.lesson REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.model_area REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.need_survey REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.organization REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.participation REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.partner REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.person REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.plan REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.plan_item REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.plan_item_link REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.population REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.quality_review REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.quality_score REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER know_bulk AFTER INSERT ON public.training_result REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.know_bulk();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.area_report FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.assembly FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.assembly_partner FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.community_declaration FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.cooperation_mechanism FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.cooperation_member FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.cooperation_pilot_area FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.housing_project FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.kpi_report FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.lesson FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.local_authority FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.model_area FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.need_survey FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.organization FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.participation FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.partner FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.person FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.plan FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.plan_item FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.plan_item_link FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.population FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.quality_review FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.quality_score FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.training_result FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER pool_again AFTER INSERT OR DELETE OR UPDATE ON public.region_province FOR EACH STATEMENT EXECUTE FUNCTION api.region_province_changed();

CREATE TRIGGER refresh_delete AFTER DELETE ON public.area_report REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION record."area_report/changed"();

CREATE TRIGGER refresh_delete AFTER DELETE ON public.assembly REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{assembly}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.assembly_partner REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{assembly}', 'with touched as (select item.* from public.assembly item where item.id in (select assembly_id from touched)) select distinct area_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.community_declaration REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{community_declaration}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.cooperation_mechanism REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{cooperation_mechanism}', ' select distinct province_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.cooperation_member REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{cooperation_member,cooperation_mechanism}', ' select distinct cooperation_mechanism.province_code from touched join cooperation_mechanism on cooperation_mechanism.id = touched.mechanism_id');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.cooperation_pilot_area REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{cooperation_pilot_area,cooperation_mechanism}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.housing_project REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{housing_project}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.kpi_report REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{kpi_report}', ' select ''TH'' from touched limit 1');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.lesson REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{lesson}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.local_authority REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{quality_review}', 'select code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.model_area REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{model_area}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.need_survey REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{need_survey}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.organization REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{organization}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.participation REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{participation,person}', ' select distinct person.area_code from touched join person on person.id = touched.person_id');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.partner REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{partner,plan}', ' select record."partner/touches"(array(select id from touched))');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.person REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{person}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.plan REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{plan}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.plan_item REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{plan_item,plan}', ' select distinct plan.area_code from touched join plan on plan.id = touched.plan_id');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.plan_item_link REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{plan_item_link,plan_item,plan}', ' select distinct plan.area_code from touched join plan_item on plan_item.id = touched.plan_item_id join plan on plan.id = plan_item.plan_id');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.population REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{population}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.quality_review REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{quality_review}', ' select distinct local_authority_code from touched');

CREATE TRIGGER refresh_delete AFTER DELETE ON public.training_result REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{training_result,person}', ' select distinct person.area_code from touched join person on person.id = touched.person_id');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.area_report REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION record."area_report/changed"();

CREATE TRIGGER refresh_insert AFTER INSERT ON public.assembly REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{assembly}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.assembly_partner REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{assembly}', 'with touched as (select item.* from public.assembly item where item.id in (select assembly_id from touched)) select distinct area_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.community_declaration REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{community_declaration}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.cooperation_mechanism REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{cooperation_mechanism}', ' select distinct province_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.cooperation_member REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{cooperation_member,cooperation_mechanism}', ' select distinct cooperation_mechanism.province_code from touched join cooperation_mechanism on cooperation_mechanism.id = touched.mechanism_id');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.cooperation_pilot_area REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{cooperation_pilot_area,cooperation_mechanism}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.housing_project REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{housing_project}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.kpi_report REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{kpi_report}', ' select ''TH'' from touched limit 1');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.lesson REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{lesson}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.local_authority REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{quality_review}', 'select code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.model_area REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{model_area}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.need_survey REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{need_survey}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.organization REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{organization}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.participation REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{participation,person}', ' select distinct person.area_code from touched join person on person.id = touched.person_id');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.partner REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{partner,plan}', ' select record."partner/touches"(array(select id from touched))');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.person REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{person}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.plan REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{plan}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.plan_item REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{plan_item,plan}', ' select distinct plan.area_code from touched join plan on plan.id = touched.plan_id');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.plan_item_link REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{plan_item_link,plan_item,plan}', ' select distinct plan.area_code from touched join plan_item on plan_item.id = touched.plan_item_id join plan on plan.id = plan_item.plan_id');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.population REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{population}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.quality_review REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{quality_review}', ' select distinct local_authority_code from touched');

CREATE TRIGGER refresh_insert AFTER INSERT ON public.training_result REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{training_result,person}', ' select distinct person.area_code from touched join person on person.id = touched.person_id');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.area_report REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION record."area_report/changed"();

CREATE TRIGGER refresh_update AFTER UPDATE ON public.assembly REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{assembly}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.assembly_partner REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{assembly}', 'with touched as (select item.* from public.assembly item where item.id in (select assembly_id from touched)) select distinct area_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.community_declaration REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{community_declaration}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.cooperation_mechanism REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{cooperation_mechanism}', ' select distinct province_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.cooperation_member REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{cooperation_member,cooperation_mechanism}', ' select distinct cooperation_mechanism.province_code from touched join cooperation_mechanism on cooperation_mechanism.id = touched.mechanism_id');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.cooperation_pilot_area REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{cooperation_pilot_area,cooperation_mechanism}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.housing_project REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{housing_project}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.kpi_report REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{kpi_report}', ' select ''TH'' from touched limit 1');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.lesson REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{lesson}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.local_authority REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{quality_review}', 'select code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.model_area REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{model_area}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.need_survey REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{need_survey}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.organization REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{organization}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.participation REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{participation,person}', ' select distinct person.area_code from touched join person on person.id = touched.person_id');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.partner REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{partner,plan}', ' select record."partner/touches"(array(select id from touched))');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.person REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{person}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.plan REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{plan}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.plan_item REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{plan_item,plan}', ' select distinct plan.area_code from touched join plan on plan.id = touched.plan_id');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.plan_item_link REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{plan_item_link,plan_item,plan}', ' select distinct plan.area_code from touched join plan_item on plan_item.id = touched.plan_item_id join plan on plan.id = plan_item.plan_id');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.population REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{population}', ' select distinct area_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.quality_review REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{quality_review}', ' select distinct local_authority_code from touched');

CREATE TRIGGER refresh_update AFTER UPDATE ON public.training_result REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_record_change('{training_result,person}', ' select distinct person.area_code from touched join person on person.id = touched.person_id');

CREATE TRIGGER revise_delete AFTER DELETE ON public.assembly_partner REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_link_change('assembly', 'assembly_id');

CREATE TRIGGER revise_insert AFTER INSERT ON public.assembly_partner REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_link_change('assembly', 'assembly_id');

CREATE TRIGGER revise_update AFTER UPDATE ON public.assembly_partner REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.after_link_change('assembly', 'assembly_id');

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF name_th, name_en ON public.assembly FOR EACH ROW EXECUTE FUNCTION api.set_search_key('name_th', 'name_en');

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF title_th ON public.community_declaration FOR EACH ROW EXECUTE FUNCTION api.set_search_key('title_th');

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF name_th, name_en ON public.cooperation_mechanism FOR EACH ROW EXECUTE FUNCTION api.set_search_key('name_th', 'name_en');

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF name_th ON public.cooperation_member FOR EACH ROW EXECUTE FUNCTION api.set_search_key('name_th');

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF name_th ON public.housing_project FOR EACH ROW EXECUTE FUNCTION api.set_search_key('name_th');

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF title_th ON public.lesson FOR EACH ROW EXECUTE FUNCTION api.set_search_key('title_th');

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF name_th, name_en ON public.model_area FOR EACH ROW EXECUTE FUNCTION api.set_search_key('name_th', 'name_en');

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF name_th, name_en ON public.organization FOR EACH ROW EXECUTE FUNCTION api.set_search_key('name_th', 'name_en');

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF name_th, name_en ON public.partner FOR EACH ROW EXECUTE FUNCTION api.set_search_key('name_th', 'name_en');

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF name_th ON public.person FOR EACH ROW EXECUTE FUNCTION api.set_search_key('name_th');

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF title_th, title_en ON public.plan FOR EACH ROW EXECUTE FUNCTION api.set_search_key('title_th', 'title_en');

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF title_th ON public.plan_item FOR EACH ROW EXECUTE FUNCTION api.set_search_key('title_th');

CREATE TRIGGER set_keys BEFORE INSERT OR UPDATE OF name, stands_for ON public.place_nickname FOR EACH ROW EXECUTE FUNCTION api.set_nickname_keys();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.area_report FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.assembly FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.community_declaration FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.cooperation_mechanism FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.cooperation_member FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.cooperation_pilot_area FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.housing_project FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.kpi_report FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.lesson FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.model_area FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.need_survey FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.organization FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.participation FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.partner FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.person FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.plan FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.plan_item FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.plan_item_link FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.population FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.quality_review FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.quality_score FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_revision BEFORE UPDATE ON public.training_result FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION api.next_revision();

CREATE TRIGGER set_search AFTER INSERT OR DELETE OR UPDATE OF code, kind, name_th, name_en, province_code ON public.local_authority FOR EACH ROW EXECUTE FUNCTION api.local_authority_renamed();

CREATE TRIGGER set_search AFTER INSERT OR DELETE OR UPDATE OF code, name_th, name_en ON public.region FOR EACH ROW EXECUTE FUNCTION api.region_renamed();

CREATE TRIGGER set_source BEFORE INSERT ON public.cooperation_member FOR EACH ROW WHEN ((new.source_id IS NULL)) EXECUTE FUNCTION api.take_source_of_parent('cooperation_mechanism', 'mechanism_id');

CREATE TRIGGER set_source BEFORE INSERT ON public.cooperation_pilot_area FOR EACH ROW WHEN ((new.source_id IS NULL)) EXECUTE FUNCTION api.take_source_of_parent('cooperation_mechanism', 'mechanism_id');

CREATE TRIGGER set_source BEFORE INSERT ON public.participation FOR EACH ROW WHEN ((new.source_id IS NULL)) EXECUTE FUNCTION api.take_source_of_parent('person', 'person_id');

CREATE TRIGGER set_source BEFORE INSERT ON public.plan_item FOR EACH ROW WHEN ((new.source_id IS NULL)) EXECUTE FUNCTION api.take_source_of_parent('plan', 'plan_id');

CREATE TRIGGER set_source BEFORE INSERT ON public.plan_item_link FOR EACH ROW WHEN ((new.source_id IS NULL)) EXECUTE FUNCTION api.take_source_of_parent('plan_item', 'plan_item_id');

CREATE TRIGGER set_source BEFORE INSERT ON public.quality_score FOR EACH ROW WHEN ((new.source_id IS NULL)) EXECUTE FUNCTION api.take_source_of_parent('quality_review', 'quality_review_id');

CREATE TRIGGER set_source BEFORE INSERT ON public.training_result FOR EACH ROW WHEN ((new.source_id IS NULL)) EXECUTE FUNCTION api.take_source_of_parent('person', 'person_id');

CREATE CONSTRAINT TRIGGER shares_add_up AFTER INSERT ON public.target_value DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION api.check_target_shares();

CREATE TRIGGER stand_delete AFTER DELETE ON public.plan_item REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_stands_elsewhere('select distinct plan_id from touched');

CREATE TRIGGER stand_delete AFTER DELETE ON public.plan_item_link REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_stands_elsewhere('select distinct plan_id from touched join plan_item on plan_item.id = plan_item_id');

CREATE TRIGGER stand_insert AFTER INSERT ON public.plan REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_stands_elsewhere('select id from touched');

CREATE TRIGGER stand_insert AFTER INSERT ON public.plan_item_link REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_stands_elsewhere('select distinct plan_id from touched join plan_item on plan_item.id = plan_item_id');

CREATE TRIGGER stand_update AFTER UPDATE ON public.plan_item REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_stands_elsewhere('select distinct plan_id from touched');

CREATE TRIGGER stand_update AFTER UPDATE ON public.plan_item_link REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_stands_elsewhere('select distinct plan_id from touched join plan_item on plan_item.id = plan_item_id');

CREATE TRIGGER version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.boundary_version FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('boundary');

CREATE TRIGGER version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.denominator FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('boundary');

CREATE TRIGGER version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.indicator FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('boundary');

CREATE TRIGGER version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.local_authority FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('boundary');

CREATE TRIGGER version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.local_authority_area FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('boundary');

CREATE TRIGGER version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.place_nickname FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('boundary');

CREATE TRIGGER version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.region FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('boundary');

CREATE TRIGGER version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.region_province FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('boundary');

CREATE TRIGGER version AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.source FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('boundary');

CREATE TRIGGER version_delete AFTER DELETE ON public.area_report REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{area_report,records}', '{area_report}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'area_report');

CREATE TRIGGER version_delete AFTER DELETE ON public.assembly REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{assembly,records}', '{assembly}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'assembly');

CREATE TRIGGER version_delete AFTER DELETE ON public.assembly_partner REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{assembly,records}', '{assembly}', 'with touched as (select item.* from public.assembly item where item.id in (select assembly_id from touched))', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'assembly');

CREATE TRIGGER version_delete AFTER DELETE ON public.community_declaration REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{community_declaration,records}', '{community_declaration}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'community_declaration');

CREATE TRIGGER version_delete AFTER DELETE ON public.cooperation_mechanism REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{cooperation_mechanism,cooperation_member,cooperation_pilot_area,records}', '{cooperation_mechanism}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct province_code from touched) lying(code) left join area_placement on area_code = code union select left(cooperation_pilot_area.area_code, 2) from touched join cooperation_pilot_area on cooperation_pilot_area.mechanism_id = touched.id', 'f', 'cooperation_mechanism');

CREATE TRIGGER version_delete AFTER DELETE ON public.cooperation_member REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{cooperation_mechanism,cooperation_member,records}', '{cooperation_member,cooperation_mechanism}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct cooperation_mechanism.province_code from touched join cooperation_mechanism on cooperation_mechanism.id = touched.mechanism_id) lying(code) left join area_placement on area_code = code', 'f', 'cooperation_member');

CREATE TRIGGER version_delete AFTER DELETE ON public.cooperation_pilot_area REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{cooperation_mechanism,cooperation_pilot_area,records}', '{cooperation_pilot_area,cooperation_mechanism}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'cooperation_pilot_area');

CREATE TRIGGER version_delete AFTER DELETE ON public.housing_project REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{housing_project,records}', '{housing_project}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'housing_project');

CREATE TRIGGER version_delete AFTER DELETE ON public.kpi_report REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{kpi_report,records}', '{kpi_report}', '', 'select left(unnest(array[code, shape_code]), 2) from (select ''TH'' from touched limit 1) lying(code) left join area_placement on area_code = code', 't', 'kpi_report');

CREATE TRIGGER version_delete AFTER DELETE ON public.lesson REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{lesson,records}', '{lesson}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'lesson');

CREATE TRIGGER version_delete AFTER DELETE ON public.model_area REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{model_area,records}', '{model_area}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code union select left(lesson.area_code, 2) from touched join lesson on lesson.model_area_id = touched.id', 'f', 'model_area');

CREATE TRIGGER version_delete AFTER DELETE ON public.need_survey REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{need_survey,records}', '{need_survey}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'need_survey');

CREATE TRIGGER version_delete AFTER DELETE ON public.organization REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{organization,records}', '{organization}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code union select left(model_area.area_code, 2) from touched join model_area on model_area.organization_id = touched.id union select left(plan.area_code, 2) from touched join plan on plan.organization_id = touched.id', 'f', 'organization');

CREATE TRIGGER version_delete AFTER DELETE ON public.participation REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{participation,person,records}', '{participation,person}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct person.area_code from touched join person on person.id = touched.person_id) lying(code) left join area_placement on area_code = code', 'f', 'participation');

CREATE TRIGGER version_delete AFTER DELETE ON public.partner REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{partner,plan,records}', '{partner,plan}', '', 'select left(unnest(array[code, shape_code]), 2) from (select record."partner/touches"(array(select id from touched))) lying(code) left join area_placement on area_code = code union select left(assembly.area_code, 2) from touched join assembly_partner pair on pair.partner_id = touched.id join assembly on assembly.id = pair.assembly_id', 't', 'partner');

CREATE TRIGGER version_delete AFTER DELETE ON public.person REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{participation,person,records,training_result}', '{person}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'person');

CREATE TRIGGER version_delete AFTER DELETE ON public.plan REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{plan,plan_item,plan_item_link,records}', '{plan}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'plan');

CREATE TRIGGER version_delete AFTER DELETE ON public.plan_item REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{plan,plan_item,plan_item_link,records}', '{plan_item,plan}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct plan.area_code from touched join plan on plan.id = touched.plan_id) lying(code) left join area_placement on area_code = code', 'f', 'plan_item');

CREATE TRIGGER version_delete AFTER DELETE ON public.plan_item_link REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{plan,plan_item,plan_item_link,records}', '{plan_item_link,plan_item,plan}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct plan.area_code from touched join plan_item on plan_item.id = touched.plan_item_id join plan on plan.id = plan_item.plan_id) lying(code) left join area_placement on area_code = code', 'f', 'plan_item_link');

CREATE TRIGGER version_delete AFTER DELETE ON public.pooled_amount REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.pooled_amount_changed();

CREATE TRIGGER version_delete AFTER DELETE ON public.population REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{population,records}', '{population}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'population');

CREATE TRIGGER version_delete AFTER DELETE ON public.quality_review REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{quality_review,quality_score,records}', '{quality_review}', '', 'select province_code from (select distinct local_authority_code from touched) lying(code) join local_authority using (code)', 'f', 'quality_review');

CREATE TRIGGER version_delete AFTER DELETE ON public.quality_score REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{quality_review,quality_score,records}', '{}', '', 'select province_code from (select distinct quality_review.local_authority_code from touched join quality_review on quality_review.id = touched.quality_review_id) lying(code) join local_authority using (code)', 'f', 'quality_score');

CREATE TRIGGER version_delete AFTER DELETE ON public.target_version REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.target_changed();

CREATE TRIGGER version_delete AFTER DELETE ON public.training_result REFERENCING OLD TABLE AS old_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{person,records,training_result}', '{training_result,person}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct person.area_code from touched join person on person.id = touched.person_id) lying(code) left join area_placement on area_code = code', 'f', 'training_result');

CREATE TRIGGER version_insert AFTER INSERT ON public.area_report REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{area_report,records}', '{area_report}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'area_report');

CREATE TRIGGER version_insert AFTER INSERT ON public.assembly REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{assembly,records}', '{assembly}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'assembly');

CREATE TRIGGER version_insert AFTER INSERT ON public.assembly_partner REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{assembly,records}', '{assembly}', 'with touched as (select item.* from public.assembly item where item.id in (select assembly_id from touched))', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'assembly');

CREATE TRIGGER version_insert AFTER INSERT ON public.community_declaration REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{community_declaration,records}', '{community_declaration}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'community_declaration');

CREATE TRIGGER version_insert AFTER INSERT ON public.cooperation_mechanism REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{cooperation_mechanism,cooperation_member,cooperation_pilot_area,records}', '{cooperation_mechanism}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct province_code from touched) lying(code) left join area_placement on area_code = code union select left(cooperation_pilot_area.area_code, 2) from touched join cooperation_pilot_area on cooperation_pilot_area.mechanism_id = touched.id', 'f', 'cooperation_mechanism');

CREATE TRIGGER version_insert AFTER INSERT ON public.cooperation_member REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{cooperation_mechanism,cooperation_member,records}', '{cooperation_member,cooperation_mechanism}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct cooperation_mechanism.province_code from touched join cooperation_mechanism on cooperation_mechanism.id = touched.mechanism_id) lying(code) left join area_placement on area_code = code', 'f', 'cooperation_member');

CREATE TRIGGER version_insert AFTER INSERT ON public.cooperation_pilot_area REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{cooperation_mechanism,cooperation_pilot_area,records}', '{cooperation_pilot_area,cooperation_mechanism}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'cooperation_pilot_area');

CREATE TRIGGER version_insert AFTER INSERT ON public.housing_project REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{housing_project,records}', '{housing_project}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'housing_project');

CREATE TRIGGER version_insert AFTER INSERT ON public.kpi_report REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{kpi_report,records}', '{kpi_report}', '', 'select left(unnest(array[code, shape_code]), 2) from (select ''TH'' from touched limit 1) lying(code) left join area_placement on area_code = code', 't', 'kpi_report');

CREATE TRIGGER version_insert AFTER INSERT ON public.lesson REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{lesson,records}', '{lesson}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'lesson');

CREATE TRIGGER version_insert AFTER INSERT ON public.model_area REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{model_area,records}', '{model_area}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code union select left(lesson.area_code, 2) from touched join lesson on lesson.model_area_id = touched.id', 'f', 'model_area');

CREATE TRIGGER version_insert AFTER INSERT ON public.need_survey REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{need_survey,records}', '{need_survey}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'need_survey');

CREATE TRIGGER version_insert AFTER INSERT ON public.organization REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{organization,records}', '{organization}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code union select left(model_area.area_code, 2) from touched join model_area on model_area.organization_id = touched.id union select left(plan.area_code, 2) from touched join plan on plan.organization_id = touched.id', 'f', 'organization');

CREATE TRIGGER version_insert AFTER INSERT ON public.participation REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{participation,person,records}', '{participation,person}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct person.area_code from touched join person on person.id = touched.person_id) lying(code) left join area_placement on area_code = code', 'f', 'participation');

CREATE TRIGGER version_insert AFTER INSERT ON public.partner REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{partner,plan,records}', '{partner,plan}', '', 'select left(unnest(array[code, shape_code]), 2) from (select record."partner/touches"(array(select id from touched))) lying(code) left join area_placement on area_code = code union select left(assembly.area_code, 2) from touched join assembly_partner pair on pair.partner_id = touched.id join assembly on assembly.id = pair.assembly_id', 't', 'partner');

CREATE TRIGGER version_insert AFTER INSERT ON public.person REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{participation,person,records,training_result}', '{person}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'person');

CREATE TRIGGER version_insert AFTER INSERT ON public.plan REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{plan,plan_item,plan_item_link,records}', '{plan}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'plan');

CREATE TRIGGER version_insert AFTER INSERT ON public.plan_item REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{plan,plan_item,plan_item_link,records}', '{plan_item,plan}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct plan.area_code from touched join plan on plan.id = touched.plan_id) lying(code) left join area_placement on area_code = code', 'f', 'plan_item');

CREATE TRIGGER version_insert AFTER INSERT ON public.plan_item_link REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{plan,plan_item,plan_item_link,records}', '{plan_item_link,plan_item,plan}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct plan.area_code from touched join plan_item on plan_item.id = touched.plan_item_id join plan on plan.id = plan_item.plan_id) lying(code) left join area_placement on area_code = code', 'f', 'plan_item_link');

CREATE TRIGGER version_insert AFTER INSERT ON public.pooled_amount REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.pooled_amount_changed();

CREATE TRIGGER version_insert AFTER INSERT ON public.population REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{population,records}', '{population}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'population');

CREATE TRIGGER version_insert AFTER INSERT ON public.quality_review REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{quality_review,quality_score,records}', '{quality_review}', '', 'select province_code from (select distinct local_authority_code from touched) lying(code) join local_authority using (code)', 'f', 'quality_review');

CREATE TRIGGER version_insert AFTER INSERT ON public.quality_score REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{quality_review,quality_score,records}', '{}', '', 'select province_code from (select distinct quality_review.local_authority_code from touched join quality_review on quality_review.id = touched.quality_review_id) lying(code) join local_authority using (code)', 'f', 'quality_score');

CREATE TRIGGER version_insert AFTER INSERT ON public.target_version REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.target_changed();

CREATE TRIGGER version_insert AFTER INSERT ON public.training_result REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{person,records,training_result}', '{training_result,person}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct person.area_code from touched join person on person.id = touched.person_id) lying(code) left join area_placement on area_code = code', 'f', 'training_result');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.area_report FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('area_report', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.assembly FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('assembly', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.assembly_partner FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('assembly', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.community_declaration FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('community_declaration', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.cooperation_mechanism FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('cooperation_mechanism', 'cooperation_member', 'cooperation_pilot_area', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.cooperation_member FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('cooperation_mechanism', 'cooperation_member', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.cooperation_pilot_area FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('cooperation_mechanism', 'cooperation_pilot_area', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.housing_project FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('housing_project', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.kpi_report FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('kpi_report', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.lesson FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('lesson', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.model_area FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('model_area', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.need_survey FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('need_survey', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.organization FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('organization', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.participation FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('participation', 'person', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.partner FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('partner', 'plan', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.person FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('participation', 'person', 'records', 'training_result');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.plan FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('plan', 'plan_item', 'plan_item_link', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.plan_item FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('plan', 'plan_item', 'plan_item_link', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.plan_item_link FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('plan', 'plan_item', 'plan_item_link', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.population FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('population', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.quality_review FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('quality_review', 'quality_score', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.quality_score FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('quality_review', 'quality_score', 'records');

CREATE TRIGGER version_truncate AFTER TRUNCATE ON public.training_result FOR EACH STATEMENT EXECUTE FUNCTION api.move_versions_everywhere('person', 'records', 'training_result');

CREATE TRIGGER version_update AFTER UPDATE ON public.area_report REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{area_report,records}', '{area_report}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'area_report');

CREATE TRIGGER version_update AFTER UPDATE ON public.assembly REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{assembly,records}', '{assembly}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'assembly');

CREATE TRIGGER version_update AFTER UPDATE ON public.assembly_partner REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{assembly,records}', '{assembly}', 'with touched as (select item.* from public.assembly item where item.id in (select assembly_id from touched))', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'assembly');

CREATE TRIGGER version_update AFTER UPDATE ON public.community_declaration REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{community_declaration,records}', '{community_declaration}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'community_declaration');

CREATE TRIGGER version_update AFTER UPDATE ON public.cooperation_mechanism REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{cooperation_mechanism,cooperation_member,cooperation_pilot_area,records}', '{cooperation_mechanism}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct province_code from touched) lying(code) left join area_placement on area_code = code union select left(cooperation_pilot_area.area_code, 2) from touched join cooperation_pilot_area on cooperation_pilot_area.mechanism_id = touched.id', 'f', 'cooperation_mechanism');

CREATE TRIGGER version_update AFTER UPDATE ON public.cooperation_member REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{cooperation_mechanism,cooperation_member,records}', '{cooperation_member,cooperation_mechanism}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct cooperation_mechanism.province_code from touched join cooperation_mechanism on cooperation_mechanism.id = touched.mechanism_id) lying(code) left join area_placement on area_code = code', 'f', 'cooperation_member');

CREATE TRIGGER version_update AFTER UPDATE ON public.cooperation_pilot_area REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{cooperation_mechanism,cooperation_pilot_area,records}', '{cooperation_pilot_area,cooperation_mechanism}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'cooperation_pilot_area');

CREATE TRIGGER version_update AFTER UPDATE ON public.housing_project REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{housing_project,records}', '{housing_project}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'housing_project');

CREATE TRIGGER version_update AFTER UPDATE ON public.kpi_report REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{kpi_report,records}', '{kpi_report}', '', 'select left(unnest(array[code, shape_code]), 2) from (select ''TH'' from touched limit 1) lying(code) left join area_placement on area_code = code', 't', 'kpi_report');

CREATE TRIGGER version_update AFTER UPDATE ON public.lesson REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{lesson,records}', '{lesson}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'lesson');

CREATE TRIGGER version_update AFTER UPDATE ON public.model_area REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{model_area,records}', '{model_area}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code union select left(lesson.area_code, 2) from touched join lesson on lesson.model_area_id = touched.id', 'f', 'model_area');

CREATE TRIGGER version_update AFTER UPDATE ON public.need_survey REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{need_survey,records}', '{need_survey}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'need_survey');

CREATE TRIGGER version_update AFTER UPDATE ON public.organization REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{organization,records}', '{organization}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code union select left(model_area.area_code, 2) from touched join model_area on model_area.organization_id = touched.id union select left(plan.area_code, 2) from touched join plan on plan.organization_id = touched.id', 'f', 'organization');

CREATE TRIGGER version_update AFTER UPDATE ON public.participation REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{participation,person,records}', '{participation,person}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct person.area_code from touched join person on person.id = touched.person_id) lying(code) left join area_placement on area_code = code', 'f', 'participation');

CREATE TRIGGER version_update AFTER UPDATE ON public.partner REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{partner,plan,records}', '{partner,plan}', '', 'select left(unnest(array[code, shape_code]), 2) from (select record."partner/touches"(array(select id from touched))) lying(code) left join area_placement on area_code = code union select left(assembly.area_code, 2) from touched join assembly_partner pair on pair.partner_id = touched.id join assembly on assembly.id = pair.assembly_id', 't', 'partner');

CREATE TRIGGER version_update AFTER UPDATE ON public.person REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{participation,person,records,training_result}', '{person}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'person');

CREATE TRIGGER version_update AFTER UPDATE ON public.plan REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{plan,plan_item,plan_item_link,records}', '{plan}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'plan');

CREATE TRIGGER version_update AFTER UPDATE ON public.plan_item REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{plan,plan_item,plan_item_link,records}', '{plan_item,plan}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct plan.area_code from touched join plan on plan.id = touched.plan_id) lying(code) left join area_placement on area_code = code', 'f', 'plan_item');

CREATE TRIGGER version_update AFTER UPDATE ON public.plan_item_link REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{plan,plan_item,plan_item_link,records}', '{plan_item_link,plan_item,plan}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct plan.area_code from touched join plan_item on plan_item.id = touched.plan_item_id join plan on plan.id = plan_item.plan_id) lying(code) left join area_placement on area_code = code', 'f', 'plan_item_link');

CREATE TRIGGER version_update AFTER UPDATE ON public.pooled_amount REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.pooled_amount_changed();

CREATE TRIGGER version_update AFTER UPDATE ON public.population REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{population,records}', '{population}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct area_code from touched) lying(code) left join area_placement on area_code = code', 'f', 'population');

CREATE TRIGGER version_update AFTER UPDATE ON public.quality_review REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{quality_review,quality_score,records}', '{quality_review}', '', 'select province_code from (select distinct local_authority_code from touched) lying(code) join local_authority using (code)', 'f', 'quality_review');

CREATE TRIGGER version_update AFTER UPDATE ON public.quality_score REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{quality_review,quality_score,records}', '{}', '', 'select province_code from (select distinct quality_review.local_authority_code from touched join quality_review on quality_review.id = touched.quality_review_id) lying(code) join local_authority using (code)', 'f', 'quality_score');

CREATE TRIGGER version_update AFTER UPDATE ON public.target_version REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.target_changed();

CREATE TRIGGER version_update AFTER UPDATE ON public.training_result REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT EXECUTE FUNCTION api.record_versions_moved('{person,records,training_result}', '{training_result,person}', '', 'select left(unnest(array[code, shape_code]), 2) from (select distinct person.area_code from touched join person on person.id = touched.person_id) lying(code) left join area_placement on area_code = code', 'f', 'training_result');

ALTER TABLE ONLY public.achievement
    ADD CONSTRAINT achievement_local_authority_code_fkey FOREIGN KEY (local_authority_code) REFERENCES public.local_authority(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.achievement_sum
    ADD CONSTRAINT achievement_sum_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES public.indicator(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.achievement_sum
    ADD CONSTRAINT achievement_sum_province_code_fkey FOREIGN KEY (province_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.area_alias
    ADD CONSTRAINT area_alias_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.area_band
    ADD CONSTRAINT area_band_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.area_band
    ADD CONSTRAINT area_band_boundary_version_id_fkey FOREIGN KEY (boundary_version_id) REFERENCES public.boundary_version(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.area_feature
    ADD CONSTRAINT area_feature_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.area
    ADD CONSTRAINT area_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.area_placement
    ADD CONSTRAINT area_placement_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.area_placement
    ADD CONSTRAINT area_placement_shape_code_fkey FOREIGN KEY (shape_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.area_report
    ADD CONSTRAINT area_report_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.area_report
    ADD CONSTRAINT area_report_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.area_search
    ADD CONSTRAINT area_search_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.area_shape
    ADD CONSTRAINT area_shape_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.area_shape
    ADD CONSTRAINT area_shape_boundary_version_id_fkey FOREIGN KEY (boundary_version_id) REFERENCES public.boundary_version(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.area
    ADD CONSTRAINT area_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.area_tile
    ADD CONSTRAINT area_tile_boundary_version_id_fkey FOREIGN KEY (boundary_version_id) REFERENCES public.boundary_version(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.assembly
    ADD CONSTRAINT assembly_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.assembly_partner
    ADD CONSTRAINT assembly_partner_assembly_id_fkey FOREIGN KEY (assembly_id) REFERENCES public.assembly(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.assembly_partner
    ADD CONSTRAINT assembly_partner_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES public.partner(id);

ALTER TABLE ONLY public.assembly
    ADD CONSTRAINT assembly_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.authority_shape
    ADD CONSTRAINT authority_shape_local_authority_code_fkey FOREIGN KEY (local_authority_code) REFERENCES public.local_authority(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.authority_shape
    ADD CONSTRAINT authority_shape_shape_code_fkey FOREIGN KEY (shape_code) REFERENCES public.area(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.boundary_version
    ADD CONSTRAINT boundary_version_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.community_declaration
    ADD CONSTRAINT community_declaration_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.community_declaration
    ADD CONSTRAINT community_declaration_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.cooperation_mechanism
    ADD CONSTRAINT cooperation_mechanism_province_code_fkey FOREIGN KEY (province_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.cooperation_mechanism
    ADD CONSTRAINT cooperation_mechanism_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.cooperation_member
    ADD CONSTRAINT cooperation_member_mechanism_id_fkey FOREIGN KEY (mechanism_id) REFERENCES public.cooperation_mechanism(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.cooperation_member
    ADD CONSTRAINT cooperation_member_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES public.partner(id);

ALTER TABLE ONLY public.cooperation_member
    ADD CONSTRAINT cooperation_member_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.cooperation_pilot_area
    ADD CONSTRAINT cooperation_pilot_area_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.cooperation_pilot_area
    ADD CONSTRAINT cooperation_pilot_area_mechanism_id_fkey FOREIGN KEY (mechanism_id) REFERENCES public.cooperation_mechanism(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.cooperation_pilot_area
    ADD CONSTRAINT cooperation_pilot_area_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.denominator
    ADD CONSTRAINT denominator_part_of_fkey FOREIGN KEY (part_of) REFERENCES public.denominator(id);

ALTER TABLE ONLY public.denominator
    ADD CONSTRAINT denominator_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.housing_project
    ADD CONSTRAINT housing_project_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.housing_project
    ADD CONSTRAINT housing_project_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.kpi_report
    ADD CONSTRAINT kpi_report_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES public.indicator(id);

ALTER TABLE ONLY public.kpi_report
    ADD CONSTRAINT kpi_report_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.lesson
    ADD CONSTRAINT lesson_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.lesson
    ADD CONSTRAINT lesson_model_area_id_fkey FOREIGN KEY (model_area_id) REFERENCES public.model_area(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.lesson
    ADD CONSTRAINT lesson_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.local_authority_area
    ADD CONSTRAINT local_authority_area_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.local_authority_area
    ADD CONSTRAINT local_authority_area_local_authority_code_fkey FOREIGN KEY (local_authority_code) REFERENCES public.local_authority(code) ON DELETE CASCADE;

ALTER TABLE ONLY public.local_authority_area
    ADD CONSTRAINT local_authority_area_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.local_authority
    ADD CONSTRAINT local_authority_province_code_fkey FOREIGN KEY (province_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.local_authority
    ADD CONSTRAINT local_authority_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.model_area
    ADD CONSTRAINT model_area_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.model_area
    ADD CONSTRAINT model_area_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.model_area
    ADD CONSTRAINT model_area_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.need_survey
    ADD CONSTRAINT need_survey_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.need_survey
    ADD CONSTRAINT need_survey_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.organization
    ADD CONSTRAINT organization_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.organization
    ADD CONSTRAINT organization_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.partner
    ADD CONSTRAINT partner_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.place_nickname
    ADD CONSTRAINT place_nickname_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.plan_item_link
    ADD CONSTRAINT plan_item_link_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES public.partner(id);

ALTER TABLE ONLY public.plan_item_link
    ADD CONSTRAINT plan_item_link_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES public.plan_item(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.plan_item_link
    ADD CONSTRAINT plan_item_link_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT plan_item_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES public.plan(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT plan_item_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.plan_standing
    ADD CONSTRAINT plan_standing_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES public.plan(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.pooled_amount
    ADD CONSTRAINT pooled_amount_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.pooled_amount
    ADD CONSTRAINT pooled_amount_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES public.indicator(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.pooled_amount
    ADD CONSTRAINT pooled_amount_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.region(code);

ALTER TABLE ONLY public.population
    ADD CONSTRAINT population_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.population
    ADD CONSTRAINT population_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.quality_review
    ADD CONSTRAINT quality_review_local_authority_code_fkey FOREIGN KEY (local_authority_code) REFERENCES public.local_authority(code);

ALTER TABLE ONLY public.quality_review
    ADD CONSTRAINT quality_review_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.quality_score
    ADD CONSTRAINT quality_score_quality_review_id_fkey FOREIGN KEY (quality_review_id) REFERENCES public.quality_review(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.quality_score
    ADD CONSTRAINT quality_score_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.region_province
    ADD CONSTRAINT region_province_province_code_fkey FOREIGN KEY (province_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.region_province
    ADD CONSTRAINT region_province_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.region(code);

ALTER TABLE ONLY public.region_province
    ADD CONSTRAINT region_province_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.region
    ADD CONSTRAINT region_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.small_cell
    ADD CONSTRAINT small_cell_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.small_cell
    ADD CONSTRAINT small_cell_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES public.indicator(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.target_value
    ADD CONSTRAINT target_value_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.target_value
    ADD CONSTRAINT target_value_region_code_fkey FOREIGN KEY (region_code) REFERENCES public.region(code);

ALTER TABLE ONLY public.target_value
    ADD CONSTRAINT target_value_target_version_id_fkey FOREIGN KEY (target_version_id) REFERENCES public.target_version(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.target_version
    ADD CONSTRAINT target_version_denominator_id_fkey FOREIGN KEY (denominator_id) REFERENCES public.denominator(id);

ALTER TABLE ONLY public.target_version
    ADD CONSTRAINT target_version_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES public.indicator(id);

ALTER TABLE ONLY public.target_version
    ADD CONSTRAINT target_version_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.training_result
    ADD CONSTRAINT training_result_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.training_result
    ADD CONSTRAINT training_result_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

GRANT USAGE ON SCHEMA public TO phuenthi_api;

GRANT USAGE ON SEQUENCE public.record_change TO phuenthi_keeper;

GRANT SELECT ON TABLE public.cooperation_member TO phuenthi_keeper;
GRANT SELECT ON TABLE public.cooperation_member TO phuenthi_api;

GRANT SELECT ON TABLE public.area_feature TO phuenthi_api;

GRANT SELECT ON TABLE public.plan_item_link TO phuenthi_keeper;
GRANT SELECT ON TABLE public.plan_item_link TO phuenthi_api;

GRANT SELECT ON TABLE public.source TO phuenthi_api;

GRANT SELECT ON TABLE public.plan TO phuenthi_keeper;
GRANT SELECT ON TABLE public.plan TO phuenthi_api;

GRANT SELECT ON TABLE public.local_authority TO phuenthi_api;

GRANT SELECT ON TABLE public.place_search TO phuenthi_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.place_search TO phuenthi_keeper;

GRANT SELECT ON TABLE public.region TO phuenthi_api;

GRANT SELECT ON TABLE public.target_version TO phuenthi_api;
GRANT INSERT ON TABLE public.target_version TO phuenthi_keeper;

REVOKE ALL ON FUNCTION public.add_record_columns(in_table regclass, in_has_title boolean) FROM PUBLIC;

GRANT SELECT ON TABLE public.area_report TO phuenthi_keeper;
GRANT SELECT ON TABLE public.area_report TO phuenthi_api;

GRANT SELECT ON TABLE public.assembly TO phuenthi_keeper;
GRANT SELECT ON TABLE public.assembly TO phuenthi_api;

GRANT UPDATE(updated_at) ON TABLE public.assembly TO phuenthi_keeper;

GRANT SELECT ON TABLE public.community_declaration TO phuenthi_keeper;
GRANT SELECT ON TABLE public.community_declaration TO phuenthi_api;

GRANT SELECT ON TABLE public.cooperation_mechanism TO phuenthi_keeper;
GRANT SELECT ON TABLE public.cooperation_mechanism TO phuenthi_api;

GRANT SELECT ON TABLE public.cooperation_pilot_area TO phuenthi_keeper;
GRANT SELECT ON TABLE public.cooperation_pilot_area TO phuenthi_api;

GRANT SELECT ON TABLE public.housing_project TO phuenthi_keeper;

GRANT SELECT(id) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(area_code) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(programme) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(name_th) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(fiscal_year) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(budget_thb) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(source_id) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(updated_at) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(tenure) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(revision) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(change_number) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(ended_on) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(end_reason) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT(search_key) ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT ON TABLE public.kpi_report TO phuenthi_keeper;
GRANT SELECT ON TABLE public.kpi_report TO phuenthi_api;

GRANT SELECT ON TABLE public.lesson TO phuenthi_keeper;
GRANT SELECT ON TABLE public.lesson TO phuenthi_api;

GRANT SELECT ON TABLE public.model_area TO phuenthi_keeper;
GRANT SELECT ON TABLE public.model_area TO phuenthi_api;

GRANT SELECT ON TABLE public.need_survey TO phuenthi_keeper;

GRANT SELECT(id) ON TABLE public.need_survey TO phuenthi_api;

GRANT SELECT(area_code) ON TABLE public.need_survey TO phuenthi_api;

GRANT SELECT(fiscal_year) ON TABLE public.need_survey TO phuenthi_api;

GRANT SELECT(evidence) ON TABLE public.need_survey TO phuenthi_api;

GRANT SELECT(source_id) ON TABLE public.need_survey TO phuenthi_api;

GRANT SELECT(revision) ON TABLE public.need_survey TO phuenthi_api;

GRANT SELECT(change_number) ON TABLE public.need_survey TO phuenthi_api;

GRANT SELECT(ended_on) ON TABLE public.need_survey TO phuenthi_api;

GRANT SELECT(end_reason) ON TABLE public.need_survey TO phuenthi_api;

GRANT SELECT(updated_at) ON TABLE public.need_survey TO phuenthi_api;

GRANT SELECT ON TABLE public.organization TO phuenthi_keeper;

GRANT SELECT(id) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(kind) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(name_th) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(name_en) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(search_key) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(area_code) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(registered_on) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(ended_on) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(fund_balance_thb) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT("position") ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(source_id) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(updated_at) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(revision) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(change_number) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(end_reason) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT(office_address) ON TABLE public.organization TO phuenthi_api;

GRANT SELECT ON TABLE public.partner TO phuenthi_keeper;
GRANT SELECT ON TABLE public.partner TO phuenthi_api;

GRANT SELECT ON TABLE public.plan_standing TO phuenthi_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.plan_standing TO phuenthi_keeper;

GRANT SELECT ON TABLE public.plan_item TO phuenthi_keeper;
GRANT SELECT ON TABLE public.plan_item TO phuenthi_api;

GRANT SELECT ON TABLE public.population TO phuenthi_keeper;
GRANT SELECT ON TABLE public.population TO phuenthi_api;

GRANT SELECT ON TABLE public.quality_review TO phuenthi_keeper;
GRANT SELECT ON TABLE public.quality_review TO phuenthi_api;

GRANT SELECT ON TABLE public.quality_score TO phuenthi_keeper;
GRANT SELECT ON TABLE public.quality_score TO phuenthi_api;

GRANT SELECT ON TABLE public.participation TO phuenthi_keeper;

GRANT SELECT ON TABLE public.person TO phuenthi_keeper;

GRANT SELECT ON TABLE public.training_result TO phuenthi_keeper;

GRANT SELECT ON TABLE public.achievement TO phuenthi_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.achievement TO phuenthi_keeper;

GRANT SELECT ON TABLE public.achievement_sum TO phuenthi_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.achievement_sum TO phuenthi_keeper;

GRANT SELECT ON TABLE public.area TO phuenthi_api;

GRANT SELECT ON TABLE public.area_alias TO phuenthi_api;

GRANT SELECT ON TABLE public.area_band TO phuenthi_api;

GRANT SELECT ON TABLE public.area_placement TO phuenthi_api;

GRANT SELECT ON TABLE public.area_search TO phuenthi_api;

GRANT SELECT ON TABLE public.area_shape TO phuenthi_api;

GRANT SELECT ON TABLE public.area_tile TO phuenthi_api;

GRANT SELECT ON TABLE public.assembly_partner TO phuenthi_keeper;
GRANT SELECT ON TABLE public.assembly_partner TO phuenthi_api;

GRANT SELECT ON TABLE public.authority_shape TO phuenthi_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.authority_shape TO phuenthi_keeper;

GRANT SELECT ON TABLE public.boundary_version TO phuenthi_api;

GRANT SELECT ON TABLE public.code TO phuenthi_api;

GRANT SELECT ON TABLE public.data_version TO phuenthi_api;
GRANT SELECT,INSERT,UPDATE ON TABLE public.data_version TO phuenthi_keeper;

GRANT SELECT ON TABLE public.denominator TO phuenthi_api;

GRANT SELECT ON TABLE public.indicator TO phuenthi_api;

GRANT SELECT ON TABLE public.local_authority_area TO phuenthi_api;

GRANT SELECT ON TABLE public.place_nickname TO phuenthi_api;

GRANT SELECT ON TABLE public.pooled_amount TO phuenthi_api;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pooled_amount TO phuenthi_keeper;

GRANT SELECT ON TABLE public.record_kind TO phuenthi_api;

GRANT SELECT ON TABLE public.region_province TO phuenthi_api;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.small_cell TO phuenthi_keeper;

GRANT SELECT ON TABLE public.target_value TO phuenthi_api;
GRANT INSERT ON TABLE public.target_value TO phuenthi_keeper;
