import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { lookupsFolder, standInFolder } from "../folders.ts";
import { allFromTambon, type Reader } from "../reader.ts";

/** Makes the stand-in geography anew; imported when needed, since nothing else wants its packages. */
export const read: Reader = async ({ onProgress }) => {
  const { buildStandIn } = await import("../../stand-in/build-stand-in.ts");
  const collection = await buildStandIn({
    onProgress: (fraction, note) => onProgress?.(`${Math.round(fraction * 100)} %: ${note}`),
  });
  return allFromTambon(
    collection.features.map(({ properties, geometry }) => ({ properties: { ...properties }, geometry })),
  );
};

/** What stands for a file's sha256: the stand-in is the same as long as what makes it is the same. */
export function standInSha256(): string {
  const hash = createHash("sha256");
  const made = readdirSync(standInFolder)
    .sort()
    // tests and pages beside the code do not change what it makes
    .filter((name) => /\.(ts|csv|json|topojson)$/.test(name) && !name.endsWith(".test.ts"))
    .map((name) => join(standInFolder, name));
  // package.json pins the packages that the names and outlines come from
  for (const path of [
    ...made,
    join(lookupsFolder, "stand-in-names.csv"),
    join(standInFolder, "../package.json"),
  ]) {
    hash.update(basename(path)).update(readFileSync(path));
  }
  return hash.digest("hex");
}
