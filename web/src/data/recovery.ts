// What could not be answered is asked again by itself, until it is: nobody has to press a button because a server was away for a
// moment. Without a network the browser says when it is back (refetchOnReconnect).
import type { Query, QueryClient } from "@tanstack/react-query";
import { createSignal } from "../lib/signal.ts";
import { ApiError, isServing } from "./api.ts";

/** Why something on the screen cannot be answered just now; null: nothing is missing. */
export const trouble = createSignal<ApiError | null>(null);
/** How often the server has come back: whatever has failed beside the questions may be asked again. */
export const returns = createSignal(0);

const FIRST_MS = 1_500;
/** A server that is there and cannot answer all the same is asked less and less, and while somebody still waits. */
const MOST_MS = 10_000;
/** Many pages wait for the same server. */
const SPREAD = 0.3;

const isFailing = (query: Query) =>
  query.getObserversCount() > 0 && query.state.status === "error" && errorOf(query) !== null;
const errorOf = ({ state: { error } }: Query) =>
  error instanceof ApiError && error.isPassing ? error : null;

/** For as long as the page is open. */
export function recover(client: QueryClient): void {
  const cache = client.getQueryCache();
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const failing = () => cache.getAll().filter(isFailing);

  function look(): void {
    const error = failing().map(errorOf)[0] ?? null;
    if (error) trouble.set(error);
    if (error && waiting === undefined) wait(FIRST_MS);
  }

  function wait(ms: number): void {
    waiting = setTimeout(() => void tryAgain(ms), ms * (1 + SPREAD * Math.random()));
  }

  async function tryAgain(after: number): Promise<void> {
    if (navigator.onLine && failing().length === 0) return end();
    if (!navigator.onLine || !(await isServing())) return wait(FIRST_MS);
    returns.set(returns.get() + 1);
    await client.refetchQueries({ predicate: isFailing }, { throwOnError: false });
    if (failing().length === 0) end();
    else wait(Math.min(MOST_MS, after * 2));
  }

  function end(): void {
    waiting = undefined;
    trouble.set(null);
  }

  cache.subscribe(({ type }) => {
    if (type === "updated" || type === "observerAdded") look();
  });
}
