import type { Db } from "../db.ts";
import { sql } from "../sql.ts";

/** So many places are named by a file; of more their codes say which. */
const FEW = 3;

/** Thai names of a few places, in the order of their codes; none of many. */
export async function listFewNames(db: Db, codes: readonly string[] = []): Promise<string[]> {
  if (codes.length === 0 || codes.length > FEW) return [];
  const rows = await db.many<{ name: string }>(sql`
    select api.place_ref(code) ->> 'name_th' as name from unnest(${[...codes]}::text[]) with ordinality listed (code, at) order by at`);
  return rows.map(({ name }) => name);
}
