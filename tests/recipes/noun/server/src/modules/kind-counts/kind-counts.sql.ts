import type { Db } from "../../db.ts";
import { sql } from "../../sql.ts";
import type { KindCounts } from "./kind-counts.schema.ts";

export const listKindCounts = (db: Db, code: string): Promise<KindCounts> =>
  db.many(sql`
    select kind, count(*)::integer as count from in_force.organization
    where area_code = any (api.codes_within(array[${code}]))
    group by kind order by count desc, kind`);
