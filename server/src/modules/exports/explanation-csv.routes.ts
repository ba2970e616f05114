import type { ApiApp, ApiContext } from "../../api-context.ts";
import { fileHeaders } from "../../common/attachment.ts";
import { checkPlace } from "../../common/check-place.sql.ts";
import { getDeclaredYear } from "../../common/declared-year.sql.ts";
import { mayNameAuthorities } from "../../common/redistribution.sql.ts";
import { topicsOf } from "../../data-version.ts";
import { stateWording } from "../indicators/indicators.schema.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { getSubject, listExplanationLines } from "./explanation-csv.sql.ts";
import { explanationCsv, explanationName } from "./explanation-csv.ts";
import { csvAnswer, explanationCsvParams, explanationCsvQuery } from "./exports.schema.ts";

export function explanationCsvRoutes(app: ApiApp, { answers, redistributeSources }: ApiContext): void {
  app.get(
    "/explain/:indicator/:code.csv",
    {
      schema: {
        tags: ["exports"],
        operationId: "exportExplanation",
        summary: "The lists behind a figure as they stand, as CSV for spreadsheets",
        params: explanationCsvParams,
        querystring: explanationCsvQuery,
        response: { 200: csvAnswer, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request, reply) => {
      const { indicator, code } = request.params;
      const { lang, state = null } = request.query;
      return answers.send(request, reply, {
        topics: ["boundary", ...topicsOf([`coverage ${indicator}`, "records"], [code])],
        type: "text/csv; charset=utf-8",
        make: async (db) => {
          const fiscalYear = await getDeclaredYear(db, indicator, request.query.fiscal_year);
          await checkPlace(db, code, "code");
          const subject = await getSubject(db, indicator, code);
          const isNamed = await mayNameAuthorities(db, redistributeSources);
          const question = { indicator, fiscalYear, place: code, states: state, lang };
          const lines = await listExplanationLines(db, question);
          const headers = fileHeaders(explanationName(question, subject), ".csv");
          return { body: explanationCsv(lines, stateWording(subject.declaration), lang, isNamed), headers };
        },
      });
    },
  );
}
