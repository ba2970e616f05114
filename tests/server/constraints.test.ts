// Every rule of the database that a write can break is a problem that its writer understands, never a fault of the server.
import { asProblem } from "@phuenthi/server/as-problem";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { ownerUrl, query } from "../helpers/database.ts";

/** Tables that a route writes. */
const WRITTEN = ["target_version", "target_value"];
/** By the kind of constraint (pg_constraint.contype): the error of Postgres, and the problem that it is. */
const KINDS: Record<string, [code: string, problem: string]> = {
  n: ["23502", "invalid-request"],
  c: ["23514", "invalid-request"],
  u: ["23505", "already-there"],
  p: ["23505", "already-there"],
  f: ["23503", "linked-otherwise"],
  x: ["23P01", "already-there"],
};
/** Those that mean more than their kind says. */
const BY_NAME: Record<string, string> = { target_version__number_is_unique: "target-changed-meanwhile" };

function refusal(code: string, constraint: string): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError(`violates ${constraint}`, 0, "error"), { code, constraint });
}

describe("a constraint of a table that is written", () => {
  it("is the problem that its kind or its own name says, whichever it is", async () => {
    const constraints = await query(
      ownerUrl(),
      `select conname, contype from pg_constraint where conrelid = any ('{${WRITTEN}}'::regclass[])
         and contype <> 't'`,
    );
    expect(constraints.length).toBeGreaterThan(10);
    expect(constraints.map(({ conname }) => conname)).toEqual(expect.arrayContaining(Object.keys(BY_NAME)));
    for (const { conname, contype } of constraints) {
      const [code, problem] = KINDS[contype] ?? [];
      if (!code) throw new Error(`${conname}: no writer has been told of constraints of the kind ${contype}`);
      expect([conname, asProblem(refusal(code, conname))]).toEqual([
        conname,
        expect.objectContaining({ name: "ProblemError", code: BY_NAME[conname] ?? problem }),
      ]);
    }
  });

  it("is told by the name that its trigger gives it", () => {
    expect(asProblem(refusal("23514", "target_value__shares_add_up"))).toMatchObject({
      code: "target-shares-do-not-add-up",
    });
  });

  it("is told by its kind in other tables too, and where a value is missing", () => {
    expect(asProblem(refusal("23505", "organization_pkey"))).toMatchObject({ code: "already-there" });
    expect(asProblem(refusal("23503", "plan_item_plan_id_fkey"))).toMatchObject({ code: "linked-otherwise" });
    expect(asProblem(refusal("23502", ""))).toMatchObject({ code: "invalid-request" });
  });
});

describe("a full disk of the database", () => {
  it("is told apart from a database that is away", () => {
    const full = "could not extend file: No space left on device";
    expect(asProblem(Object.assign(new pg.DatabaseError(full, 0, "error"), { code: "53100" }))).toMatchObject(
      { code: "no-room" },
    );
  });
});
