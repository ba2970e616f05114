import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";

afterEach(() => vi.unstubAllEnvs());

describe("provideEditKey", () => {
  it("makes a key once, in a file that its owner alone reads, and none for a database of somebody else's", async () => {
    const folder = mkdtempSync(join(tmpdir(), "phuenthi-key-"));
    vi.stubEnv("PHUENTHI_DATA_DIR", folder);
    vi.stubEnv("EDIT_KEY", "");
    vi.resetModules(); // the folder is read when the module is
    const { provideEditKey } = await import("./edit-key.mjs");
    expect(provideEditKey({ isPrivate: false })).toBeNull();
    const file = provideEditKey({ isPrivate: true });
    expect(file).toBe(join(folder, "edit-key"));
    expect(statSync(String(file)).mode & 0o777).toBe(0o600);
    const { EDIT_KEY } = process.env;
    expect(EDIT_KEY).toMatch(/^[0-9a-f]{48}$/);
    vi.stubEnv("EDIT_KEY", "");
    provideEditKey({ isPrivate: true });
    expect(process.env.EDIT_KEY).toBe(EDIT_KEY);
    rmSync(folder, { recursive: true });
  });
});
