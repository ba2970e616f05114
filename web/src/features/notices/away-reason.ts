import type { ApiError } from "../../data/api.ts";

/** server: nothing has answered · other: the server has, that it cannot do this just now */
export function reasonOf({ problem }: Pick<ApiError, "problem">): "database" | "busy" | "server" | "other" {
  if (!problem) return "server";
  if (problem.code === "database-unavailable") return "database";
  return problem.code === "busy" || problem.code === "asked-too-much" ? "busy" : "other";
}
