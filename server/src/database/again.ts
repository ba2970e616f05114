// A migration makes functions anew while servers ask. A statement that waited for it may have looked up already what is gone by then,
// or be the one that is ended where both wait for each other: nothing of it was done, and asked once more it finds what is new.

const DEADLOCK_DETECTED = "40P01";
const INTERNAL_ERROR = "XX000";
const LOOKED_UP_BEFORE = /^(cache lookup failed|could not open relation with OID|tuple concurrently)/;

const MOST_TIMES = 3;

/** @param work a statement alone, or a transaction from its beginning */
export async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let times = 1; ; times += 1) {
    try {
      return await work();
    } catch (error) {
      if (times === MOST_TIMES || !isOfMigration(error)) throw error;
    }
  }
}

function isOfMigration(error: unknown): boolean {
  if (!(error instanceof Error && "code" in error)) return false;
  const { code, message } = error;
  return code === DEADLOCK_DETECTED || (code === INTERNAL_ERROR && LOOKED_UP_BEFORE.test(message));
}
