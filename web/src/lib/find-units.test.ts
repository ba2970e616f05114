import type { PlaceRef } from "@phuenthi/server/contract/vocabulary";
import { describe, expect, it } from "vitest";
import { findUnits } from "./find-units.ts";

const units: PlaceRef[] = [
  { code: "500101", level: "tambon", name_th: "ท่าศาลา", name_en: "Tha Sala" },
  { code: "500108", level: "tambon", name_th: "สุเทพ", name_en: "Suthep" },
  { code: "530401", level: "tambon", name_th: "น้ำปาดใต้", name_en: "Nam Pat Tai" },
  { code: "530402", level: "tambon", name_th: "น้ำปาด", name_en: "Nam Pat" },
  {
    code: "L5099",
    level: "local_authority",
    kind: "city_municipality",
    name_th: "เชียงใหม่",
    name_en: "Chiang Mai",
  },
];
const found = (typed: string) => findUnits(units, typed, []).map(({ code }) => code);

describe("findUnits", () => {
  it("finds the closest first, however it is typed", () => {
    expect(found("นํ้าปาด")).toEqual(["530402", "530401"]);
    expect(found("ต.สุเทพ")).toEqual(["500108"]);
    expect(found("TH 50 01")).toEqual(["500101", "500108"]);
    expect(found("ทน.เชียงใหม่")).toEqual(["L5099"]);
  });
  it("leaves tone marks out only when nothing is found with them", () => {
    expect(found("ทาศาลา")).toEqual(["500101"]);
    expect(found("ปาด")).toEqual(["530401", "530402"]);
  });
  it("is the whole list when nothing is typed, and empty when nothing matches", () => {
    expect(found(" ")).toHaveLength(units.length);
    expect(found("กขค")).toEqual([]);
  });
});
