// The target that an indicator's file declares, as a version of that target.
import type { IndicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type pg from "pg";

/**
 * An edited figure becomes a new version, for the country alone: shares of another whole would not add up to it.
 * What planners have set since stays in force until the file itself says something new.
 */
export async function declareTarget(
  client: pg.Client,
  indicator: string,
  { owner, value, fiscal_year, denominator, source }: NonNullable<IndicatorDeclaration["target"]>,
): Promise<void> {
  await client.query(
    `with
     declared as (
       select value, fiscal_year, denominator_id
       from target_version join target_value on target_version_id = target_version.id and place_code = 'TH'
       where indicator_id = $1 and action = 'declared'
       order by version desc limit 1
     ),
     made as (
       insert into target_version (indicator_id, version, action, owner, denominator_id, source_id)
       select $1, coalesce(max(version), 0) + 1, 'declared', $2, $5, $6
       from target_version where indicator_id = $1
       having not exists (select from declared
         where value = $3 and fiscal_year = $4 and denominator_id is not distinct from $5)
       returning id
     )
     insert into target_value (target_version_id, fiscal_year, value) select id, $4::integer, $3::numeric from made`,
    [indicator, owner, value, fiscal_year, denominator, source],
  );
}
