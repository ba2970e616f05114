import { describe, expect, it } from "vitest";
import { toggle, toggleArea } from "./toggle.ts";

const children: Record<string, string[]> = { "81": ["8101", "8102"], "8101": ["810101", "810102"] };
const childrenOf = (code: string) => children[code] ?? [];

it("toggle adds and removes", () => {
  expect(toggle(["a"], "b")).toEqual(["a", "b"]);
  expect(toggle(["a", "b"], "a")).toEqual(["b"]);
});

describe("toggleArea", () => {
  it("takes in the parts when the whole is ticked", () => {
    expect(toggleArea(["8101", "10"], "81", childrenOf)).toEqual(["10", "81"]);
  });
  it("leaves the other parts when one part of the whole is unticked", () => {
    expect(toggleArea(["81"], "810101", childrenOf).sort()).toEqual(["810102", "8102"]);
    expect(toggleArea(["81"], "8102", childrenOf)).toEqual(["8101"]);
  });
  it("unticks what was ticked itself", () => {
    expect(toggleArea(["81", "10"], "81", childrenOf)).toEqual(["10"]);
  });
});
