import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";

describe("readConfig", () => {
  it("steps down to phuenthi_api when it has the owner's login only", () => {
    const { databaseUrl } = readConfig({
      DATABASE_URL: "postgres://owner:x@db:5432/phuenthi?sslmode=require",
    });
    const url = new URL(databaseUrl);
    expect(url.searchParams.get("options")).toBe("-c role=phuenthi_api -c statement_timeout=10s -c jit=off");
    expect(url.searchParams.get("sslmode")).toBe("require");
  });

  it("uses the serving role's own login as it is", () => {
    const api = "postgres://phuenthi_api:y@db:5432/phuenthi";
    const { databaseUrl } = readConfig({ DATABASE_URL: "postgres://owner:x@db/p", API_DATABASE_URL: api });
    expect(databaseUrl).toBe(api);
  });

  it("listens where it asks, unless that is a pooler and the primary is named beside it", () => {
    const env = {
      DATABASE_URL: "postgres://owner:x@db/p",
      API_DATABASE_URL: "postgres://phuenthi_api:y@pooler/p",
    };
    const primary = "postgres://phuenthi_api:y@primary/p";
    expect(readConfig(env).listenUrl).toBe(env.API_DATABASE_URL);
    expect(readConfig({ ...env, LISTEN_DATABASE_URL: "" }).listenUrl).toBe(env.API_DATABASE_URL);
    expect(readConfig({ ...env, LISTEN_DATABASE_URL: primary })).toMatchObject({
      databaseUrl: env.API_DATABASE_URL,
      listenUrl: primary,
    });
  });

  it.each([
    ["https://map.example.org", "https://map.example.org"],
    ["https://Example.org/phuenthi/", "https://example.org/phuenthi"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080"],
  ])("takes %s as the public address", (given, kept) => {
    expect(readConfig({ DATABASE_URL: "postgres://o:x@db/p", PUBLIC_URL: given }).publicUrl).toBe(kept);
  });

  it.each([
    "example.org",
    "ftp://example.org",
    "https://example.org/?a=1",
    "https://me:secret@example.org",
    "https://example.org/a b",
    'https://example.org/"x',
    "https://example.org//x",
    "https://example.org/api/v1",
  ])("refuses %j as the public address", (given) => {
    expect(() => readConfig({ DATABASE_URL: "postgres://o:x@db/p", PUBLIC_URL: given })).toThrow(
      /^PUBLIC_URL: /,
    );
  });

  it("takes nothing for none: docker compose has no other way", () => {
    expect(readConfig({ DATABASE_URL: "postgres://o:x@db/p", PUBLIC_URL: "" }).publicUrl).toBeNull();
  });

  it("takes a key that cannot be guessed, or none", () => {
    const keyOf = (EDIT_KEY: string) => readConfig({ DATABASE_URL: "postgres://o:x@db/p", EDIT_KEY }).editKey;
    expect(keyOf("")).toBeNull();
    expect(keyOf("6d1f0c2b9a8e7f65d4c3b2a1")).toBe("6d1f0c2b9a8e7f65d4c3b2a1");
    for (const key of ["too short", "a".repeat(48), "1234".repeat(8)])
      expect(() => keyOf(key)).toThrow(/^EDIT_KEY: /);
  });

  it("names every variable that is wrong", () => {
    expect(() => readConfig({ PORT: "99999" })).toThrow(/DATABASE_URL: .*\nPORT: /);
  });
});
