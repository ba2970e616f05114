import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./api.ts";
import { recover, trouble } from "./recovery.ts";

const away = new ApiError("problem", "took too long", {
  type: "urn:x",
  code: "took-too-long",
  title: "x",
  status: 503,
  detail: "x",
});

describe("a question that fails while the server is well", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("navigator", { onLine: true });
    vi.stubGlobal("fetch", async () => new Response("{}"));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("is asked again at least every 13 seconds, and trouble is over with its answer", async () => {
    const asked: number[] = [];
    let isWell = false;
    const client = new QueryClient();
    recover(client);
    const queryFn = async () => {
      asked.push(Date.now());
      if (!isWell) throw away;
      return "there";
    };
    const observer = new QueryObserver(client, { queryKey: ["one"], queryFn, retry: false });
    const leave = observer.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(120_000);
    const waits = asked.slice(1).map((at, before) => at - (asked[before] ?? 0));
    expect(waits.length).toBeGreaterThan(7);
    expect(Math.max(...waits)).toBeLessThanOrEqual(13_000);
    expect(trouble.get()).toBe(away);
    isWell = true;
    await vi.advanceTimersByTimeAsync(13_001);
    expect(trouble.get()).toBeNull();
    leave();
    client.clear();
  });
});
