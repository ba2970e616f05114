import { describe, expect, it } from "vitest";
import { conditionFields, recordFields, searchFields } from "./search-fields.ts";
import { countConditions, emptyState, parseUrlState, serializeUrlState, type UrlState } from "./url-state.ts";

const full: UrlState = {
  position: { zoom: 9.25, lat: 18.79, lon: 98.98765 },
  indicator: "plans-linked",
  fiscalYear: 2020,
  level: "district",
  filter: {
    within: ["50", "5803", "L1001"],
    q: "บ้านมั่นคง & co",
    own: {
      "organizations.kind": ["council", "network"],
      "plans.state": ["done"],
      "plans.best_state": ["none", "accepted"],
      "plans.granted": ["none"],
      "plan_item_links.state": ["funded"],
      "kpi_reports.indicator_id": ["staff-ability"],
    },
  },
  selection: { type: "area", id: "500101" },
  panel: "filters",
  table: "plans",
  sort: "-title",
  basis: "target",
  layers: ["organizations", "model_areas"],
  compare: { indicator: "leaders", fiscalYear: 2018, view: "split" },
  language: "en",
};

describe("the link", () => {
  it("says everything, and says it back", () => {
    expect(parseUrlState(serializeUrlState(full))).toEqual(full);
  });
  it("is empty for the plain page", () => {
    expect(serializeUrlState(emptyState)).toBe("");
    expect(parseUrlState("")).toEqual(emptyState);
  });
  it("keeps a record selected by its id", () => {
    const selection = { type: "plan", id: "69fc40fc-9182-447f-a46d-b09def96b450" } as const;
    expect(parseUrlState(serializeUrlState({ ...emptyState, selection })).selection).toEqual(selection);
  });
  it("calls conditions of tabs by their names alone, and those of others after their collection", () => {
    const own = { "plans.state": ["done"], "plan_item_links.state": ["funded"] };
    expect(serializeUrlState({ ...emptyState, filter: { ...emptyState.filter, own } })).toBe(
      "?plan_item_links.state=funded&state=done",
    );
  });
  it("calls no two things alike", () => {
    const names = [searchFields, recordFields, conditionFields].flatMap((fields) => Object.keys(fields));
    expect(new Set(names).size).toBe(names.length);
  });
  it("keeps a record that records of a kind name, one of each field", () => {
    const [id, other] = ["69fc40fc-9182-447f-a46d-b09def96b450", "8a8b1f0e-0000-4000-8000-000000000001"];
    const { filter } = parseUrlState(`?assemblies.partner_id=${id},${other}&lessons.model_area_id=x`);
    expect(filter.own).toEqual({ "assemblies.partner_id": [id] });
    expect(serializeUrlState({ ...emptyState, filter })).toBe(`?assemblies.partner_id=${id}`);
  });
  it("takes a year of the Buddhist era for the year that it is", () => {
    expect(parseUrlState("?fiscal_year=2564").fiscalYear).toBe(2021);
  });
  it("keeps what old links call a layer, as they call it", () => {
    expect(parseUrlState("?points=1").layers).toEqual(["points"]);
    expect(serializeUrlState(parseUrlState("?points=1"))).toBe("?points=1");
  });
  it("leaves out what is mangled instead of failing", () => {
    const mangled =
      "?at=9//1&fiscal_year=25x&level=village&within=5,50,abc,L&kind=council,x&best_state=y&granted=all&area=1&table=rows&sort=;--&basis=x";
    expect(parseUrlState(mangled)).toEqual({
      ...emptyState,
      filter: { ...emptyState.filter, within: ["50"], own: { "organizations.kind": ["council"] } },
    });
  });
});

describe("countConditions", () => {
  it("counts each choice, and text once", () => {
    expect(countConditions(full.filter)).toBe(12);
    expect(countConditions({ ...emptyState.filter, q: "  " })).toBe(0);
  });
});
