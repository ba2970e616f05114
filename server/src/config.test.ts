import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";

describe("readConfig", () => {
  it("steps down to phuenthi_api when it has the owner's login only", () => {
    const { databaseUrl } = readConfig({
      DATABASE_URL: "postgres://owner:x@db:5432/phuenthi?sslmode=require",
    });
    const url = new URL(databaseUrl);
    expect(url.searchParams.get("options")).toBe("-c jit=off -c role=phuenthi_api");
    expect(url.searchParams.get("sslmode")).toBe("require");
  });

  it("uses the serving role's own login as it is", () => {
    const api = "postgres://phuenthi_api:y@db:5432/phuenthi";
    const { databaseUrl } = readConfig({ DATABASE_URL: "postgres://owner:x@db/p", API_DATABASE_URL: api });
    expect(new URL(databaseUrl).username).toBe("phuenthi_api");
    expect(databaseUrl).not.toContain("role");
  });

  it("names every variable that is wrong", () => {
    expect(() => readConfig({ PORT: "99999" })).toThrow(/DATABASE_URL: .*\nPORT: /);
  });
});
