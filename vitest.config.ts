// Three suites. `npm test` brings up what they need; this only says which files belong to which.
//   unit    beside the code, no database and no network
//   server  real SQL and HTTP on a copy of the test database (tests/helpers/database.ts)
//   e2e     the built app in Chromium (tests/helpers/browser.ts)
import { defineConfig } from "vitest/config";

const workers = Number(process.env.TEST_WORKERS ?? 1);

export default defineConfig({
  test: {
    maxWorkers: workers,
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
