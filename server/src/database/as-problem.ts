// Postgres's errors in the words of the catalogue.
import { ProblemError } from "../problems.ts";
import { brokenConstraint, type Refusal } from "./constraints.ts";

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "3D000", // the database does not exist (yet)
]);
const TOO_MANY_CONNECTIONS = "53300";
const DISK_FULL = "53100";
/** Connection exceptions, refused logins, too little of something, shutting down. */
const UNREACHABLE_CLASSES = ["08", "28", "53", "57P"];
const CONSTRAINT_CLASS = "23";
const QUERY_CANCELED = "57014";
/** A value that the schemas let through and Postgres does not take. */
const DATA_EXCEPTION_CLASS = "22";

/** What is not known there stays an internal error. */
export function asProblem(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  // it is there and answers: what needs no more room goes on
  if (code === DISK_FULL) return new ProblemError("no-room", { cause: error });
  if (code === TOO_MANY_CONNECTIONS) return new ProblemError("busy", { cause: error });
  if (
    UNREACHABLE.has(code) ||
    UNREACHABLE_CLASSES.some((start) => code.startsWith(start)) ||
    /Connection terminated|not queryable|timeout exceeded when trying to connect|Query read timeout/.test(
      error.message,
    )
  ) {
    return new ProblemError("database-unavailable", { cause: error });
  }
  if (code.startsWith(CONSTRAINT_CLASS)) return brokenConstraint(error as Refusal);
  if (code === QUERY_CANCELED) return new ProblemError("took-too-long", { cause: error });
  if (code.length === 5 && code.startsWith(DATA_EXCEPTION_CLASS)) {
    return new ProblemError("invalid-request", { cause: error });
  }
  return error;
}
