import type { ApiApp, ApiContext } from "../../api-context.ts";
import { checkPlace } from "../../common/check-place.sql.ts";
import { getDeclaredYear } from "../../common/declared-year.sql.ts";
import { problemAnswer } from "../problems/problems.schema.ts";
import { type SimilarAnswer, similarAnswer, similarParams, similarQuery } from "./similar.schema.ts";
import { checkCounting, getSimilar } from "./similar.sql.ts";

/** In words, for the answer and for the description of the API. The method itself is db/functions/similar-areas.sql. */
const METHOD = {
  th:
    "ความคล้ายตามวิธีของโกเวอร์ (Gower) 0–1 คือค่าเฉลี่ยของสี่ส่วนที่มีน้ำหนักเท่ากัน: ประชากรใกล้เคียงกัน (เทียบเป็นสัดส่วน) ชนิดของ อปท. เหมือนกัน " +
    "ชนิดขององค์กรชุมชนเหมือนกัน และอยู่ภาคเดียวกัน ส่วนที่ไม่ทราบไม่นำมาเฉลี่ย เลือกจากตำบลที่เข้าเกณฑ์หรือมีผลแล้วในปีนั้น ถ้าคล้ายเท่ากัน ตำบลที่ใกล้กว่ามาก่อน",
  en:
    "Gower similarity, 0 to 1: the mean of four parts of equal weight: how close the populations are (as a proportion), the kinds of " +
    "local authorities in common, the kinds of community organizations in common, and the same region. A part that is not " +
    "known is left out of the mean. Chosen from the tambon that meet the criterion, or have a result, in the year; of equally similar ones the nearer comes first.",
};

export function similarRoutes(app: ApiApp, { answers }: ApiContext): void {
  app.get(
    "/similar/:indicator/:code",
    {
      schema: {
        tags: ["coverage"],
        operationId: "listSimilarAreas",
        summary: "Five tambon like this one that already count, why they are alike, and what was done there",
        description: METHOD.en,
        params: similarParams,
        querystring: similarQuery,
        response: { 200: similarAnswer, 400: problemAnswer, 404: problemAnswer },
      },
    },
    (request, reply) => {
      const { indicator, code } = request.params;
      return answers.send(request, reply, {
        topics: ["boundary", "records", "coverage"],
        type: "application/json; charset=utf-8",
        make: async (db) => {
          const fiscalYear = await getDeclaredYear(db, indicator, request.query.fiscal_year);
          await checkCounting(db, indicator);
          await checkPlace(db, code, "code");
          const found = await getSimilar(db, { indicator, fiscalYear, code });
          return JSON.stringify({ ...found, method: METHOD } satisfies SimilarAnswer);
        },
      });
    },
  );
}
