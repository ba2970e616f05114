// Why a change of a target is refused, by field or as a whole.
import { type catalogue, ProblemError } from "../../problems.ts";

type Reasons<Code extends keyof typeof catalogue> = (typeof catalogue)[Code] extends { reasons: infer R }
  ? keyof R
  : never;
type Params = Record<string, string | number>;

/** @throws ProblemError invalid-request */
export function refuse(
  field: string,
  message: string,
  reason?: Reasons<"invalid-request">,
  params: Params = {},
): never {
  throw new ProblemError("invalid-request", {
    detail: `${field}: ${message}`,
    errors: [{ field, message }],
    ...(reason && { reason, params }),
  });
}

/** @throws ProblemError target-not-shareable */
export function refuseShare(
  reason: Reasons<"target-not-shareable">,
  detail: string,
  params: Params = {},
): never {
  throw new ProblemError("target-not-shareable", { detail, reason, params });
}
