// What `npm test` tells the tests: one database and one running app for each vitest worker, so that files never disturb each
// other.
const worker = process.env.VITEST_POOL_ID ?? "1";

export function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(
    `${name} is not set: npm run test:server and test:e2e make what these tests need (one file: npm run test:server -- tests/db/x.test.ts).`,
  );
}

export const ofWorker = (name: string) => fromEnvironment(`${name}_${worker}`);
