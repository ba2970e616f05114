-- Made by npm run db:schema. Read it; never edit it.

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

CREATE TABLE public.organization (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    kind text NOT NULL,
    name_th text NOT NULL,
    name_en text,
    name_key text NOT NULL,
    area_code text NOT NULL,
    registered_on date,
    dissolved_on date,
    member_count integer,
    fund_balance_thb numeric(16,2),
    "position" public.geometry(Point,4326),
    source_id text NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT organization__balance_not_negative CHECK ((fund_balance_thb >= (0)::numeric)),
    CONSTRAINT organization__dissolved_after_registered CHECK ((dissolved_on >= registered_on)),
    CONSTRAINT organization__kind_is_known CHECK ((kind = ANY (ARRAY['council'::text, 'welfare_fund'::text, 'savings_group'::text, 'housing_cooperative'::text, 'community_enterprise'::text, 'network'::text, 'land_group'::text, 'other'::text]))),
    CONSTRAINT organization__members_not_negative CHECK ((member_count >= 0)),
    CONSTRAINT organization__name_is_not_blank CHECK ((btrim(name_th) <> ''::text)),
    CONSTRAINT organization__position_is_on_earth CHECK ((((public.st_x("position") >= ('-180'::integer)::double precision) AND (public.st_x("position") <= (180)::double precision)) AND ((public.st_y("position") >= ('-90'::integer)::double precision) AND (public.st_y("position") <= (90)::double precision)) AND (NOT public.st_isempty("position"))))
);

COMMENT ON TABLE public.organization IS 'A community organization (องค์กรชุมชน). area_code is its tambon; a Bangkok council has its district (เขต).';

CREATE TABLE public.plan (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    area_code text NOT NULL,
    organization_id uuid,
    title_th text NOT NULL,
    title_en text,
    title_key text NOT NULL,
    first_fiscal_year integer NOT NULL,
    last_fiscal_year integer NOT NULL,
    source_id text NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT plan__runs_three_to_five_years CHECK (((((last_fiscal_year - first_fiscal_year) + 1) >= 3) AND (((last_fiscal_year - first_fiscal_year) + 1) <= 5))),
    CONSTRAINT plan__title_is_not_blank CHECK ((btrim(title_th) <> ''::text)),
    CONSTRAINT plan__years_are_ce CHECK (((first_fiscal_year >= 1990) AND (first_fiscal_year <= 2200)))
);

COMMENT ON TABLE public.plan IS 'A community development plan (แผนพัฒนาชุมชนท้องถิ่น) of one tambon, 3–5 fiscal years.';

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
    CONSTRAINT plan_item_link__asked_not_negative CHECK ((asked_thb >= (0)::numeric)),
    CONSTRAINT plan_item_link__declined_says_why CHECK (((state <> 'declined'::text) OR (decline_reason IS NOT NULL))),
    CONSTRAINT plan_item_link__granted_not_negative CHECK ((granted_thb >= (0)::numeric)),
    CONSTRAINT plan_item_link__rung_is_known CHECK ((rung = ANY (ARRAY['community'::text, 'local_authority'::text, 'district'::text, 'province'::text, 'region'::text, 'central'::text]))),
    CONSTRAINT plan_item_link__state_is_known CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'included'::text, 'funded'::text, 'in_progress'::text, 'done'::text, 'declined'::text]))),
    CONSTRAINT plan_item_link__support_is_known CHECK ((support_kind = ANY (ARRAY['budget'::text, 'staff'::text, 'materials'::text]))),
    CONSTRAINT plan_item_link__texts_are_not_blank CHECK (((btrim(evidence) <> ''::text) AND (btrim(decline_reason) <> ''::text))),
    CONSTRAINT plan_item_link__years_are_ce CHECK (((fiscal_year >= 1990) AND (fiscal_year <= 2200)))
);

COMMENT ON TABLE public.plan_item_link IS 'A step of an item up the ladder: rung, state, evidence, baht asked and granted. Several rungs per item.';

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

CREATE TABLE public.target (
    id bigint NOT NULL,
    indicator_id text NOT NULL,
    area_code text,
    fiscal_year integer NOT NULL,
    value numeric NOT NULL,
    denominator numeric,
    denominator_note_th text,
    denominator_note_en text,
    version integer DEFAULT 1 NOT NULL,
    source_id text NOT NULL,
    set_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT target__denominator_says_what CHECK (((denominator IS NULL) OR ((denominator_note_th IS NOT NULL) AND (denominator_note_en IS NOT NULL)))),
    CONSTRAINT target__value_is_positive CHECK ((value > (0)::numeric))
);

COMMENT ON TABLE public.target IS 'What should be reached by the end of a fiscal year, by the country (area_code null) or an area. The highest version is in force.';

CREATE TABLE public.achievement (
    indicator_id text NOT NULL,
    fiscal_year integer NOT NULL,
    area_code text NOT NULL,
    value numeric,
    state text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT achievement__state_is_known CHECK ((state = ANY (ARRAY['counted'::text, 'not_counted'::text, 'unknown'::text, 'not_applicable'::text]))),
    CONSTRAINT achievement__value_iff_known CHECK (((value IS NOT NULL) = (state = ANY (ARRAY['counted'::text, 'not_counted'::text]))))
);

COMMENT ON TABLE public.achievement IS 'What the records say per indicator, tambon and fiscal year. Kept by triggers in the transaction of the edit; never typed.';

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

CREATE TABLE public.area_report (
    area_code text NOT NULL,
    dataset text NOT NULL,
    fiscal_year integer NOT NULL,
    state text NOT NULL,
    reason_th text,
    reason_en text,
    source_id text NOT NULL,
    CONSTRAINT area_report__dataset_is_known CHECK ((dataset = ANY (ARRAY['organization'::text, 'plan'::text, 'housing'::text]))),
    CONSTRAINT area_report__not_applicable_says_why CHECK (((state <> 'not_applicable'::text) OR ((reason_th IS NOT NULL) AND (reason_en IS NOT NULL)))),
    CONSTRAINT area_report__state_is_known CHECK ((state = ANY (ARRAY['complete'::text, 'not_applicable'::text])))
);

COMMENT ON TABLE public.area_report IS 'Says that a tambon''s records are complete to the end of a fiscal year, so that none means zero and not unknown; or that the dataset does not apply there.';

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

CREATE TABLE public.area_tile (
    boundary_version_id text NOT NULL,
    z smallint NOT NULL,
    x integer NOT NULL,
    y integer NOT NULL,
    data bytea NOT NULL
);
ALTER TABLE ONLY public.area_tile ALTER COLUMN data SET STORAGE EXTERNAL;

COMMENT ON TABLE public.area_tile IS 'Baked vector tiles of areas, gzip bytes as they go over the wire. A missing row is an empty tile.';

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

CREATE TABLE public.data_version (
    topic text NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT data_version__topic_is_known CHECK ((topic = ANY (ARRAY['boundary'::text, 'organization'::text, 'plan'::text, 'coverage'::text])))
);

COMMENT ON TABLE public.data_version IS 'A number per topic that grows with every edit. Caches and ETags are keyed by it.';

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
    CONSTRAINT housing_project__budget_not_negative CHECK ((budget_thb >= (0)::numeric)),
    CONSTRAINT housing_project__households_not_negative CHECK (((households_planned >= 0) AND (households_approved >= 0) AND (households_built >= 0) AND (households_benefited >= 0))),
    CONSTRAINT housing_project__programme_is_known CHECK ((programme = ANY (ARRAY['baan_mankong_urban'::text, 'baan_mankong_rural'::text, 'baan_phor_phiang_rural'::text, 'other'::text]))),
    CONSTRAINT housing_project__small_counts_stay_out CHECK (((households_benefited < 1) OR (households_benefited > 4))),
    CONSTRAINT housing_project__years_are_ce CHECK (((fiscal_year >= 1990) AND (fiscal_year <= 2200)))
);

COMMENT ON TABLE public.housing_project IS 'A housing project of one tambon and fiscal year, with households planned to benefited. Sums only: no household is recorded.';

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

CREATE TABLE public.partner (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    sector text NOT NULL,
    rung text,
    name_th text NOT NULL,
    name_en text,
    source_id text NOT NULL,
    CONSTRAINT partner__rung_is_known CHECK ((rung = ANY (ARRAY['local_authority'::text, 'district'::text, 'province'::text, 'region'::text, 'central'::text]))),
    CONSTRAINT partner__sector_is_known CHECK ((sector = ANY (ARRAY['state'::text, 'business'::text, 'social_enterprise'::text, 'civil_society'::text, 'academic'::text])))
);

COMMENT ON TABLE public.partner IS 'An agency or other partner (ภาคี) that includes or supports items of community plans.';

CREATE TABLE public.plan_item (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    plan_id uuid NOT NULL,
    item_number integer NOT NULL,
    theme text NOT NULL,
    title_th text NOT NULL,
    asked_thb numeric(16,2),
    CONSTRAINT plan_item__asked_not_negative CHECK ((asked_thb >= (0)::numeric)),
    CONSTRAINT plan_item__theme_is_known CHECK ((theme = ANY (ARRAY['social'::text, 'economy'::text, 'environment'::text])))
);

COMMENT ON TABLE public.plan_item IS 'One thing a plan asks for.';

CREATE TABLE public.schema_migration (
    path text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.source (
    id text NOT NULL,
    title_th text NOT NULL,
    title_en text NOT NULL,
    publisher text NOT NULL,
    licence text NOT NULL,
    licence_url text,
    attribution text NOT NULL,
    url text,
    sha256 text,
    reference_date date,
    is_sample boolean NOT NULL,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT source__id_is_kebab_case CHECK ((id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT source__sha256_is_hex CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

COMMENT ON TABLE public.source IS 'Where a row came from: publisher, licence, file hash. No imported number without one.';

ALTER TABLE public.target ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.target_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.achievement
    ADD CONSTRAINT achievement_pkey PRIMARY KEY (indicator_id, fiscal_year, area_code);

ALTER TABLE ONLY public.area_alias
    ADD CONSTRAINT area_alias_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.area_band
    ADD CONSTRAINT area_band_pkey PRIMARY KEY (boundary_version_id, min_zoom, area_code);

ALTER TABLE ONLY public.area
    ADD CONSTRAINT area_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.area_placement
    ADD CONSTRAINT area_placement_pkey PRIMARY KEY (area_code);

ALTER TABLE ONLY public.area_report
    ADD CONSTRAINT area_report_pkey PRIMARY KEY (area_code, dataset, fiscal_year);

ALTER TABLE ONLY public.area_search
    ADD CONSTRAINT area_search_pkey PRIMARY KEY (area_code);

ALTER TABLE ONLY public.area_shape
    ADD CONSTRAINT area_shape_pkey PRIMARY KEY (boundary_version_id, area_code);

ALTER TABLE ONLY public.area_tile
    ADD CONSTRAINT area_tile_pkey PRIMARY KEY (boundary_version_id, z, x, y);

ALTER TABLE ONLY public.boundary_version
    ADD CONSTRAINT boundary_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.data_version
    ADD CONSTRAINT data_version_pkey PRIMARY KEY (topic);

ALTER TABLE ONLY public.housing_project
    ADD CONSTRAINT housing_project_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.indicator
    ADD CONSTRAINT indicator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.local_authority_area
    ADD CONSTRAINT local_authority_area_pkey PRIMARY KEY (local_authority_code, area_code);

ALTER TABLE ONLY public.local_authority
    ADD CONSTRAINT local_authority_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.organization
    ADD CONSTRAINT organization_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.partner
    ADD CONSTRAINT partner_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT plan_item__number_is_unique UNIQUE (plan_id, item_number);

ALTER TABLE ONLY public.plan_item_link
    ADD CONSTRAINT plan_item_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT plan_item_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (path);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.target
    ADD CONSTRAINT target_pkey PRIMARY KEY (id);

CREATE INDEX achievement__area ON public.achievement USING btree (area_code);

CREATE INDEX area__level ON public.area USING btree (level, code);

CREATE INDEX area__parent ON public.area USING btree (parent_code);

CREATE INDEX area__source ON public.area USING btree (source_id);

CREATE INDEX area_alias__source ON public.area_alias USING btree (source_id);

CREATE INDEX area_band__area ON public.area_band USING btree (area_code);

CREATE INDEX area_placement__shape ON public.area_placement USING btree (shape_code);

CREATE INDEX area_report__source ON public.area_report USING btree (source_id);

CREATE INDEX area_shape__area ON public.area_shape USING btree (area_code);

CREATE INDEX area_shape__point ON public.area_shape USING gist (point);

CREATE INDEX area_shape__tambon_geom ON public.area_shape USING gist (geom) WHERE (level = 'tambon'::text);

CREATE UNIQUE INDEX boundary_version__one_is_current ON public.boundary_version USING btree (is_current) WHERE is_current;

CREATE INDEX boundary_version__source ON public.boundary_version USING btree (source_id);

CREATE INDEX housing_project__area ON public.housing_project USING btree (area_code, fiscal_year);

CREATE INDEX housing_project__source ON public.housing_project USING btree (source_id);

CREATE INDEX local_authority__province ON public.local_authority USING btree (province_code, kind);

CREATE INDEX local_authority__source ON public.local_authority USING btree (source_id);

CREATE INDEX local_authority_area__area ON public.local_authority_area USING btree (area_code);

CREATE INDEX local_authority_area__source ON public.local_authority_area USING btree (source_id);

CREATE INDEX organization__area ON public.organization USING btree (area_code, kind);

CREATE INDEX organization__name ON public.organization USING btree (name_th COLLATE "th-x-icu", id);

CREATE INDEX organization__name_key ON public.organization USING gin (name_key public.gin_trgm_ops);

CREATE UNIQUE INDEX organization__one_council_per_area ON public.organization USING btree (area_code) WHERE ((kind = 'council'::text) AND (dissolved_on IS NULL));

CREATE INDEX organization__position ON public.organization USING gist ("position");

CREATE INDEX organization__source ON public.organization USING btree (source_id);

CREATE INDEX partner__source ON public.partner USING btree (source_id);

CREATE INDEX plan__area ON public.plan USING btree (area_code);

CREATE INDEX plan__organization ON public.plan USING btree (organization_id);

CREATE INDEX plan__source ON public.plan USING btree (source_id);

CREATE INDEX plan__title ON public.plan USING btree (title_th COLLATE "th-x-icu", id);

CREATE INDEX plan_item_link__item ON public.plan_item_link USING btree (plan_item_id, fiscal_year);

CREATE INDEX plan_item_link__partner ON public.plan_item_link USING btree (partner_id);

CREATE INDEX plan_item_link__state ON public.plan_item_link USING btree (state, plan_item_id);

CREATE INDEX target__area ON public.target USING btree (area_code);

CREATE UNIQUE INDEX target__one_per_version ON public.target USING btree (indicator_id, COALESCE(area_code, ''::text), fiscal_year, version);

CREATE INDEX target__source ON public.target USING btree (source_id);

CREATE TRIGGER bump AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.achievement FOR EACH STATEMENT EXECUTE FUNCTION api.bump_version('coverage');

CREATE TRIGGER bump AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.boundary_version FOR EACH STATEMENT EXECUTE FUNCTION api.bump_version('boundary');

CREATE TRIGGER bump AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.indicator FOR EACH STATEMENT EXECUTE FUNCTION api.bump_version('coverage');

CREATE TRIGGER bump AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.organization FOR EACH STATEMENT EXECUTE FUNCTION api.bump_version('organization');

CREATE TRIGGER bump AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.plan FOR EACH STATEMENT EXECUTE FUNCTION api.bump_version('plan');

CREATE TRIGGER bump AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.plan_item FOR EACH STATEMENT EXECUTE FUNCTION api.bump_version('plan');

CREATE TRIGGER bump AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.plan_item_link FOR EACH STATEMENT EXECUTE FUNCTION api.bump_version('plan');

CREATE TRIGGER bump AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.target FOR EACH STATEMENT EXECUTE FUNCTION api.bump_version('coverage');

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.area_report FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.housing_project FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.organization FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.plan FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.plan_item FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER lock_first BEFORE INSERT OR DELETE OR UPDATE ON public.plan_item_link FOR EACH STATEMENT EXECUTE FUNCTION api.before_record_change();

CREATE TRIGGER refresh_delete AFTER DELETE ON public.area_report REFERENCING OLD TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.area_report_changed();

CREATE TRIGGER refresh_delete AFTER DELETE ON public.housing_project REFERENCING OLD TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.housing_project_changed();

CREATE TRIGGER refresh_delete AFTER DELETE ON public.organization REFERENCING OLD TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.organization_changed();

CREATE TRIGGER refresh_delete AFTER DELETE ON public.plan REFERENCING OLD TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_changed();

CREATE TRIGGER refresh_delete AFTER DELETE ON public.plan_item REFERENCING OLD TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_item_changed();

CREATE TRIGGER refresh_delete AFTER DELETE ON public.plan_item_link REFERENCING OLD TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_item_link_changed();

CREATE TRIGGER refresh_insert AFTER INSERT ON public.area_report REFERENCING NEW TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.area_report_changed();

CREATE TRIGGER refresh_insert AFTER INSERT ON public.housing_project REFERENCING NEW TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.housing_project_changed();

CREATE TRIGGER refresh_insert AFTER INSERT ON public.organization REFERENCING NEW TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.organization_changed();

CREATE TRIGGER refresh_insert AFTER INSERT ON public.plan REFERENCING NEW TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_changed();

CREATE TRIGGER refresh_insert AFTER INSERT ON public.plan_item REFERENCING NEW TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_item_changed();

CREATE TRIGGER refresh_insert AFTER INSERT ON public.plan_item_link REFERENCING NEW TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_item_link_changed();

CREATE TRIGGER refresh_update_new AFTER UPDATE ON public.area_report REFERENCING NEW TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.area_report_changed();

CREATE TRIGGER refresh_update_new AFTER UPDATE ON public.housing_project REFERENCING NEW TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.housing_project_changed();

CREATE TRIGGER refresh_update_new AFTER UPDATE ON public.organization REFERENCING NEW TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.organization_changed();

CREATE TRIGGER refresh_update_new AFTER UPDATE ON public.plan REFERENCING NEW TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_changed();

CREATE TRIGGER refresh_update_new AFTER UPDATE ON public.plan_item REFERENCING NEW TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_item_changed();

CREATE TRIGGER refresh_update_new AFTER UPDATE ON public.plan_item_link REFERENCING NEW TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_item_link_changed();

CREATE TRIGGER refresh_update_old AFTER UPDATE ON public.area_report REFERENCING OLD TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.area_report_changed();

CREATE TRIGGER refresh_update_old AFTER UPDATE ON public.housing_project REFERENCING OLD TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.housing_project_changed();

CREATE TRIGGER refresh_update_old AFTER UPDATE ON public.organization REFERENCING OLD TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.organization_changed();

CREATE TRIGGER refresh_update_old AFTER UPDATE ON public.plan REFERENCING OLD TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_changed();

CREATE TRIGGER refresh_update_old AFTER UPDATE ON public.plan_item REFERENCING OLD TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_item_changed();

CREATE TRIGGER refresh_update_old AFTER UPDATE ON public.plan_item_link REFERENCING OLD TABLE AS changed_row FOR EACH STATEMENT EXECUTE FUNCTION api.plan_item_link_changed();

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF name_th, name_en ON public.organization FOR EACH ROW EXECUTE FUNCTION api.set_organization_key();

CREATE TRIGGER set_key BEFORE INSERT OR UPDATE OF title_th, title_en ON public.plan FOR EACH ROW EXECUTE FUNCTION api.set_plan_key();

ALTER TABLE ONLY public.achievement
    ADD CONSTRAINT achievement_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.achievement
    ADD CONSTRAINT achievement_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES public.indicator(id);

ALTER TABLE ONLY public.area_alias
    ADD CONSTRAINT area_alias_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.area_band
    ADD CONSTRAINT area_band_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.area_band
    ADD CONSTRAINT area_band_boundary_version_id_fkey FOREIGN KEY (boundary_version_id) REFERENCES public.boundary_version(id) ON DELETE CASCADE;

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

ALTER TABLE ONLY public.boundary_version
    ADD CONSTRAINT boundary_version_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.housing_project
    ADD CONSTRAINT housing_project_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.housing_project
    ADD CONSTRAINT housing_project_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

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

ALTER TABLE ONLY public.organization
    ADD CONSTRAINT organization_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.organization
    ADD CONSTRAINT organization_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.partner
    ADD CONSTRAINT partner_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.plan_item_link
    ADD CONSTRAINT plan_item_link_partner_id_fkey FOREIGN KEY (partner_id) REFERENCES public.partner(id);

ALTER TABLE ONLY public.plan_item_link
    ADD CONSTRAINT plan_item_link_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES public.plan_item(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT plan_item_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES public.plan(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.plan
    ADD CONSTRAINT plan_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.target
    ADD CONSTRAINT target_area_code_fkey FOREIGN KEY (area_code) REFERENCES public.area(code);

ALTER TABLE ONLY public.target
    ADD CONSTRAINT target_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES public.indicator(id);

ALTER TABLE ONLY public.target
    ADD CONSTRAINT target_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.source(id);

GRANT USAGE ON SCHEMA public TO phuenthi_api;

GRANT SELECT ON TABLE public.area_shape TO phuenthi_api;

GRANT SELECT ON TABLE public.organization TO phuenthi_api;

GRANT SELECT ON TABLE public.plan TO phuenthi_api;

GRANT SELECT ON TABLE public.plan_item_link TO phuenthi_api;

GRANT SELECT ON TABLE public.local_authority TO phuenthi_api;

GRANT SELECT ON TABLE public.target TO phuenthi_api;

GRANT SELECT ON TABLE public.achievement TO phuenthi_api;

GRANT SELECT ON TABLE public.area TO phuenthi_api;

GRANT SELECT ON TABLE public.area_alias TO phuenthi_api;

GRANT SELECT ON TABLE public.area_band TO phuenthi_api;

GRANT SELECT ON TABLE public.area_placement TO phuenthi_api;

GRANT SELECT ON TABLE public.area_report TO phuenthi_api;

GRANT SELECT ON TABLE public.area_search TO phuenthi_api;

GRANT SELECT ON TABLE public.area_tile TO phuenthi_api;

GRANT SELECT ON TABLE public.boundary_version TO phuenthi_api;

GRANT SELECT ON TABLE public.data_version TO phuenthi_api;

GRANT SELECT ON TABLE public.housing_project TO phuenthi_api;

GRANT SELECT ON TABLE public.indicator TO phuenthi_api;

GRANT SELECT ON TABLE public.local_authority_area TO phuenthi_api;

GRANT SELECT ON TABLE public.partner TO phuenthi_api;

GRANT SELECT ON TABLE public.plan_item TO phuenthi_api;

GRANT SELECT ON TABLE public.source TO phuenthi_api;
