import { describe, expect, it } from "vitest";
import { localAuthorityName } from "./local-authority-name.ts";

describe("localAuthorityName", () => {
  it.each([
    ["subdistrict_organization", "บางโปรง", "Bang Prong", "อบต.บางโปรง", "Bang Prong TAO"],
    ["city_municipality", "นนทบุรี", "Nonthaburi", "เทศบาลนครนนทบุรี", "Nonthaburi City Municipality"],
    ["bangkok_district", "บางรัก", "Bang Rak", "เขตบางรัก", "Bang Rak District"],
    ["bangkok", "กรุงเทพมหานคร", "Bangkok", "กรุงเทพมหานคร", "Bangkok"],
    ["pattaya", "พัทยา", "Pattaya", "เมืองพัทยา", "Pattaya City"],
  ] as const)("names a %s", (kind, name_th, name_en, th, en) => {
    expect(localAuthorityName({ kind, name_th, name_en }, "th")).toBe(th);
    expect(localAuthorityName({ kind, name_th, name_en }, "en")).toBe(en);
  });
});
