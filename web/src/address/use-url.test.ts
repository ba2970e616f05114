import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { definePage } from "./page.ts";
import { shownPage, startRouter } from "./router.ts";
import { searchFields } from "./search-fields.ts";
import { updatePageSearch, updateUrl } from "./use-url.ts";

const { fiscal_year } = searchFields;
const page = definePage({
  path: "/guide",
  params: {},
  search: {
    fiscal_year,
    part: z.enum(["start", "more"]),
    step: z.codec(z.string(), z.number(), { decode: Number, encode: String }),
  },
  title: { th: "คู่มือ", en: "Guide" },
  load: async () => ({ default: () => null }),
});
const other = { ...page, search: { ...page.search } };

const place = { pathname: "/guide", search: "", hash: "" };
const steps: string[] = [];
const goTo = (how: string) => (_state: unknown, _title: string, address?: string) => {
  if (address === undefined) return;
  steps.push(how);
  place.search = new URL(address, "http://server").search;
};
const said = () => shownPage().address.search.get();

beforeAll(() => {
  vi.stubGlobal("location", place);
  vi.stubGlobal("history", { state: null, pushState: goTo("push"), replaceState: goTo("replace") });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("document", { addEventListener: () => {} });
});
afterAll(() => vi.unstubAllGlobals());

describe("a page's own search parameters", () => {
  beforeEach(async () => {
    place.search = "?fiscal_year=2020&part=more&step=x&within=50&lang=en&foreign=1";
    await startRouter([page]);
    steps.length = 0;
  });

  it("are read from the address, each by itself", () => {
    expect(said()).toEqual({ fiscal_year: 2020, part: "more", step: null });
  });

  it("stay when what all pages share changes", () => {
    updateUrl({ fiscalYear: 2019 });
    expect(place.search).toBe("?fiscal_year=2019&within=50&lang=en&part=more");
    expect(said()).toEqual({ fiscal_year: 2019, part: "more", step: null });
  });

  it("are changed by themselves, as a step back or none, and what is shared stays", () => {
    updatePageSearch(page, { part: "start", step: 3 });
    expect(place.search).toBe("?fiscal_year=2020&within=50&lang=en&part=start&step=3");
    updatePageSearch(page, { part: null, fiscal_year: 2018 }, "replace");
    expect(place.search).toBe("?fiscal_year=2018&within=50&lang=en&step=3");
    expect(shownPage().address.url.get()).toMatchObject({ fiscalYear: 2018, language: "en" });
    updatePageSearch(page, { part: null });
    expect(steps).toEqual(["push", "replace"]);
  });

  it("are not another page's to change", () => {
    updatePageSearch(other, { part: "start" });
    expect(steps).toEqual([]);
  });
});
