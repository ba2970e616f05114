import type { Nickname } from "@phuenthi/server/contract/places";
import { describe, expect, it } from "vitest";
import { foldText } from "./fold-text.ts";
import { rankPlace, readPlaceQuery } from "./place-query.ts";

const nicknames: Nickname[] = [
  { name: "โคราช", stands_for: "นครราชสีมา", use: "anywhere" },
  { name: "กทม.", stands_for: "กรุงเทพมหานคร", use: "anywhere" },
  { name: "ปากน้ำ", stands_for: "สมุทรปราการ", use: "alone" },
];
const place = (code: string, keys: string[], above: string[] = []) => ({
  code,
  keys: keys.map(foldText),
  above: above.map(foldText),
});
const rank = (typed: string, searched: ReturnType<typeof place>) => {
  const query = readPlaceQuery(typed, nicknames);
  return query && rankPlace(query, searched);
};
const bangRak = place("100402", ["บางรัก", "Bang Rak"], ["บางรัก", "Bang Rak", "กรุงเทพมหานคร", "Bangkok"]);

describe("rankPlace", () => {
  it.each([
    "บางรัก",
    "ต.บางรัก",
    "ตบางรัก",
    "แขวงบางรัก",
    "แขวง บางรัก",
    "ต บางรัก",
    "บางรัก กทม",
    "บางรัก กทม.",
    "บาง​รัก",
    "bang rak",
    "BANGRAK bangkok",
    "khwaeng Bang Rak",
    "ต.บางรัก เขต บางรัก",
    "100402",
    "TH 10 04 02",
    "๑๐๐๔๐๒",
  ])("finds it exactly by %j", (typed) => {
    expect(rank(typed, bangRak)).toBe(0);
  });
  it("ranks the exact name before its beginning before what has it inside", () => {
    expect(rank("บาง", bangRak)).toBe(1);
    expect(rank("รัก", bangRak)).toBe(2);
    expect(rank("1004", bangRak)).toBe(1);
    expect(rank("สีลม", bangRak)).toBeNull();
  });
  it("does not find it by what it lies in alone, nor by another level", () => {
    expect(rank("กรุงเทพมหานคร", bangRak)).toBeNull();
    expect(rank("จ.บางรัก", bangRak)).toBeNull();
    expect(rank("บางรัก ภูเก็ต", bangRak)).toBeNull();
  });
  it("knows what people call places", () => {
    const korat = place("30", ["นครราชสีมา"]);
    const samutPrakan = place("11", ["สมุทรปราการ"]);
    expect([rank("โคราช", korat), rank("จ.โคราช", korat)]).toEqual([0, 0]);
    expect(rank("เมืองโคราช", place("3001", ["เมืองนครราชสีมา"]))).toBe(0);
    expect([rank("ปากน้ำ", samutPrakan), rank("ปากน้ำโพ", samutPrakan)]).toEqual([0, null]);
  });
  it("forgives how Thai marks are typed, and keeps tone marks apart", () => {
    expect(rank("นํ้าปาด", place("5304", ["น้ำปาด"]))).toBe(0);
    expect(rank("ท่ีวัง", place("800909", ["ที่วัง"]))).toBe(0);
    expect(rank("สุไหงโกลก", place("9610", ["สุไหงโก-ลก"]))).toBe(0);
    expect(rank("ขาว", place("1", ["ข้าว"]))).toBeNull();
  });
  it("finds regions and local authorities by their prefixes", () => {
    expect(rank("ภาคเหนือ", place("R1", ["เหนือ", "North"]))).toBe(0);
    const pao = place("L50", ["อบจ.เชียงใหม่", "เชียงใหม่"]);
    expect(rank("องค์การบริหารส่วนจังหวัด เชียงใหม่", pao)).toBe(0);
    expect(rank("ทน.เชียงใหม่", place("L5099", ["เทศบาลนครเชียงใหม่", "เชียงใหม่"]))).toBe(0);
    expect(rank("ทน.เชียงใหม่", pao)).toBeNull();
    expect(rank("L50", pao)).toBe(0);
  });
  it("is no query when nothing that counts is typed", () => {
    expect([readPlaceQuery("", []), readPlaceQuery(" .​ฯ", [])]).toEqual([null, null]);
  });
});
