import type { Db } from "../db.ts";
import { ProblemError } from "../problems.ts";
import { sql } from "../sql.ts";

export type CurrentBoundary = {
  id: string;
  attribution: string;
  /** west, south, east, north in degrees */
  bounds: [number, number, number, number];
  sample: boolean;
};

/** The boundary version in force. @throws ProblemError boundaries-missing until one is loaded */
export async function getCurrentBoundary(db: Db): Promise<CurrentBoundary> {
  const boundary = await db.maybeOne<CurrentBoundary>(sql`
    select boundary_version.id, source.attribution, boundary_version.is_sample as sample,
      (select json_build_array(min(bbox[1]), min(bbox[2]), max(bbox[3]), max(bbox[4]))
       from area_shape where boundary_version_id = boundary_version.id and level = 'province') as bounds
    from boundary_version join source on source.id = boundary_version.source_id
    where is_current`);
  if (!boundary) throw new ProblemError("boundaries-missing");
  return boundary;
}
