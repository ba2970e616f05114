// Errors in the words of the page: what happened, and what to do next.
import { useIntl } from "react-intl";
import { ApiError } from "./api.ts";

/**
 * What ui/States' Failure shows besides its title.
 * @param refetch asks again
 */
export function useFailure(): (
  error: Error,
  refetch: () => unknown,
) => { detail: string; retry?: string; onRetry?: () => void } {
  const { formatMessage: t, messages } = useIntl();
  const words = (error: Error): string => {
    if (!(error instanceof ApiError)) return t({ id: "error.unexpected" }, { detail: error.message });
    if (error.kind === "offline") return t({ id: "error.offline" });
    if (error.kind === "unexpected") return t({ id: "error.unexpected" }, { detail: error.message });
    const { status, code, detail } = error.problem ?? { status: 0, code: "", detail: error.message };
    if (`problem.${code}` in messages) return t({ id: `problem.${code}` }, { detail });
    if (code === "boundaries-missing") return t({ id: "error.boundaries" });
    if (status >= 500) return t({ id: "error.server" }, { code });
    if (status === 404) return t({ id: "error.missing" }, { detail });
    return t({ id: "error.question" }, { detail });
  };
  return (error, refetch) => ({
    detail: words(error),
    // what is not there will not be there when asked again
    ...(!(error instanceof ApiError && error.problem?.status === 404) && {
      retry: t({ id: "state.retry" }),
      onRetry: () => void refetch(),
    }),
  });
}
