import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chooseSource } from "./ensure-boundaries.ts";
import { findFile, getFile, readNamedFile } from "./find-file.ts";
import { smallSource } from "./small-country.fixture.ts";
import { getSource } from "./sources.ts";

const content = "the boundaries";
const sha256 = createHash("sha256").update(content).digest("hex");

let server: Server;
let answer: { status: number; body: string | null };
let requests: number;
let folder: string;
let cacheDir: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "geo-data-"));
  cacheDir = mkdtempSync(join(tmpdir(), "geo-cache-"));
  answer = { status: 200, body: content };
  requests = 0;
  server = createServer((_, response) => {
    requests++;
    response.writeHead(answer.status);
    // a null body: an answer that begins and never comes
    if (answer.body === null) response.flushHeaders();
    else response.end(answer.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const source = () => ({
  ...smallSource,
  sha256,
  bytes: content.length,
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/small.geojson`,
});

describe("getFile", () => {
  it("finds the file in GEO_DATA_DIR by its hash, whatever its name", async () => {
    writeFileSync(join(folder, "renamed.bin"), content);
    writeFileSync(join(folder, "small.geojson"), "other contents!!".slice(0, content.length));
    const file = await getFile(source(), { geoDataDir: folder, cacheDir });
    expect(file).toEqual({ path: join(folder, "renamed.bin"), sha256 });
    expect(requests).toBe(0);
  });

  it("downloads into the cache, once", async () => {
    const lines: string[] = [];
    const file = await getFile(source(), { cacheDir, onProgress: (line) => lines.push(line) });
    expect(readFileSync(file.path, "utf8")).toBe(content);
    expect(lines[0]).toContain("downloading small.geojson");
    await getFile(source(), { cacheDir });
    expect(requests).toBe(1);
  });

  it("refuses a download with another hash, and leaves nothing behind", async () => {
    answer.body = "something else";
    await expect(getFile(source(), { cacheDir })).rejects.toThrow(/its sha256 is [0-9a-f]{64}, declared is/);
    expect(readdirSync(cacheDir)).toEqual([]);
  });

  it("says what the server answered and what to do next", async () => {
    answer.status = 404;
    await expect(getFile(source(), { cacheDir })).rejects.toThrow(/answered 404[\s\S]*Next: .*GEO_DATA_DIR/);
  });

  it("gives up when nothing comes", async () => {
    answer.body = null;
    await expect(getFile(source(), { cacheDir, timeoutMs: 200 })).rejects.toThrow(
      "nothing came from 127.0.0.1",
    );
    expect(existsSync(join(cacheDir, "small.geojson"))).toBe(false);
  });

  it("wants the file of codab-full named, since its hash is not known", async () => {
    await expect(getFile(getSource("codab-full"), { cacheDir })).rejects.toThrow(
      /no known sha256[\s\S]*npm run geo:load -- codab-full path\/to\/tha_adm_rtsd_itos_20210121_shp\.zip/,
    );
  });
});

describe("findFile", () => {
  it("refuses a named file that is another than declared", async () => {
    const path = join(folder, "wrong.geojson");
    writeFileSync(path, "wrong");
    await expect(findFile(source(), { path })).rejects.toThrow(
      "wrong.geojson is not the file of source small-country",
    );
  });

  it("says when the named file is not there", async () => {
    await expect(findFile(source(), { path: join(folder, "none") })).rejects.toThrow("There is no file");
  });
});

describe("readNamedFile", () => {
  it.each([
    ["zip", /^large\.zip has 3\.0 GB, and no more than 537 MB are read\.\nNext: keep the columns/],
    ["json", /^large\.json has 3\.0 GB, and no more than 268 MB are read\.\nNext: write six decimals/],
    ["csv", /^large\.csv has 3\.0 GB, and no more than 34 MB are read\.\nNext: take out/],
  ] as const)("refuses a %s that is too large, before it reads it", async (kind, message) => {
    const path = join(folder, `large.${kind}`);
    writeFileSync(path, "");
    truncateSync(path, 3e9);
    expect(() => readNamedFile(path, kind)).toThrow(message);
    await expect(findFile({ ...source(), sha256: null }, { path })).rejects.toThrow(/ has 3\.0 GB/);
  });
});

describe("chooseSource", () => {
  const standIn = getSource("stand-in");

  it("takes the finest at hand before anything it would have to download", async () => {
    writeFileSync(join(folder, "file"), content);
    const fine = { ...source(), id: "fine", fineness: 2 };
    const finest = {
      ...source(),
      id: "finest",
      fineness: 3,
      sha256: "0".repeat(64),
      download_on_first_start: true,
    };
    const chosen = await chooseSource({ geoDataDir: folder, cacheDir, sources: [finest, fine, standIn] });
    expect(chosen.source.id).toBe("fine");
    expect(requests).toBe(0);
  });

  it("downloads when nothing is at hand", async () => {
    const sources = [{ ...source(), download_on_first_start: true }, standIn];
    expect((await chooseSource({ cacheDir, sources })).source.id).toBe("small-country");
  });

  it("falls back to the stand-in and says why", async () => {
    answer.status = 503;
    const sources = [{ ...source(), download_on_first_start: true }, standIn];
    const chosen = await chooseSource({ geoDataDir: folder, cacheDir, sources });
    expect(chosen.source.id).toBe("stand-in");
    expect(chosen.insteadOf).toContain(folder);
    expect(chosen.insteadOf).toContain("answered 503");
  });
});
