import type { Problem } from "@phuenthi/server/contract/problems";
import { describe, expect, it } from "vitest";
import en from "../../i18n/en.json";
import th from "../../i18n/th.json";
import { reasonOf } from "./away-reason.ts";

const toldOf = (code: string) => reasonOf({ problem: { code } as Problem });

describe("why something cannot be answered just now", () => {
  it("is that the server does not answer only where nothing has", () => {
    expect(reasonOf({ problem: null })).toBe("server");
    expect(toldOf("database-unavailable")).toBe("database");
    for (const code of ["busy", "asked-too-much"]) expect(toldOf(code), code).toBe("busy");
    for (const code of ["took-too-long", "no-room", "no-room-for-file", "boundaries-missing", "internal"])
      expect(toldOf(code), code).toBe("other");
  });

  it("has words in both languages", () => {
    for (const reason of ["database", "busy", "server", "other"])
      for (const words of [th, en]) expect(words).toHaveProperty([`away.${reason}`]);
  });
});
