// Three suites. `npm test` brings up what they need; this only says which files belong to which.
//   unit    beside the code, no database and no network
//   server  real SQL and HTTP on a copy of the test database (tests/helpers/database.ts)
//   e2e     the built app in Chromium (tests/helpers/browser.ts)
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const workers = Number(process.env.TEST_WORKERS ?? 1);

/** They take minutes, and are small: taken by size, as files are, they would come last, and one worker would wait for the other. */
const FIRST = [
  "tests/e2e/accessibility.test.ts",
  "tests/geo-data/sample.test.ts",
  "tests/db/achievements.test.ts",
];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => FIRST.some((file) => moduleId.endsWith(file));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    maxWorkers: workers,
    sequence: { sequencer: LongFirst },
    // a stuck connection must not keep the run from ending
    teardownTimeout: 10_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{server,web}/src/**/*.test.{ts,tsx}", "{db,geo-data,scripts}/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["tests/{server,db,geo-data,scripts}/**/*.test.ts"],
          // the end of what hangs, far beyond what takes long on a busy machine
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // a page on a busy machine answers when it can: a look is repeated this long (ms)
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
