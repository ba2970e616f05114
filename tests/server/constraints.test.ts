// Every rule of the database that a write can break is a problem that its writer understands, never a fault of the server.
import { asProblem } from "@phuenthi/server/db";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { ownerUrl, query } from "../helpers/database.ts";

/** Tables that a route writes. */
const WRITTEN = ["target_version", "target_value"];
const CODES: Record<string, string> = {
  c: "23514",
  t: "23514",
  u: "23505",
  p: "23505",
  f: "23503",
  x: "23P01",
};

function refusal(code: string, constraint: string): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError(`violates ${constraint}`, 0, "error"), { code, constraint });
}

describe("a constraint of a table that is written", () => {
  it("is a problem of the writer, whichever it is", async () => {
    const constraints = await query(
      ownerUrl(),
      `select conname, contype from pg_constraint where conrelid = any ('{${WRITTEN}}'::regclass[])`,
    );
    expect(constraints.length).toBeGreaterThan(10);
    for (const { conname, contype } of constraints) {
      const problem = asProblem(refusal(CODES[contype] ?? "", conname));
      expect([conname, problem]).toEqual([
        conname,
        expect.objectContaining({ name: "ProblemError", code: expect.not.stringMatching(/^internal$/) }),
      ]);
    }
  });

  it("has a word of its own where its kind says too little", () => {
    expect(asProblem(refusal("23505", "target_version__number_is_unique"))).toMatchObject({
      code: "target-changed-meanwhile",
    });
    expect(asProblem(refusal("23505", "organization_pkey"))).toMatchObject({ code: "already-there" });
    expect(asProblem(refusal("23503", "plan_item_plan_id_fkey"))).toMatchObject({ code: "linked-otherwise" });
    expect(asProblem(refusal("23502", ""))).toMatchObject({ code: "invalid-request" });
  });
});
