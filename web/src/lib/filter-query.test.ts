import { fieldsOf, queryOf } from "@phuenthi/server/contract/collections";
import { exportQueryOf } from "@phuenthi/server/records/record-contract";
import { ownConditions } from "@phuenthi/server/records/record-kind";
import { describe, expect, it } from "vitest";
import { emptyFilter, type Filter, ownField } from "./filter.ts";
import { exportUrl, filterQuery, isWithin, levelWithin, rankedLevel } from "./filter-query.ts";
import { register } from "./kinds.ts";

const filter: Filter = {
  within: ["50", "5803"],
  q: " บ้าน ",
  own: {
    "organizations.kind": ["council"],
    "plans.state": ["done"],
    "plans.best_state": ["accepted", "included"],
    "plans.granted": ["none"],
  },
};

describe("filterQuery", () => {
  it("writes the API's own words, those that act on the collection", () => {
    expect(Object.fromEntries(filterQuery("organizations", filter, 2021))).toEqual({
      within: "50,5803",
      kind: "council",
      q: "บ้าน",
      fiscal_year: "2021",
    });
    expect(Object.fromEntries(filterQuery("plans", filter, 2021))).toEqual({
      within: "50,5803",
      state: "done",
      best_state: "accepted,included",
      granted: "none",
      q: "บ้าน",
      fiscal_year: "2021",
    });
    expect(Object.fromEntries(filterQuery("gaps", filter, 2021))).toEqual({
      within: "50,5803",
      fiscal_year: "2021",
    });
  });
  it("says nothing where nothing is chosen", () => {
    expect(filterQuery("plans", { ...emptyFilter, q: " " }, null).toString()).toBe("");
  });
  it.each([...Object.keys(fieldsOf), ...register.open.map(({ collection }) => collection)])(
    "asks for nothing that the API refuses of %s",
    (collection) => {
      const kind = register.byCollection(collection);
      const taken = kind ? exportQueryOf(kind, {}) : queryOf(collection as keyof typeof fieldsOf, {});
      const id = "69fc40fc-9182-447f-a46d-b09def96b450";
      const set: [string, string][] = [
        ...(kind?.references ?? []).map((one): [string, string] => [one.filter, id]),
        ...(kind ? ownConditions(kind) : []).map(({ name, list }): [string, string] => [
          name,
          Object.keys(list?.codes ?? { "any-text": null })[0] ?? "",
        ]),
      ];
      const own = Object.fromEntries(set.map(([name, value]) => [ownField(collection, name), [value]]));
      const query = Object.fromEntries(
        filterQuery(collection, { ...filter, own: { ...filter.own, ...own } }, 2021),
      );
      // none of its own is lost, also where another kind has a condition of the same name
      expect(query).toMatchObject(Object.fromEntries(set));
      expect(taken.safeParse(query).error).toBeUndefined();
    },
  );
});

describe("exportUrl", () => {
  const geojson = { id: "geojson", has_words: false };
  it("takes records by what of the filter acts on them", () => {
    const url = new URL(
      exportUrl(
        { what: "plans", format: geojson, language: "th", level: "tambon", indicator: null },
        filter,
        2021,
      ),
      "http://x",
    );
    expect(url.pathname).toBe("/api/export/plans.geojson");
    expect(url.searchParams.toString()).toBe(filterQuery("plans", filter, 2021).toString());
  });
  it("takes areas by place and level, with coverage and its year on request", () => {
    const choice = { what: "areas", format: geojson, language: "th", level: "district" } as const;
    const fields = (address: string) => Object.fromEntries(new URL(address, "http://x").searchParams);
    expect(fields(exportUrl({ ...choice, indicator: "councils" }, filter, 2021))).toEqual({
      within: "50,5803",
      level: "district",
      indicator: "councils",
      fiscal_year: "2021",
    });
    expect(fields(exportUrl({ ...choice, indicator: null }, filter, 2021))).toEqual({
      within: "50,5803",
      level: "district",
    });
  });
});

describe("the language of a file", () => {
  it("is asked for where the format has words, and it is not the one that they have by themselves", () => {
    const langOf = (has_words: boolean, language: "th" | "en") =>
      new URL(
        exportUrl(
          { what: "plans", format: { id: "x", has_words }, language, level: "tambon", indicator: null },
          filter,
          2021,
        ),
        "http://x",
      ).searchParams.get("lang");
    expect([langOf(true, "en"), langOf(true, "th"), langOf(false, "en")]).toEqual(["en", null, null]);
  });
});

describe("isWithin", () => {
  it("includes all below an area, and not what is above it", () => {
    expect(isWithin("580301", ["5803"])).toBe(true);
    expect(isWithin("58", ["5803"])).toBe(false);
  });
});

describe("levelWithin", () => {
  const all = ["region", "province", "district", "tambon", "local_authority"] as const;
  it("goes down to the level of what was asked for", () => {
    expect(levelWithin("province", [], all)).toBe("province");
    expect(levelWithin("province", ["5803"], all)).toBe("district");
    expect(levelWithin("province", ["580301", "50"], all)).toBe("province");
    expect(levelWithin("tambon", ["50"], all)).toBe("tambon");
    expect(levelWithin("region", ["L1001"], all)).toBe("tambon");
    expect(levelWithin("local_authority", ["R2"], all)).toBe("local_authority");
  });

  it("takes the nearest that the indicator has, and none above the places", () => {
    expect(levelWithin("tambon", [], ["region", "province"])).toBe("province");
    expect(levelWithin("local_authority", ["50"], ["region", "province"])).toBe("province");
    expect(levelWithin("local_authority", [], ["region", "province"])).toBe("province");
    expect(levelWithin("region", ["5001"], ["region", "tambon"])).toBe("tambon");
    expect(levelWithin("tambon", ["5001"], ["region", "province"])).toBeNull();
    expect(levelWithin("province", [], [])).toBeNull();
  });
});

describe("rankedLevel", () => {
  const all = ["region", "province", "district", "tambon", "local_authority"] as const;
  it("is never that of a place by itself", () => {
    expect(rankedLevel("region", ["R1"], all)).toBe("province");
    expect(rankedLevel("province", ["R1"], all)).toBe("province");
    expect(rankedLevel("province", ["50"], all)).toBe("district");
    expect(rankedLevel("district", ["5001"], all)).toBe("tambon");
    expect(rankedLevel("province", ["50"], ["region", "province", "tambon"])).toBe("tambon");
    // what lies in another place of the set is no place of its own
    expect(rankedLevel("province", ["50", "5001"], all)).toBe("district");
  });
  it("stays where there are several, or nothing finer", () => {
    expect(rankedLevel("province", [], all)).toBe("province");
    expect(rankedLevel("province", ["50", "51"], all)).toBe("province");
    expect(rankedLevel("tambon", ["50"], all)).toBe("tambon");
    expect(rankedLevel("province", ["50"], ["region", "province"])).toBe("province");
    expect(rankedLevel("tambon", ["500101"], all)).toBe("tambon");
    expect(rankedLevel("local_authority", ["50"], all)).toBe("local_authority");
  });
});
