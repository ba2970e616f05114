import { describe, expect, it } from "vitest";
import { Spending } from "./spending.ts";

function start() {
  const clock = { now: 0 };
  const spending = new Spending(() => clock.now);
  const code = (client: string) => {
    try {
      spending.check(client);
      return "may";
    } catch (error) {
      const { code, retryAfter } = error as { code: string; retryAfter: number };
      return `${code} ${retryAfter}`;
    }
  };
  return { clock, spending, code };
}

describe("what a client has cost of late", () => {
  it("halves every ten seconds", () => {
    const { clock, spending } = start();
    spending.add("a", 800);
    clock.now = 20_000;
    spending.add("a", 100);
    expect([spending.of("a"), spending.of("b")]).toEqual([300, 0]);
  });

  it("is no matter to whoever is alone", () => {
    const { spending, code } = start();
    for (let time = 0; time < 100; time += 1) spending.add("a", 1_000);
    expect(code("a")).toBe("may");
  });

  it("counts once somebody else asks, and says when to come back", () => {
    const { clock, spending, code } = start();
    spending.add("a", 40_000);
    spending.add("b", 1);
    expect([code("a"), code("b"), code("c")]).toEqual(["asked-too-much 20", "may", "may"]);
    clock.now = 5_000;
    spending.add("a", 0);
    spending.add("b", 0);
    expect(code("a")).toBe("asked-too-much 15");
    clock.now = 20_001;
    spending.add("a", 0);
    spending.add("b", 0);
    expect(code("a")).toBe("may");
  });

  it("counts no longer when the others have gone", () => {
    const { clock, spending, code } = start();
    spending.add("b", 1);
    spending.add("a", 80_000);
    expect(code("a")).toMatch(/asked-too-much/);
    clock.now = 10_001;
    expect(code("a")).toBe("may");
  });
});
