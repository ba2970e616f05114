import { describe, expect, it } from "vitest";
import { toggle, toggleArea } from "./toggle.ts";

const children: Record<string, string[]> = {
  R5: ["80", "81"],
  "81": ["8101", "8102"],
  "8101": ["810101", "810102"],
};
const regions = new Map([["R5", ["80", "81"]]]);
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
  it("knows that a region is its provinces", () => {
    expect(toggleArea(["8101", "10"], "R5", childrenOf, regions)).toEqual(["10", "R5"]);
    expect(toggleArea(["R5"], "80", childrenOf, regions)).toEqual(["81"]);
    expect(toggleArea(["R5", "10"], "810101", childrenOf, regions)).toEqual(["10", "80", "8102", "810102"]);
  });
  it("unticks what was ticked itself", () => {
    expect(toggleArea(["81", "10"], "81", childrenOf)).toEqual(["10"]);
  });
});
