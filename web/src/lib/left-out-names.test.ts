import type { PlacesIndex } from "@phuenthi/server/contract/places";
import { expect, it } from "vitest";
import { lacksNames, namesFrom } from "./left-out-names.ts";

const index = {
  authorities: { codes: ["L1001", "L1002"], names_th: ["สีลม", "บางรัก"], names_en: ["Si Lom", "Bang Rak"] },
} as PlacesIndex;

it("gives names back by code, keeps those that are there, and falls back on the code", () => {
  const places = [
    { code: "L1002", name_th: null, name_en: null, left: 3 },
    { code: "50", name_th: "เชียงใหม่", name_en: "Chiang Mai", left: 2 },
    { code: "L9", name_th: null, name_en: null, left: 1 },
  ];
  expect(lacksNames(places)).toBe(true);
  const named = namesFrom(index)(places);
  expect(lacksNames(named)).toBe(false);
  expect(named).toEqual([
    { code: "L1002", name_th: "บางรัก", name_en: "Bang Rak", left: 3 },
    places[1],
    { code: "L9", name_th: "L9", name_en: "L9", left: 1 },
  ]);
});
