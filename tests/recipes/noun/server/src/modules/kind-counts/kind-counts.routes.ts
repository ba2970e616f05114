// How many organizations of each kind stand in a place.
import type { ApiApp, ApiContext } from "../../api-context.ts";
import { checkPlace } from "../../common/check-place.sql.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { kindCounts, kindCountsParams } from "./kind-counts.schema.ts";
import { listKindCounts } from "./kind-counts.sql.ts";

export function kindCountRoutes(app: ApiApp, { dbOf }: ApiContext): void {
  app.get(
    "/kind-counts/:code",
    {
      schema: {
        tags: ["records"],
        operationId: "listKindCounts",
        summary: "Organizations of a place by kind",
        params: kindCountsParams,
        response: { 200: kindCounts, 400: problemAnswer, 404: problemAnswer },
      },
    },
    async (request) => {
      const { code } = request.params;
      await checkPlace(dbOf(request), code, "code");
      return listKindCounts(dbOf(request), code);
    },
  );
}
