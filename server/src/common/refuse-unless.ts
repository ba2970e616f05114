import { ProblemError } from "../problems.ts";

/** @throws ProblemError not-declared naming the field and what it may be, unless the value is one of those */
export function refuseUnless(field: string, value: string, allowed: readonly string[], detail: string): void {
  if (allowed.includes(value)) return;
  const message = allowed.length > 0 ? `one of ${allowed.join(", ")}` : "this indicator has none";
  throw new ProblemError("not-declared", { detail, errors: [{ field, message }] });
}
