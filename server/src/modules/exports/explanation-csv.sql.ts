import type { Lang } from "../../common/csv-words.ts";
import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { CoverageState } from "../coverage/coverage.schema.ts";
import type { IndicatorDeclaration } from "../indicators/indicators.schema.ts";
import type {
  LocalAuthorityKind,
  PlaceLevel,
  PlaceRef,
  SampleRecords,
} from "../vocabulary/vocabulary.schema.ts";

export type ExplanationLine = {
  code: string;
  level: PlaceLevel;
  kind: LocalAuthorityKind | null;
  /** null: of a local authority whose list may not be handed on */
  name: string | null;
  district: string | null;
  province: string | null;
  state: CoverageState;
  reason: string;
  reason_text: string;
  value: number | null;
  unit: string;
  denominator: number | null;
  withheld_below: number | null;
  weight_numerator: number;
  weight_denominator: number;
  indicator: string;
  indicator_title: string;
  fiscal_year: number;
  boundary_version: string;
  as_of: string;
  small_figures_as_of: string | null;
  source_date: string | null;
  sources: string;
  licences: string;
  sample_records: SampleRecords;
};

export type Subject = { place: PlaceRef; declaration: IndicatorDeclaration };
export type ExplanationQuestion = {
  indicator: string;
  fiscalYear: number;
  place: string;
  states: CoverageState[] | null;
  lang: Lang;
};

/** What the file is of. */
export function getSubject(db: Db, indicator: string, place: string): Promise<Subject> {
  return db.one(sql`
    select api.place_ref(${place}) as place, declaration
    from indicator where id = ${indicator}`);
}

/** One line per unit of the lists asked for; `states` null: all four. */
export function listExplanationLines(db: Db, query: ExplanationQuestion): Promise<ExplanationLine[]> {
  return db.many(sql`
    select * from api.explanation_lines(
      ${query.indicator}, ${query.fiscalYear}, ${query.place}, ${query.states}::text[], ${query.lang})`);
}
