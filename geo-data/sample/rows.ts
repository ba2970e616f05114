// The rows the generator makes, column by column as the tables have them. Numbers in baht and persons, dates ISO.
import type { Theme } from "./plan-texts.ts";

export interface OrganizationRow {
  id: string;
  kind: string;
  name_th: string;
  name_en: string | null;
  area_code: string;
  registered_on: string | null;
  ended_on: string | null;
  member_count: number | null;
  fund_balance_thb: number | null;
  /** EWKT, WGS 84 */
  position: string | null;
  source_id: string;
}

export interface PartnerRow {
  id: string;
  sector: string;
  rung: string | null;
  name_th: string;
  name_en: string;
  source_id: string;
}

export interface PlanRow {
  id: string;
  area_code: string;
  organization_id: string | null;
  title_th: string;
  title_en: string | null;
  first_fiscal_year: number;
  last_fiscal_year: number;
  source_id: string;
}

export interface PlanItemRow {
  id: string;
  plan_id: string;
  item_number: number;
  theme: Theme;
  title_th: string;
  asked_thb: number | null;
}

export interface PlanItemLinkRow {
  id: string;
  plan_item_id: string;
  rung: string;
  partner_id: string | null;
  fiscal_year: number;
  state: string;
  decline_reason: string | null;
  evidence: string | null;
  support_kind: string | null;
  asked_thb: number | null;
  granted_thb: number | null;
}

export interface HousingProjectRow {
  id: string;
  area_code: string;
  programme: string;
  tenure: string;
  name_th: string;
  fiscal_year: number;
  households_planned: number;
  households_approved: number;
  households_built: number;
  households_benefited: number;
  budget_thb: number | null;
  source_id: string;
}

export interface AreaReportRow {
  area_code: string;
  dataset: string;
  fiscal_year: number;
  state: string;
  reason_th: string | null;
  reason_en: string | null;
  source_id: string;
}

export interface NeedSurveyRow {
  id: string;
  area_code: string;
  fiscal_year: number;
  households_surveyed: number;
  households_in_need: number;
  evidence: string | null;
  source_id: string;
}

export interface CooperationMechanismRow {
  id: string;
  province_code: string;
  name_th: string;
  name_en: string;
  established_on: string;
  mou_signed_on: string | null;
  mou_until: string | null;
  mou_evidence: string | null;
  work_plan_first_fiscal_year: number | null;
  work_plan_last_fiscal_year: number | null;
  work_plan_evidence: string | null;
  source_id: string;
}

export interface CooperationMemberRow {
  id: string;
  mechanism_id: string;
  sector: string;
  name_th: string;
  joined_on: string;
}

export interface CooperationPilotAreaRow {
  id: string;
  mechanism_id: string;
  area_code: string;
  theme: string;
  started_on: string;
}

export interface CommunityDeclarationRow {
  id: string;
  area_code: string;
  title_th: string;
  declared_on: string;
  evidence: string | null;
  source_id: string;
}

export interface PersonRow {
  id: string;
  area_code: string;
  name_th: string;
  source_id: string;
}

export interface TrainingResultRow {
  id: string;
  person_id: string;
  course_th: string;
  completed_on: string;
  passed: boolean;
}

export interface ParticipationRow {
  id: string;
  person_id: string;
  activity_th: string;
  took_place_on: string;
}

export interface QualityReviewRow {
  id: string;
  local_authority_code: string;
  criteria_version: number;
  fiscal_year: number;
  reviewed_on: string;
  valid_until: string;
  /** 0–100, the mean of the criteria's */
  score: number;
  reviewer_th: string;
  evidence: string | null;
  source_id: string;
}

export interface QualityScoreRow {
  quality_review_id: string;
  criterion: string;
  score: number;
}

export interface KpiReportRow {
  indicator_id: string;
  fiscal_year: number;
  quarter: number;
  numerator: number;
  denominator: number;
  evidence: string;
  reported_on: string;
  source_id: string;
}

export interface ModelAreaRow {
  id: string;
  area_code: string;
  theme: string;
  name_th: string;
  name_en: string;
  since_fiscal_year: number;
  organization_id: string | null;
  source_id: string;
}

export interface LessonRow {
  id: string;
  area_code: string;
  model_area_id: string;
  title_th: string;
  summary_th: string;
  published_on: string;
  source_id: string;
}

/** The one source every generated row names. */
export const SAMPLE_SOURCE_ID = "sample-records";

/** Everything one run makes, table by table. */
export interface SampleRows {
  partner: PartnerRow[];
  area_report: AreaReportRow[];
  organization: OrganizationRow[];
  plan: PlanRow[];
  plan_item: PlanItemRow[];
  plan_item_link: PlanItemLinkRow[];
  housing_project: HousingProjectRow[];
  need_survey: NeedSurveyRow[];
  cooperation_mechanism: CooperationMechanismRow[];
  cooperation_member: CooperationMemberRow[];
  cooperation_pilot_area: CooperationPilotAreaRow[];
  community_declaration: CommunityDeclarationRow[];
  person: PersonRow[];
  training_result: TrainingResultRow[];
  participation: ParticipationRow[];
  quality_review: QualityReviewRow[];
  quality_score: QualityScoreRow[];
  kpi_report: KpiReportRow[];
  model_area: ModelAreaRow[];
  lesson: LessonRow[];
}

/** Column order of each table's COPY. */
export const columns: { [Table in keyof SampleRows]: readonly (keyof SampleRows[Table][number])[] } = {
  partner: ["id", "sector", "rung", "name_th", "name_en", "source_id"],
  area_report: ["area_code", "dataset", "fiscal_year", "state", "reason_th", "reason_en", "source_id"],
  organization: [
    "id",
    "kind",
    "name_th",
    "name_en",
    "area_code",
    "registered_on",
    "ended_on",
    "member_count",
    "fund_balance_thb",
    "position",
    "source_id",
  ],
  plan: [
    "id",
    "area_code",
    "organization_id",
    "title_th",
    "title_en",
    "first_fiscal_year",
    "last_fiscal_year",
    "source_id",
  ],
  plan_item: ["id", "plan_id", "item_number", "theme", "title_th", "asked_thb"],
  plan_item_link: [
    "id",
    "plan_item_id",
    "rung",
    "partner_id",
    "fiscal_year",
    "state",
    "decline_reason",
    "evidence",
    "support_kind",
    "asked_thb",
    "granted_thb",
  ],
  housing_project: [
    "id",
    "area_code",
    "programme",
    "tenure",
    "name_th",
    "fiscal_year",
    "households_planned",
    "households_approved",
    "households_built",
    "households_benefited",
    "budget_thb",
    "source_id",
  ],
  need_survey: [
    "id",
    "area_code",
    "fiscal_year",
    "households_surveyed",
    "households_in_need",
    "evidence",
    "source_id",
  ],
  cooperation_mechanism: [
    "id",
    "province_code",
    "name_th",
    "name_en",
    "established_on",
    "mou_signed_on",
    "mou_until",
    "mou_evidence",
    "work_plan_first_fiscal_year",
    "work_plan_last_fiscal_year",
    "work_plan_evidence",
    "source_id",
  ],
  cooperation_member: ["id", "mechanism_id", "sector", "name_th", "joined_on"],
  cooperation_pilot_area: ["id", "mechanism_id", "area_code", "theme", "started_on"],
  community_declaration: ["id", "area_code", "title_th", "declared_on", "evidence", "source_id"],
  person: ["id", "area_code", "name_th", "source_id"],
  training_result: ["id", "person_id", "course_th", "completed_on", "passed"],
  participation: ["id", "person_id", "activity_th", "took_place_on"],
  quality_review: [
    "id",
    "local_authority_code",
    "criteria_version",
    "fiscal_year",
    "reviewed_on",
    "valid_until",
    "score",
    "reviewer_th",
    "evidence",
    "source_id",
  ],
  quality_score: ["quality_review_id", "criterion", "score"],
  kpi_report: [
    "indicator_id",
    "fiscal_year",
    "quarter",
    "numerator",
    "denominator",
    "evidence",
    "reported_on",
    "source_id",
  ],
  model_area: [
    "id",
    "area_code",
    "theme",
    "name_th",
    "name_en",
    "since_fiscal_year",
    "organization_id",
    "source_id",
  ],
  lesson: ["id", "area_code", "model_area_id", "title_th", "summary_th", "published_on", "source_id"],
};
