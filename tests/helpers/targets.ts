// Reads, tries and saves targets as a planner does who has the key.
import { targetDetail } from "@phuenthi/server/contract/targets";
import { expect } from "vitest";
import type { TestApi } from "./app.ts";

export const KEY = "a-key-for-tests-of-24-letters";
export const OWNER = "สำนักยุทธศาสตร์ (ทดสอบ)";

type Body = Record<string, unknown>;
export type Targets = ReturnType<typeof targetsOf>;

export function targetsOf(api: TestApi) {
  const post = (path: string, payload: Body, headers: Record<string, string> = {}) =>
    api.app.inject({ method: "POST", url: `/api/targets/${path}`, payload, headers });
  return {
    post,
    async save(indicator: string, change: Body, status = 201) {
      const answer = await post(
        `${indicator}/versions`,
        { owner: OWNER, ...change },
        { authorization: `Bearer ${KEY}` },
      );
      expect([answer.statusCode, status === answer.statusCode ? "" : answer.body]).toEqual([status, ""]);
      return answer.json();
    },
    inForce: async (indicator: string) => targetDetail.parse(await api.get(`/targets/${indicator}`)),
  };
}
