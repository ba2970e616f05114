// A copy of the project with one of each recipe of tests/recipes in it, built and served from a database of its own.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { freePort } from "../../scripts/lib/cluster-process.mjs";
import { serverEnvironment } from "../../scripts/lib/serve.mjs";
import { makeOwnDatabase, type OwnDatabase } from "./database.ts";
import { makeScratchCopy, type ScratchCopy } from "./scratch-copy.ts";

export const recipes = join(import.meta.dirname, "../recipes");

/** What a recipe puts into files that are there: the file, what stands before, and the lines. */
export const LINES: Record<string, [file: string, before: string, lines: string][]> = {
  column: [
    [
      "server/src/records/lesson.record.ts",
      "  fields: {\n",
      '    publisher: optional(text("ผู้เผยแพร่", "Publisher", { isSortable: true })),\n',
    ],
  ],
  code: [
    [
      "server/src/records/codes/organization-kind.codes.ts",
      '  { th: "ประเภทองค์กรชุมชน", en: "Kinds of community organizations" },\n  {\n',
      '    school: { th: "โรงเรียนชุมชน", en: "Community school", colors: ["#123456", "#abcdef"] },\n',
    ],
  ],
  noun: [
    ["server/src/app.ts", "      healthRoutes(api, context);\n", "      kindCountRoutes(api, context);\n"],
    [
      "server/src/app.ts",
      'import { localAuthorityRoutes } from "./modules/local-authorities/local-authorities.routes.ts";\n',
      'import { kindCountRoutes } from "./modules/kind-counts/kind-counts.routes.ts";\n',
    ],
    [
      "tests/helpers/addresses.ts",
      '    "/areas/at": "/areas/at?lon=100.5&lat=13.75",\n',
      '    "/kind-counts/{code}": "/kind-counts/50",\n',
    ],
  ],
};

/** Filled by `cook`: whoever looks at it has waited for that. */
export class Cooked {
  copy!: ScratchCopy;
  database!: OwnDatabase;
  base = "";
  private server: ChildProcess | undefined;

  async cook(): Promise<void> {
    this.copy = makeScratchCopy();
    addRecipes(this.copy.folder);
    this.database = await makeOwnDatabase();
    await this.build();
    await this.serve();
  }

  async get(path: string) {
    const answer = await fetch(`${this.base}/api${path}`);
    return { status: answer.status, text: await answer.text() };
  }

  async getJson(path: string) {
    return JSON.parse((await this.get(path)).text);
  }

  async remove(): Promise<void> {
    if (this.server) {
      this.server.kill("SIGTERM");
      await once(this.server, "close");
    }
    await this.database?.drop();
    this.copy?.remove();
  }

  private async build(): Promise<void> {
    const { copy, database } = this;
    await copy.node(["--import", "tsx", "db/cli.ts", "migrate"], {
      env: { DATABASE_URL: database.ownerUrl },
    });
    const vite = join(copy.folder, "node_modules/vite/bin/vite.js");
    for (const part of ["web", "server"]) {
      await copy.node([vite, "build"], { cwd: join(copy.folder, part), env: { NODE_ENV: "production" } });
    }
  }

  private async serve(): Promise<void> {
    const port = await freePort(19_280);
    this.base = `http://127.0.0.1:${port}`;
    this.server = spawn(process.execPath, ["server/dist/server.js"], {
      cwd: this.copy.folder,
      env: serverEnvironment({ host: "127.0.0.1", port, url: this.base }, this.database),
      stdio: "inherit",
    });
    for (let tries = 0; tries < 200; tries += 1) {
      if (
        await fetch(`${this.base}/api/health`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return;
      await sleep(200);
    }
    throw new Error("the copy's server does not answer");
  }
}

/** What is there already is changed by lines alone. */
function addRecipes(folder: string): void {
  for (const recipe of readdirSync(recipes))
    cpSync(join(recipes, recipe), folder, { recursive: true, force: false, errorOnExist: true });
  for (const [file, before, lines] of Object.values(LINES).flat()) {
    const text = readFileSync(join(folder, file), "utf8");
    expect(text.split(before), file).toHaveLength(2);
    writeFileSync(join(folder, file), text.replace(before, before + lines));
  }
}
