import type { ApiApp, ApiContext } from "../../api-context.ts";
import { checkLevelWithin } from "../../common/check-level.ts";
import { checkPlace, checkPlaces } from "../../common/check-place.sql.ts";
import { declaredYear, getDeclared, getDeclaredYear } from "../../common/declared-year.sql.ts";
import { withoutManyNames } from "../../common/redistribution.sql.ts";
import { refuseUnless } from "../../common/refuse-unless.ts";
import { topicsOf } from "../../data-version.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import {
  type CoverageExplanation,
  coverageAnswer,
  coverageAreaParams,
  coverageAreaQuery,
  coverageExplanation,
  coverageParams,
  coverageQuery,
  coverageState,
} from "./coverage.schema.ts";
import { getCoverageJson, getExplanationJson } from "./coverage.sql.ts";

const TYPE = "application/json; charset=utf-8";

export function coverageRoutes(app: ApiApp, { answers, redistributeSources }: ApiContext): void {
  const tags = ["coverage"];

  app.get(
    "/coverage/:indicator",
    {
      schema: {
        tags,
        operationId: "getCoverage",
        summary: "One indicator, year and level: compact codes and values, and the total explained",
        params: coverageParams,
        querystring: coverageQuery,
        response: { 200: coverageAnswer, 400: problemAnswer, 404: problemAnswer },
      },
    },
    (request, reply) => {
      const { indicator } = request.params;
      const { level, within = null, denominator = null } = request.query;
      return answers.send(request, reply, {
        topics: ["boundary", ...topicsOf([`coverage ${indicator}`], within)],
        type: TYPE,
        make: async (db) => {
          const declared = await getDeclared(db, indicator);
          const fiscalYear = declaredYear(declared, request.query.fiscal_year);
          const { levels, denominators } = declared;
          // without a map there are no codes, and the total all the same
          if (levels.length > 0) refuseUnless("level", level, levels, `${indicator} has no map by ${level}`);
          if (denominator) {
            refuseUnless(
              "denominator",
              denominator,
              denominators,
              `${indicator} is not divided by ${denominator}`,
            );
          }
          if (within) {
            await checkPlaces(db, within, "within");
            checkLevelWithin(level, within);
          }
          return getCoverageJson(db, { indicator, fiscalYear, level, within, denominator });
        },
      });
    },
  );

  app.get(
    "/coverage/:indicator/areas/:code",
    {
      schema: {
        tags,
        operationId: "explainFigure",
        summary: "Why a place's figure is what it is: counted, not counted, unknown, each with its reason",
        params: coverageAreaParams,
        querystring: coverageAreaQuery,
        response: { 200: coverageExplanation, 400: problemAnswer, 404: problemAnswer },
      },
    },
    (request, reply) => {
      const { indicator, code } = request.params;
      return answers.send(request, reply, {
        topics: ["boundary", ...topicsOf([`coverage ${indicator}`, "records"], [code])],
        type: TYPE,
        make: async (db) => {
          const fiscalYear = await getDeclaredYear(db, indicator, request.query.fiscal_year);
          await checkPlace(db, code, "code");
          const json = await getExplanationJson(db, { indicator, fiscalYear, place: code });
          return withoutManyNames(db, redistributeSources, json, (explanation: CoverageExplanation) =>
            coverageState.options.flatMap((state) => explanation[state]),
          );
        },
      });
    },
  );
}
