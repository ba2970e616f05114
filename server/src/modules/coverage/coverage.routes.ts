import type { ApiApp, ApiContext } from "../../api-context.ts";
import { getDeclaredYear } from "../../common/declared-year.sql.ts";
import { ProblemError } from "../../problems.ts";
import { areaLevel } from "../filter/filter.schema.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import {
  coverageAnswer,
  coverageAreaParams,
  coverageAreaQuery,
  coverageExplanation,
  coverageParams,
  coverageQuery,
} from "./coverage.schema.ts";
import { checkAreaOnMap, getCoverageJson, getExplanationJson } from "./coverage.sql.ts";

const TYPE = "application/json; charset=utf-8";

export function coverageRoutes(app: ApiApp, { db, answers }: ApiContext): void {
  const tags = ["coverage"];

  app.get(
    "/coverage/:indicator",
    {
      schema: {
        tags,
        summary: "One indicator, year and level: compact codes and values, and the total explained",
        params: coverageParams,
        querystring: coverageQuery,
        response: { 200: coverageAnswer, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request, reply) => {
      const { level, within = null } = request.query;
      const { indicator } = request.params;
      if (within && levelDepth(level) * 2 < within.length) {
        throw new ProblemError("level-above-area", {
          detail: `${within} has no ${level} inside it`,
          errors: [{ field: "level", message: "must lie at or below the area in within" }],
        });
      }
      return answers.send(request, reply, {
        key: `coverage ${indicator} ${request.query.fiscal_year} ${level} ${within}`,
        topics: ["coverage", "boundary"],
        type: TYPE,
        make: async () => {
          const fiscalYear = await getDeclaredYear(db, indicator, request.query.fiscal_year);
          if (within) await checkAreaOnMap(db, within, "within");
          return getCoverageJson(db, { indicator, fiscalYear, level, within });
        },
      });
    },
  );

  app.get(
    "/coverage/:indicator/areas/:code",
    {
      schema: {
        tags,
        summary: "Why an area's figure is what it is: counted, not counted, unknown, each with its reason",
        params: coverageAreaParams,
        querystring: coverageAreaQuery,
        response: { 200: coverageExplanation, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request, reply) => {
      const { indicator } = request.params;
      const code = request.params.code === "TH" ? null : request.params.code;
      return answers.send(request, reply, {
        key: `explanation ${indicator} ${request.query.fiscal_year} ${code}`,
        topics: ["coverage", "boundary"],
        type: TYPE,
        make: async () => {
          const fiscalYear = await getDeclaredYear(db, indicator, request.query.fiscal_year);
          if (code) await checkAreaOnMap(db, code, "code");
          return getExplanationJson(db, { indicator, fiscalYear, code });
        },
      });
    },
  );
}

/** province 1, district 2, tambon 3: half the digits of its codes. */
const levelDepth = (level: (typeof areaLevel.options)[number]) => areaLevel.options.indexOf(level) + 1;
