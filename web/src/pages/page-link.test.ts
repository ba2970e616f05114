import { afterEach, describe, expect, it, vi } from "vitest";
import { languageAsked, matchPage, pageLink } from "../address/page.ts";
import { page as explainPage } from "./explain/explain.page.tsx";
import { page as mapPage } from "./map/map.page.tsx";
import { page as profilePage } from "./profile/profile.page.tsx";
import { recordLink } from "./record-link.ts";
import { page as targetPage } from "./target/target.page.tsx";
import { page as targetsPage } from "./targets/targets.page.tsx";

afterEach(() => languageAsked.set(null));

describe("links to pages", () => {
  it("say what they were given, in one order, and nothing that was not said", () => {
    expect(pageLink(explainPage, { indicator: "leaders", place: "R2" }, { fiscal_year: 2020 })).toBe(
      "/explain/leaders/R2?fiscal_year=2020",
    );
    expect(pageLink(targetsPage, {}, { fiscal_year: 2019, area: "50" })).toBe(
      "/targets?area=50&fiscal_year=2019",
    );
    expect(pageLink(profilePage, { place: "TH" }, { fiscal_year: null })).toBe("/areas/TH");
    expect(pageLink(mapPage, {}, { within: ["50", "5701"], q: "some" })).toBe("/?within=50,5701&q=some");
  });

  it("say what a page alone has", () => {
    expect(pageLink(targetPage, { indicator: "leaders" }, { version: 3 })).toBe("/targets/leaders?version=3");
  });

  it("keep the language that the page's own link asks for", () => {
    languageAsked.set("en");
    expect(pageLink(targetsPage, {})).toBe("/targets?lang=en");
    expect(pageLink(mapPage, {}, { area: "50" })).toBe("/?area=50&lang=en");
  });

  it("lead to a record's card on the map, and nowhere for what has no card", () => {
    expect(recordLink("plan", "69fc40fc-9182-447f-a46d-b09def96b450")).toBe(
      "/?plan=69fc40fc-9182-447f-a46d-b09def96b450",
    );
    expect(recordLink("quality_review", "69fc40fc-9182-447f-a46d-b09def96b450")).toBe(
      "/?quality_review=69fc40fc-9182-447f-a46d-b09def96b450",
    );
    expect(recordLink("plan", "69fc40fc-9182-447f-a46d-b09def96b450", 2020)).toBe(
      "/?fiscal_year=2020&plan=69fc40fc-9182-447f-a46d-b09def96b450",
    );
    expect(recordLink("person", "69fc40fc-9182-447f-a46d-b09def96b450")).toBeNull();
  });
});

describe("an address", () => {
  it("is a page's when every part of the path is", () => {
    expect(matchPage(profilePage, "/areas/l50")).toEqual({ place: "L50" });
    expect(matchPage(profilePage, "/areas/50/")).toEqual({ place: "50" });
    expect(matchPage(explainPage, "/explain/plans-linked/50")).toEqual({
      indicator: "plans-linked",
      place: "50",
    });
    expect([matchPage(mapPage, "/"), matchPage(mapPage, "/index.html")]).toEqual([{}, {}]);
  });
  it("is not when one is missing, too many or of another kind", () => {
    expect(matchPage(profilePage, "/areas")).toBeNull();
    expect(matchPage(profilePage, "/areas/50/more")).toBeNull();
    expect(matchPage(profilePage, "/areas/50%2F1")).toBeNull();
    expect(matchPage(profilePage, "/areas/%E0")).toBeNull();
    expect(matchPage(mapPage, "/nothing")).toBeNull();
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
    const { pageLink } = await import("../address/page.ts");
    expect(pageLink(mapPage, {})).toBe("/phuenthi/");
    expect(pageLink(profilePage, { place: "50" })).toBe("/phuenthi/areas/50");
  });
});
