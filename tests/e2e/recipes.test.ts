// CONTRIBUTING's recipes, cooked: one of each is added to a copy of the project from the files in tests/recipes, and is everywhere
// that it should be. What a recipe costs is counted here; recipes/ beside this file looks at what came of each, in one copy for all.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Cooked, LINES, recipes } from "../helpers/cooked-recipes.ts";
import { describeAnswers } from "./recipes/answer-recipes.ts";
import { describePage } from "./recipes/page-recipes.ts";
import { describeRecords } from "./recipes/record-recipes.ts";

const cooked = new Cooked();
beforeAll(() => cooked.cook(), 300_000);
afterAll(() => cooked.remove(), 60_000);

const filesOf = (recipe: string) =>
  (existsSync(join(recipes, recipe))
    ? readdirSync(join(recipes, recipe), { recursive: true, withFileTypes: true })
    : []
  )
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(recipes, recipe).length + 1))
    .toSorted();
const isMigration = (file: string) => file.startsWith("db/migrations/");

describe("a recipe", () => {
  const costs: [recipe: string, migrations: number, files: number, lines: number][] = [
    ["indicator", 0, 2, 0],
    ["layer", 0, 2, 0],
    ["kind", 1, 2, 0],
    ["column", 1, 0, 1],
    ["code", 0, 0, 1],
    ["format", 0, 1, 0],
    ["noun", 0, 3, 3],
    ["source", 0, 1, 0],
    ["page", 0, 2, 0],
  ];
  it.each(costs)(
    "%s costs %i migrations, %i files and %i lines in files that are there",
    (recipe, migrations, others, lines) => {
      const files = filesOf(recipe);
      expect(files.filter(isMigration)).toHaveLength(migrations);
      expect(files.filter((file) => !isMigration(file))).toHaveLength(others);
      const put = (LINES[recipe] ?? []).map((one) => one[2]).join("");
      expect(put.split("\n").length - 1).toBe(lines);
      for (const file of files) expect(existsSync(join(cooked.copy.folder, file)), file).toBe(true);
    },
  );

  it("is counted, each of them", () => {
    const all = new Set([...readdirSync(recipes), ...Object.keys(LINES)]);
    expect(costs.map(([recipe]) => recipe).toSorted()).toEqual([...all].toSorted());
  });

  it("page costs one folder", () => {
    expect(new Set(filesOf("page").map((file) => file.split("/").slice(0, -1).join("/")))).toEqual(
      new Set(["web/src/pages/guide"]),
    );
  });

  it("keeps to the types and the layout of the project", async () => {
    const tsc = join(cooked.copy.folder, "node_modules/typescript/bin/tsc");
    for (const project of ["tsconfig.json", "web/tsconfig.json"])
      await cooked.copy.node([tsc, "--noEmit", "-p", project]);
    await cooked.copy.node(["--import", "tsx", "scripts/check/structure.ts"]);
  });

  it("passes the tests that walk over every kind and every address, before it has a record", async () => {
    const vitest = join(cooked.copy.folder, "node_modules/vitest/vitest.mjs");
    const files = ["catalogue", "conditional", "kinds"].map((name) => `tests/server/${name}.test.ts`);
    // of the kinds themselves the new one: the others are as they were
    const ofKind = "markets|every address|catalogue";
    await cooked.copy.node([vitest, "run", "--project", "server", ...files, "-t", ofKind], {
      env: {
        TEST_WORKERS: "1",
        TEST_DATABASE_URL_1: cooked.database.ownerUrl,
        TEST_API_DATABASE_URL_1: cooked.database.apiUrl,
      },
    });
  });
});

describeRecords(cooked);
describePage(cooked);
describeAnswers(cooked);
