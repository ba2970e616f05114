// Lists whose licence allows use and not handing on. What a page shows of them (a look-up, a name, the areas of one
// place) stays; a list or a file of them is refused, unless the operator has the right and says so.
import type { Db } from "../db.ts";
import { ProblemError } from "../problems.ts";
import { sql } from "../sql.ts";

/** Ids of the sources of local authorities that are not handed on. @param allowed those that the operator has the right to */
export async function listClosedSources(db: Db, allowed: readonly string[]): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    select id from source
    where not is_redistributable and id <> all (${allowed}::text[])
      and exists (select from local_authority where source_id = source.id)
    order by id`);
  return rows.map(({ id }) => id);
}

/** Whether files may name local authorities, beside their codes. */
export const mayNameAuthorities = async (db: Db, allowed: readonly string[]) =>
  (await listClosedSources(db, allowed)).length === 0;

/** @throws ProblemError source-not-redistributable, saying what is to be had instead */
export async function checkAuthoritiesAreOpen(db: Db, allowed: readonly string[]): Promise<void> {
  const closed = await listClosedSources(db, allowed);
  if (closed.length === 0) return;
  throw new ProblemError("source-not-redistributable", {
    detail:
      `the list of local authorities (${closed.join(", ")}) has no licence that allows it to be handed on. ` +
      "Without one: /api/local-authorities?q=… finds by name, /api/local-authorities/L1001 and /api/areas/100101 say " +
      "which tambon is whose, and /api/coverage/… has figures by local authority. An operator who has the right starts " +
      `the server with REDISTRIBUTE_SOURCES=${closed.join(",")}`,
  });
}

/** Of a search by name in a list that may not be handed on. */
const FOUND_WHILE_CLOSED = 20;

/**
 * How much of a list with local authorities in it may be given: all, or the first finds of a search by name.
 * @returns isWhole: the list may be gone through page by page
 * @throws ProblemError source-not-redistributable
 */
export async function pageOfAuthorities(
  db: Db,
  allowed: readonly string[],
  { q, cursor, limit }: { q?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ limit: number; isWhole: boolean }> {
  const isSearch = Boolean(q) && cursor === undefined;
  if (!isSearch) await checkAuthoritiesAreOpen(db, allowed);
  if (!isSearch || (await listClosedSources(db, allowed)).length === 0) return { limit, isWhole: true };
  return { limit: Math.min(limit, FOUND_WHILE_CLOSED), isWhole: false };
}
