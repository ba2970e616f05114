import type { ApiApp, ApiContext } from "../../api-context.ts";
import { fileHeaders } from "../../common/attachment.ts";
import { checkPlace } from "../../common/check-place.sql.ts";
import { stateWords } from "../../common/csv-words.ts";
import { getDeclaredYear } from "../../common/declared-year.sql.ts";
import { mayNameAuthorities } from "../../common/redistribution.sql.ts";
import { stateWording } from "../indicators/indicators.schema.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { getSubject, listExplanationLines } from "./explanation-csv.sql.ts";
import { explanationCsv } from "./explanation-csv.ts";
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
        topics: ["coverage", "records", "boundary"],
        type: "text/csv; charset=utf-8",
        make: async (db) => {
          const fiscalYear = await getDeclaredYear(db, indicator, request.query.fiscal_year);
          await checkPlace(db, code, "code");
          const { place, declaration } = await getSubject(db, indicator, code);
          const wording = stateWording(declaration);
          const isNamed = await mayNameAuthorities(db, redistributeSources);
          const words = state?.map((one) => stateWords[wording][one].th) ?? [];
          const language = lang === "en" ? "en" : null;
          const headers = fileHeaders(
            {
              thai: [
                declaration.short_title.th,
                code,
                { kept: place.name_th },
                ...words,
                "ปีงบ",
                fiscalYear + 543,
                language,
              ],
              ascii: ["explain", indicator, code, ...(state ?? []), `fy${fiscalYear}`, language],
            },
            ".csv",
          );
          const lines = await listExplanationLines(db, {
            indicator,
            fiscalYear,
            place: code,
            states: state,
            lang,
          });
          return { body: explanationCsv(lines, wording, lang, isNamed), headers };
        },
      });
    },
  );
}
