import { describe, expect, it } from "vitest";
import { lockFileOffences } from "./lock-file.ts";

const GOOD = { version: "1.0.0", integrity: "sha512-abc", license: "MIT" };
const offences = (entry: object, path = "node_modules/a") =>
  lockFileOffences({ packages: { "": {}, [path]: { ...GOOD, ...entry } } });

describe("the check of the lock file", () => {
  it.each([
    {},
    { license: "(MIT OR GPL-3.0)" },
    { license: "MPL-2.0", dev: true },
    { resolved: "https://registry.npmjs.org/a/-/a-1.0.0.tgz" },
    { link: true, integrity: undefined, license: undefined },
  ])("lets %j be", (entry) => {
    expect(offences(entry)).toEqual([]);
  });

  it.each([
    [{ integrity: undefined }, /no integrity/],
    [{ integrity: "sha1-abc" }, /no integrity/],
    [{ resolved: "git+ssh://git@github.com/a/a.git#1234" }, /comes from git/],
    [{ resolved: "http://registry.npmjs.org/a/-/a-1.0.0.tgz" }, /comes from http:/],
    [{ license: "MPL-2.0" }, /is under MPL-2.0/],
    [{ license: "GPL-3.0", dev: true }, /is under GPL-3.0/],
    [{ license: "MIT AND GPL-3.0" }, /is under MIT AND/],
    [{ license: undefined }, /no licence/],
    [{ hasInstallScript: true }, /runs a program/],
    [{ optionalDependencies: { "a-for-beos": "1.0.0" } }, /a-for-beos@1.0.0, wanted by/],
  ])("names what is wrong with %j", (entry, said) => {
    expect(offences(entry)).toEqual([expect.stringMatching(said)]);
    // one package within another is no other thing
    expect(offences(entry, "node_modules/b/node_modules/a")).toEqual([expect.stringMatching(said)]);
  });
});
