// A copy of the project to try changes in: its sources, this machine's dependencies, and the workspaces as its own.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");
const WORKSPACES = ["server", "web", "db", "geo-data"];
const COPIED = [
  ...WORKSPACES,
  "scripts",
  "tests",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.base.json",
  "vitest.config.ts",
];
const LEFT_OUT = new Set(["node_modules", "dist"]);
const run = promisify(execFile);

export type ScratchCopy = {
  folder: string;
  /** a program of Node's: the path of its file, from the copy's root */
  node: (args: string[], options?: { cwd?: string; env?: NodeJS.ProcessEnv }) => Promise<void>;
  remove: () => void;
};

export function makeScratchCopy(): ScratchCopy {
  const folder = mkdtempSync(join(tmpdir(), "phuenthi-copy-"));
  for (const name of COPIED) {
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) =>
        !relative(root, path)
          .split("/")
          .some((part) => LEFT_OUT.has(part)),
    });
  }
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, "@phuenthi"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (name !== "@phuenthi") symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  for (const name of WORKSPACES) symlinkSync(join(folder, name), join(modules, "@phuenthi", name));
  return {
    folder,
    node: async (args, { cwd = folder, env = {} } = {}) => {
      try {
        await run(process.execPath, args, { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 26 });
      } catch (error) {
        const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
        throw new Error(`${args.join(" ")} failed:\n${stdout.slice(-4000)}${stderr.slice(-4000)}`);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
