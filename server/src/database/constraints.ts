// What the database refuses, in the words of the catalogue: by the name of the constraint, else by its kind.
import { ProblemError } from "../problems.ts";

/** As pg tells it. */
export type Refusal = Error & { code?: string; constraint?: string; column?: string; detail?: string };

/** Constraints that mean more than their kind says. */
const BY_NAME: Record<string, (refusal: Refusal) => ProblemError> = {
  target_value__shares_add_up: (cause) =>
    new ProblemError("target-shares-do-not-add-up", { detail: cause.message, cause }),
  // of two who write at once the later one has been told of the other
  target_version__number_is_unique: (cause) => new ProblemError("target-changed-meanwhile", { cause }),
};

const UNIQUE = "23505";
const EXCLUSION = "23P01";
const FOREIGN_KEY = "23503";
const RESTRICT = "23001";

/** A writer learns which rule it was: its name says so, and no value of another record is told. */
export function brokenConstraint(refusal: Refusal): ProblemError {
  const { code = "", constraint = "", column } = refusal;
  const known = BY_NAME[constraint];
  if (known) return known(refusal);
  const message = constraint ? `the rule ${constraint} does not allow it` : "has to be there";
  const said = { errors: [{ field: column ?? "request", message }], cause: refusal };
  if (code === UNIQUE || code === EXCLUSION) return new ProblemError("already-there", said);
  if (code === FOREIGN_KEY || code === RESTRICT) return new ProblemError("linked-otherwise", said);
  return new ProblemError("invalid-request", { detail: message, ...said });
}
