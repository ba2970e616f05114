import { describe, expect, it } from "vitest";
import type { RegisteredArea } from "./authority.ts";
import { makeAuthorities } from "./make-authorities.ts";

/** Two provinces outside Bangkok, and Bangkok, each with four districts of five tambon. */
const AREAS: RegisteredArea[] = ["10", "30", "50"].flatMap((province) => [
  { code: province, level: "province" as const, name_th: "ก", name_en: "a" },
  ...[1, 2, 3, 4].flatMap((district) => [
    { code: `${province}0${district}`, level: "district" as const, name_th: "ข", name_en: "b" },
    ...[1, 2, 3, 4, 5].map((tambon) => ({
      code: `${province}0${district}0${tambon}`,
      level: "tambon" as const,
      name_th: "ค",
      name_en: "c",
    })),
  ]),
]);

describe("makeAuthorities", () => {
  const { authorities, covered, unmatched } = makeAuthorities(AREAS);

  it("leaves no tambon without an authority, and shares each that it does not give whole", () => {
    expect(unmatched).toEqual([]);
    for (const { code } of AREAS.filter(({ level }) => level === "tambon")) {
      const holds = covered.filter(({ area_code }) => area_code === code).map(({ extent }) => extent);
      expect([["whole"], ["part", "part"]]).toContainEqual(holds);
    }
  });

  it("gives every code once", () => {
    expect(new Set(authorities.map(({ code }) => code)).size).toBe(authorities.length);
  });

  it("makes the same every time", () => {
    expect(makeAuthorities(AREAS)).toEqual({ authorities, covered, unmatched });
  });
});
