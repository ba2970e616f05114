// A database that goes away while it is written to: told by what its client says then, which differs from moment to moment.

/** SQLSTATEs of a server that ends or restarts, and of connections; and what the operating system says of them. */
const GONE = /^(57P0[1-5]|08\w{3}|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)$/;
const SAID = /Connection terminated|not queryable|server closed the connection/;

/**
 * @param kept what is there of the work all the same
 * @returns the sentence and the next step; null when the error is another
 */
export function sayIfLost(
  error: unknown,
  kept = "Nothing of it was kept.",
): { what: string; next: string } | null {
  const {
    code = "",
    message = "",
    cause,
  } = (error ?? {}) as { code?: string; message?: string; cause?: unknown };
  if (!GONE.test(code) && !SAID.test(message)) return cause ? sayIfLost(cause, kept) : null;
  return {
    what: `The database went away meanwhile (${message || code}). ${kept}`,
    next: "see that the database runs (the private one is started by itself), then run the same command again.",
  };
}
