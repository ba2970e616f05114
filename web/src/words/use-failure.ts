// Errors in the words of the page: what happened, and what to do next.
import type { Problem } from "@phuenthi/server/contract/problems";
import { useIntl } from "react-intl";
import { useLanguage } from "../address/use-language.ts";
import { ApiError } from "../data/api.ts";
import { fiscalYearText } from "../lib/fiscal-year.ts";

type Words = { detail: string; technical?: string; retry?: string; onRetry?: () => void };

/**
 * What ui/States' Failure shows besides its title.
 * @param refetch asks again
 */
export function useFailure(): (error: Error, refetch: () => unknown) => Words {
  const { formatMessage: t, messages } = useIntl();
  const language = useLanguage();
  /** the values of a problem as people read them */
  const values = ({ params = {} }: Problem) =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (name === "year") return [name, fiscalYearText(Number(value), language)];
        if (name === "level") return [name, t({ id: `level.${value}` })];
        return [name, value];
      }),
    );
  const words = (error: Error): Pick<Words, "detail" | "technical"> => {
    if (error instanceof ApiError && error.kind === "offline") return { detail: t({ id: "error.offline" }) };
    if (error instanceof ApiError && error.kind === "cut") return { detail: t({ id: "download.cut" }) };
    const problem = error instanceof ApiError ? error.problem : null;
    if (!problem) return { detail: t({ id: "error.unexpected" }), technical: error.message };
    const id = [`problem.${problem.code}.${problem.reason}`, `problem.${problem.code}`].find(
      (one) => one in messages,
    );
    if (id) return { detail: t({ id }, values(problem)) };
    // a server newer than this page: its code is all that can be told
    const kind = problem.status >= 500 ? "server" : problem.status === 404 ? "missing" : "question";
    return { detail: t({ id: `error.${kind}` }), technical: problem.code };
  };
  return (error, refetch) => ({
    ...words(error),
    // what is not there will not be there when asked again
    ...(!(error instanceof ApiError && error.problem?.status === 404) && {
      retry: t({ id: "state.retry" }),
      onRetry: () => void refetch(),
    }),
  });
}
