import type { ApiApp, ApiContext } from "../../api-context.ts";
import { fileHeaders } from "../../common/attachment.ts";
import { checkLevelWithin } from "../../common/check-level.ts";
import { checkPlaces } from "../../common/check-place.sql.ts";
import { getDeclaredYear } from "../../common/declared-year.sql.ts";
import { listFewNames } from "../../common/place-names.sql.ts";
import { mayNameAuthorities, withoutManyNames } from "../../common/redistribution.sql.ts";
import { refuseUnless } from "../../common/refuse-unless.ts";
import { topicsOf } from "../../data-version.ts";
import type { Db } from "../../db.ts";
import { ProblemError } from "../../problems.ts";
import { csvAnswer } from "../exports/exports.schema.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import {
  type GapsAnswer,
  type GapsQuery,
  gapsAnswer,
  gapsCsvQuery,
  gapsParams,
  gapsQuery,
} from "./gaps.schema.ts";
import { type GapQuestion, getGapsJson, getMeasures, getTableLabels } from "./gaps.sql.ts";
import { gapsCsv, gapsName } from "./gaps-csv.ts";

const RULE =
  "What is left of a place is what it should reach less what it has reached, never below zero. By `basis` it should " +
  "reach its share of the target in force, or all there is to reach: of a coverage the units it applies to, of a sum " +
  "the amount it is set against. Units without data are left too, and counted apart. Ranked by what is left, then by " +
  "registered persons: of tambon, where a coverage is one or nothing, persons alone decide. With `within`, figures, " +
  "ranks and shares are of that set of places; of a place that has only a part in it neither its share of the target nor " +
  "its persons are known.";

export function gapRoutes(app: ApiApp, { answers, redistributeSources }: ApiContext): void {
  const tags = ["gaps"];
  const problems = { 400: problemAnswer, 404: problemAnswer };

  app.get(
    "/gaps/:indicator",
    {
      schema: {
        tags,
        operationId: "getGaps",
        summary: "Where the most is left to do: places of a level, ranked",
        description: RULE,
        params: gapsParams,
        querystring: gapsQuery,
        response: { 200: gapsAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { indicator } = request.params;
      return answers.send(request, reply, {
        topics: ["boundary", ...topicsOf([`coverage ${indicator}`], request.query.within)],
        type: "application/json; charset=utf-8",
        make: async (db) => {
          const json = await getGapsJson(db, await readQuestion(db, indicator, request.query));
          return withoutManyNames(db, redistributeSources, json, ({ items }: GapsAnswer) => items);
        },
      });
    },
  );

  app.get(
    "/gaps/:indicator.csv",
    {
      schema: {
        tags,
        operationId: "exportGaps",
        summary: "The ranked places as CSV for spreadsheets",
        description: RULE,
        params: gapsParams,
        querystring: gapsCsvQuery,
        response: { 200: csvAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { indicator } = request.params;
      const { lang, ...query } = request.query;
      return answers.send(request, reply, {
        topics: ["boundary", ...topicsOf([`coverage ${indicator}`], request.query.within)],
        type: "text/csv; charset=utf-8",
        make: async (db) => {
          const question = await readQuestion(db, indicator, query);
          const labels = await getTableLabels(db, indicator, question.level);
          const isNamed = await mayNameAuthorities(db, redistributeSources);
          const places = await listFewNames(db, question.within ?? []);
          const headers = fileHeaders(gapsName(question, labels, places, lang), ".csv");
          const body = gapsCsv(JSON.parse(await getGapsJson(db, question)), labels, lang, isNamed);
          return { body, headers };
        },
      });
    },
  );
}

/**
 * Fills in what was left out, and refuses what has no answer.
 * @throws ProblemError not-declared, level-above-area, area-not-found, and those of getDeclaredYear
 */
async function readQuestion(
  db: Db,
  indicator: string,
  { fiscal_year, level, within, basis }: GapsQuery,
): Promise<GapQuestion> {
  const fiscalYear = await getDeclaredYear(db, indicator, fiscal_year);
  const { kind, levels, bases } = await getMeasures(db, { indicator, fiscalYear, level });
  refuseUnless("level", level, levels, `${indicator} has no map by ${level}`);
  const [byDefault] = bases;
  if (!byDefault) {
    throw new ProblemError("not-declared", {
      detail: `nothing says what ${indicator} should reach by ${level}`,
      errors: [
        {
          field: "indicator",
          message:
            kind === "rate"
              ? "a rate has no amount that could be left"
              : "it is a plain sum, and its target has no share for every place of this level",
        },
      ],
    });
  }
  if (basis) {
    refuseUnless(
      "basis",
      basis,
      bases,
      basis === "target"
        ? `the target of ${indicator} has no share for every ${level}`
        : `${indicator} is set against nothing but its target`,
    );
  }
  if (within) {
    await checkPlaces(db, within, "within");
    checkLevelWithin(level, within);
  }
  return { indicator, fiscalYear, level, within: within ?? null, basis: basis ?? byDefault };
}
