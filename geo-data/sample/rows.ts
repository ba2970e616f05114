// The rows the generator makes, as the tables have them: each row of a table has the same columns. Numbers in baht and persons, dates ISO.
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
  office_address: string | null;
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

export interface AssemblyRow {
  id: string;
  /** of a province or a tambon */
  area_code: string;
  theme: string;
  name_th: string;
  name_en: string;
  held_on: string;
  resolutions_th: string | null;
  source_id: string;
}

export interface AssemblyPartnerRow {
  assembly_id: string;
  partner_id: string;
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
  assembly: AssemblyRow[];
  assembly_partner: AssemblyPartnerRow[];
}

/** A run's rows before anything is made: the tables that a sample has. */
export const noRows = (): SampleRows => ({
  partner: [],
  area_report: [],
  organization: [],
  plan: [],
  plan_item: [],
  plan_item_link: [],
  housing_project: [],
  need_survey: [],
  cooperation_mechanism: [],
  cooperation_member: [],
  cooperation_pilot_area: [],
  community_declaration: [],
  person: [],
  training_result: [],
  participation: [],
  quality_review: [],
  quality_score: [],
  kpi_report: [],
  model_area: [],
  lesson: [],
  assembly: [],
  assembly_partner: [],
});
