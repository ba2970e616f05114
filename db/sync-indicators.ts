// The table `indicator` follows the files in indicators/.
import { type IndicatorDeclaration, indicatorDeclaration } from "@phuenthi/server/contract/indicators";
import type pg from "pg";
import { checkIndicators } from "./check-indicators.ts";
import { declareTarget } from "./declared-target.ts";
import { MigrationError } from "./migration-error.ts";
import { sqlFiles } from "./sql-files.ts";

/** @throws MigrationError naming the file whose declaration is none */
export function readDeclarations(): IndicatorDeclaration[] {
  const declarations = sqlFiles("indicators", ".json").map((file) => {
    const parsed = indicatorDeclaration.safeParse(JSON.parse(file.text));
    if (!parsed.success) {
      const what = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
      throw new MigrationError(`db/${file.path}: ${what}`);
    }
    if (file.path !== `indicators/${parsed.data.id}.json`) {
      throw new MigrationError(`db/${file.path}: its id is ${parsed.data.id}; file name and id must agree.`);
    }
    return parsed.data;
  });
  try {
    checkIndicators(declarations);
  } catch (cause) {
    throw new MigrationError(`db/indicators: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  return declarations;
}

/** Rows of `indicator` and the declared target follow the files. */
export async function syncIndicators(client: pg.Client, declarations: IndicatorDeclaration[]): Promise<void> {
  for (const declaration of declarations) {
    await client.query(
      `insert into indicator (id, declaration) values ($1, $2)
       on conflict (id) do update set declaration = excluded.declaration`,
      [declaration.id, JSON.stringify(declaration)],
    );
    if (declaration.target) await declareTarget(client, declaration.id, declaration.target);
  }
  const kept = declarations.map((declaration) => declaration.id);
  await client.query("delete from achievement where not indicator_id = any ($1)", [kept]);
  await client.query("delete from target_version where not indicator_id = any ($1)", [kept]);
  await client.query("delete from indicator where not id = any ($1)", [kept]);
}
