import { describe, expect, it } from "vitest";
import { explainLink, targetsLink } from "./page-links.ts";

describe("links to pages", () => {
  it("name the place and year, and keep the language only where one was asked for", () => {
    expect(explainLink("leaders", "R2", 2020, null)).toBe("/explain/leaders/R2?fiscal_year=2020");
    expect(explainLink("leaders", "TH", 2020, "en")).toBe("/explain/leaders/TH?fiscal_year=2020&lang=en");
    expect([targetsLink(null), targetsLink("th")]).toEqual(["/targets", "/targets?lang=th"]);
  });
});
