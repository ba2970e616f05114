// The rows the generator makes, column by column as the tables have them. Numbers in baht and persons, dates ISO.
import type { Theme } from "./plan-texts.ts";

export interface OrganizationRow {
  id: string;
  kind: string;
  name_th: string;
  name_en: string | null;
  area_code: string;
  registered_on: string | null;
  dissolved_on: string | null;
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
    "dissolved_on",
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
    "name_th",
    "fiscal_year",
    "households_planned",
    "households_approved",
    "households_built",
    "households_benefited",
    "budget_thb",
    "source_id",
  ],
};
