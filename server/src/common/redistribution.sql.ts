// Lists whose licence allows use and not handing on. What a page shows of them (a look-up, a name, the areas of one
// place) stays; a list or a file of them is refused or left without names, unless the operator has the right and says so.
import type { Db } from "../db.ts";
import { ProblemError } from "../problems.ts";
import { sql } from "../sql.ts";

/** Local authorities that one answer may name while their list is closed: of a search the first finds. */
const NAMED_WHILE_CLOSED = 20;

/** Ids of the sources of local authorities that are not handed on. @param allowed those that the operator has the right to */
export async function listClosedSources(db: Db, allowed: readonly string[]): Promise<string[]> {
  const rows = await db.many<{ id: string }>(sql`
    select id from source
    where not is_redistributable and id <> all (${allowed}::text[])
      and exists (select from local_authority where source_id = source.id)
    order by id`);
  return rows.map(({ id }) => id);
}

/** Whether local authorities may be named however many there are, and in files. */
export const mayNameAuthorities = async (db: Db, allowed: readonly string[]) =>
  (await listClosedSources(db, allowed)).length === 0;

type NamedPlace = { code: string; name_th: string | null; name_en: string | null };

/**
 * Takes the names off the local authorities of an answer that has more of them than may be named; codes stay.
 * @param places all that the answer names, at once
 * @param more what else goes with the names
 */
export async function leaveOutManyNames<Place extends NamedPlace>(
  db: Db,
  allowed: readonly string[],
  places: readonly Place[],
  more: (place: Place) => void = () => {},
): Promise<void> {
  const authorities = places.filter(({ code }) => code.startsWith("L"));
  if (authorities.length <= NAMED_WHILE_CLOSED || (await mayNameAuthorities(db, allowed))) return;
  for (const authority of authorities) {
    authority.name_th = null;
    authority.name_en = null;
    more(authority);
  }
}

/**
 * The same of an answer that is JSON text: as it is, but where it says more codes of local authorities than may be named.
 * @param placesOf all that the answer names, at once
 */
export async function withoutManyNames<Answer>(
  db: Db,
  allowed: readonly string[],
  json: string,
  placesOf: (answer: Answer) => readonly NamedPlace[],
): Promise<string> {
  const codes = json.match(/"code"\s*:\s*"L/g) ?? [];
  if (codes.length <= NAMED_WHILE_CLOSED || (await mayNameAuthorities(db, allowed))) return json;
  const answer = JSON.parse(json) as Answer;
  await leaveOutManyNames(db, allowed, placesOf(answer));
  return JSON.stringify(answer);
}

/** @throws ProblemError source-not-redistributable, saying what is to be had instead */
export async function checkAuthoritiesAreOpen(db: Db, allowed: readonly string[]): Promise<void> {
  const closed = await listClosedSources(db, allowed);
  if (closed.length === 0) return;
  throw new ProblemError("source-not-redistributable", {
    detail:
      `the list of local authorities (${closed.join(", ")}) has no licence that allows it to be handed on. ` +
      "Without one: /api/local-authorities?q=… finds by name, /api/local-authorities/L1001 and /api/areas/100101 say " +
      "which tambon is whose, /api/coverage/… has figures by local authority, /api/export/areas.geojson?level=region has the " +
      `regions with their provinces. An operator who has the right starts the server with REDISTRIBUTE_SOURCES=${closed.join(",")}`,
  });
}

/** A letter that no folding takes off: who has one has typed a name. */
const LETTER = /[a-z0-9ก-ฮ]/i;

/** Whether anything is left of a name that is searched for: a space that does not show is no name. */
export async function isName(db: Db, q: string | undefined): Promise<boolean> {
  if (!q) return false;
  if (LETTER.test(q)) return true;
  return (await db.one<{ is_name: boolean }>(sql`select api.fold_text(${q}) <> '' as is_name`)).is_name;
}

/**
 * How much of a list with local authorities in it may be given: all, or the first finds of a search by name.
 * @param mayName mayNameAuthorities
 * @returns isWhole: the list may be gone through page by page
 * @throws ProblemError source-not-redistributable
 */
export async function pageOfAuthorities(
  db: Db,
  allowed: readonly string[],
  mayName: boolean,
  { q, cursor, limit }: { q?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ limit: number; isWhole: boolean }> {
  if (mayName) return { limit, isWhole: true };
  if (cursor !== undefined || !(await isName(db, q))) await checkAuthoritiesAreOpen(db, allowed);
  return { limit: Math.min(limit, NAMED_WHILE_CLOSED), isWhole: false };
}
