import { describe, expect, it } from "vitest";
import { register } from "../../records/kinds.ts";
import { exportQueryOf, filterFieldsOf } from "../../records/record-contract.ts";
import { filterFields } from "../filter/filter.schema.ts";
import { fieldsOf } from "./collections.schema.ts";

const recordFilter = exportQueryOf(register.byId("organization"), {});

describe("a query of the filter", () => {
  it("reads lists from commas and from repeated fields alike", () => {
    expect(recordFilter.parse({ within: "10,1101" }).within).toEqual(["10", "1101"]);
    expect(recordFilter.parse({ within: ["10", "1101"] }).within).toEqual(["10", "1101"]);
    expect(recordFilter.parse({ kind: " council , network " }).kind).toEqual(["council", "network"]);
  });

  it("takes an empty list as no condition", () => {
    expect(recordFilter.parse({ within: "", kind: [] })).toEqual({});
  });

  it("reads a box as four numbers", () => {
    expect(recordFilter.parse({ bbox: "97.3,5.6,105.7,20.5" }).bbox).toEqual([97.3, 5.6, 105.7, 20.5]);
  });

  it.each([
    "97,5,105",
    "97,5,105,20,1",
    "105,5,97,20",
    "97,20,105,5",
    "97,,105,20",
    "a,b,c,d",
    "97,5,105,91",
  ])("refuses the box %s", (bbox) => {
    expect(recordFilter.safeParse({ bbox }).success).toBe(false);
  });

  it.each(["1", "100", "10010", "1001011", "1a", "๑๐"])("refuses the code %s", (within) => {
    expect(recordFilter.safeParse({ within }).success).toBe(false);
  });

  it("refuses what it does not take, saying which fields act", () => {
    const plan = register.byId("plan");
    const messages = exportQueryOf(plan, {})
      .safeParse({ kind: "council", witin: "10", state: "done" })
      .error?.issues.map(({ message }) => message.split("\n"));
    expect(messages).toEqual([
      [
        `kind does not act on plans; plans take ${Object.keys(filterFieldsOf(plan)).join(", ")}`,
        "no such field here",
      ],
    ]);
  });

  it("has no field that acts on nothing", () => {
    const acting = new Set<string>(Object.values(fieldsOf).flat());
    expect(Object.keys(filterFields).filter((field) => !acting.has(field))).toEqual([]);
  });
});
