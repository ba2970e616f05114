import { afterEach, describe, expect, it, vi } from "vitest";
import { explainLink, mapLink, profileLink, recordLink, targetLink, targetsLink } from "./page-links.ts";

describe("links to pages", () => {
  it("name the place and year, and keep the language only where one was asked for", () => {
    expect(explainLink("leaders", "R2", 2020, null)).toBe("/explain/leaders/R2?fiscal_year=2020");
    expect(explainLink("leaders", "TH", 2020, "en")).toBe("/explain/leaders/TH?fiscal_year=2020&lang=en");
    expect([targetsLink(null), targetsLink("th")]).toEqual(["/targets", "/targets?lang=th"]);
    expect([targetsLink(null, "TH"), targetsLink("en", "R1")]).toEqual([
      "/targets",
      "/targets?area=R1&lang=en",
    ]);
    expect(targetsLink(null, "50", 2019)).toBe("/targets?area=50&fiscal_year=2019");
    expect([mapLink("TH", null, null, null), mapLink("50", "leaders", 2019, "en")]).toEqual([
      "/",
      "/?indicator=leaders&area=50&fiscal_year=2019&lang=en",
    ]);
    expect([profileLink("TH", null, null), profileLink("L50", 2020, "en")]).toEqual([
      "/areas/TH",
      "/areas/L50?fiscal_year=2020&lang=en",
    ]);
    expect([targetLink("leaders", null, null), targetLink("leaders", 3, "en")]).toEqual([
      "/targets/leaders",
      "/targets/leaders?version=3&lang=en",
    ]);
  });
});

describe("links to records", () => {
  it("lead to the map, with its points where the record is one, and nowhere for what has no card", () => {
    expect(recordLink("plan", "p", null)).toBe("/?plan=p");
    expect(recordLink("organization", "o", "en")).toBe("/?organization=o&points=1&lang=en");
    expect(recordLink("quality_review", "q", "en")).toBeNull();
  });
});

describe("under a path", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });
  it("every link stays there", async () => {
    vi.resetModules();
    vi.stubGlobal("document", { documentElement: { dataset: { base: "/phuenthi/" } } });
    const links = await import("./page-links.ts");
    for (const link of [
      links.explainLink("leaders", "R2", 2020, null),
      links.targetsLink(null),
      links.mapLink("TH", null, null, null),
      links.recordLink("plan", "p", null),
      links.profileLink("TH", null, null),
      links.targetLink("leaders", null, null),
    ]) {
      expect(link).toMatch(/^\/phuenthi\//);
    }
  });
});
